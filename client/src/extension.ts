/** Where VS Code enters: starts the server and hangs the commands on it. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCitationCommands } from './citationCommands.ts';
import { registerIndexReport } from './indexReport.ts';
import { createClient } from './languageClient.ts';
import { registerPaperSearch } from './paperSearch.ts';
import { registerStatusItem } from './statusItem.ts';

let client: LanguageClient | undefined;

/** What other extensions, and the tests, get from this one. */
export interface PaperNotesApi {
	/** Asks the server any request of `protocol.ts`. */
	request<T>(method: string, params: object): Promise<T>;
}

/** Returns at once; the server starts beside it, and what is asked of it meanwhile waits. */
export function activate(context: vscode.ExtensionContext): PaperNotesApi {
	const started = createClient(context);
	client = started;
	registerCitationCommands(context, started);
	registerPaperSearch(context, started);
	registerIndexReport(context, started);
	registerStatusItem(context, started);
	context.subscriptions.push(vscode.commands.registerCommand('paperNotes.restartServer', () => started.restart()));
	started.start().catch((error: unknown) => {
		void vscode.window.showErrorMessage(`Paper Notes could not start its server: ${String(error)}`);
	});
	return { request: (method, params) => started.sendRequest(method, params) };
}

export async function deactivate(): Promise<void> {
	await client?.stop();
}
