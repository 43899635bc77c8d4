/** The running extension: the language client and all parts that use it. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { NOTE_LANGUAGES, type StatusSummary, statusChangedNotification } from '../../server/src/protocol.ts';
import { convertPastedCitations } from './citing/pasting.ts';
import { searchInstead } from './citing/searchInstead.ts';
import type { Command, CommandName } from './commands.ts';
import { createClient } from './connection/languageClient.ts';
import { libraryCommands } from './library/libraryCommands.ts';
import { exportCommands } from './papers/exporting.ts';
import { citationCommands } from './papers/paperCommands.ts';
import { indexReportCommands } from './report/indexReport.ts';
import { paperSearchCommands } from './search/paperSearch.ts';
import { showStatus } from './status/statusItem.ts';
import { showWalkthroughOnce, tickSteps } from './walkthrough/walkthrough.ts';

export interface PaperNotes {
	readonly client: LanguageClient;
	readonly commands: Readonly<Record<CommandName, Command>>;
}

/** Resolves once requests can be sent; the server may still be starting. */
export async function startPaperNotes(context: vscode.ExtensionContext): Promise<PaperNotes> {
	const { client, closeList, openList, edits } = createClient(context);
	// The client keeps only one listener per notification, but several parts need this one.
	const status = new vscode.EventEmitter<StatusSummary>();
	context.subscriptions.push(
		status,
		convertPastedCitations(
			client,
			NOTE_LANGUAGES.map((language) => ({ language })),
		),
		client.onNotification(statusChangedNotification, (summary: StatusSummary) => status.fire(summary)),
	);
	showStatus(context, status.event);
	tickSteps(context, status.event);
	const commands = {
		...citationCommands(client, edits),
		...exportCommands(client, context.extensionUri),
		...indexReportCommands(context, client, status.event),
		...libraryCommands(context, { client, onStatus: status.event }),
		...paperSearchCommands(client, status.event),
		'paperNotes.searchInstead': searchInstead,
		'paperNotes.restartServer': () => client.restart(),
		'paperNotes.closeList': closeList,
		'paperNotes.openList': openList,
	};
	await client.start();
	void showWalkthroughOnce(context);
	return { client, commands };
}
