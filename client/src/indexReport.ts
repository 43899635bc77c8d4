/** "Papers: Show Index Report": every corpus file with what was found in it, as a page of text with links. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	rebuildRequest,
	type StatusResponse,
	statusChangedNotification,
	statusRequest,
} from '../../server/src/protocol.ts';
import { reportText } from './reportText.ts';

const SCHEME = 'paper-notes-report';
const REPORT = vscode.Uri.from({ scheme: SCHEME, path: 'Paper Notes Index.md' });

export function registerIndexReport(context: vscode.ExtensionContext, client: LanguageClient): void {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	context.subscriptions.push(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
			onDidChange: changed.event,
			provideTextDocumentContent: async () => {
				const status = await client.sendRequest<StatusResponse>(statusRequest, {});
				return reportText(status, (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
			},
		}),
		client.onNotification(statusChangedNotification, () => changed.fire(REPORT)),
		vscode.commands.registerCommand('paperNotes.showIndexReport', showReport),
		vscode.commands.registerCommand('paperNotes.rebuildIndex', () => client.sendRequest(rebuildRequest, {})),
	);
}

async function showReport(): Promise<void> {
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(REPORT), { preview: true });
}
