/** The one message shown for a folder whose notes use Pandoc's citations while that syntax is not enabled there. */

import * as vscode from 'vscode';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { showInformation } from '../notices.ts';
import { readPandoc } from './readPandoc.ts';

/** Uris of the folders for which the question was asked, whatever the answer. */
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
	if ((await showInformation(messages.pandocOffer(folder.name), yes, notNow)) === yes) {
		await readPandoc(uri);
	}
}
