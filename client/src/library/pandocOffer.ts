/** The one message to a folder whose notes cite as Pandoc does while nothing there reads it. */

import * as vscode from 'vscode';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { readPandoc } from './readPandoc.ts';

/** Uris of the folders that have been asked, whatever the answer was. */
const ASKED_FOLDERS_STATE = 'paperNotes.pandocOffered';

export function offerPandoc(
	{ workspaceState, subscriptions }: vscode.ExtensionContext,
	onStatus: vscode.Event<StatusSummary>,
): void {
	const asked = new Set(workspaceState.get<readonly string[]>(ASKED_FOLDERS_STATE));
	const listener = onStatus(({ offers }) => {
		for (const folder of offers?.pandoc.filter((uri) => !asked.has(uri)) ?? []) {
			asked.add(folder);
			void workspaceState.update(ASKED_FOLDERS_STATE, [...asked]);
			void ask(folder);
		}
	});
	subscriptions.push(listener);
}

async function ask(uri: string): Promise<void> {
	const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
	if (!folder) {
		return;
	}
	const { readPandoc: yes, notNow } = messages;
	if ((await vscode.window.showInformationMessage(messages.pandocOffer(folder.name), yes, notNow)) === yes) {
		await readPandoc(uri);
	}
}
