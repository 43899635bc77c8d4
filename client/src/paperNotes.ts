/** The running extension: the client and what hangs on it. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusSummary, statusChangedNotification } from '../../server/src/protocol.ts';
import { citationCommands } from './citationCommands.ts';
import type { CommandName } from './extension.ts';
import { indexReportCommands } from './indexReport.ts';
import { createClient } from './languageClient.ts';
import { libraryCommands } from './library/libraryCommands.ts';
import { paperSearchCommands } from './palette/paperSearch.ts';
import { searchInstead } from './searchInstead.ts';
import { showStatus } from './statusItem.ts';
import { showWalkthroughOnce, tickSteps } from './walkthrough.ts';

/** Called with the key of a paper, a query, or nothing. */
export type Command = (argument?: unknown) => unknown;

export interface PaperNotes {
	readonly client: LanguageClient;
	readonly commands: Readonly<Record<CommandName, Command>>;
}

/** Resolves once the client can be asked; the server may still be starting. */
export async function startPaperNotes(context: vscode.ExtensionContext): Promise<PaperNotes> {
	const { client, closeList, edits } = createClient(context);
	// The client keeps one listener a notification; several parts want to hear this one.
	const status = new vscode.EventEmitter<StatusSummary>();
	context.subscriptions.push(
		status,
		client.onNotification(statusChangedNotification, (summary: StatusSummary) => status.fire(summary)),
	);
	showStatus(context, status.event);
	tickSteps(context, status.event);
	const commands = {
		...citationCommands(client, edits),
		...indexReportCommands(context, client, status.event),
		...libraryCommands(context, { client, onStatus: status.event }),
		...paperSearchCommands(client, status.event),
		'paperNotes.searchInstead': searchInstead,
		'paperNotes.restartServer': () => client.restart(),
		'paperNotes.closeList': closeList,
	};
	await client.start();
	void showWalkthroughOnce(context);
	return { client, commands };
}
