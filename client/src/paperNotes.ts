/** The running extension: the client and what hangs on it. */

import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { citationCommands } from './citationCommands.ts';
import type { CommandName } from './extension.ts';
import { indexReportCommands } from './indexReport.ts';
import { createClient } from './languageClient.ts';
import { searchPapersCommand } from './paperSearch.ts';
import { showStatus } from './statusItem.ts';

/** Called with the key of a paper, a query, or nothing. */
export type Command = (argument?: unknown) => unknown;

export interface PaperNotes {
	readonly client: LanguageClient;
	readonly commands: Readonly<Record<CommandName, Command>>;
}

/** Resolves once the client can be asked; the server may still be starting. */
export async function startPaperNotes(context: vscode.ExtensionContext): Promise<PaperNotes> {
	const client = createClient(context);
	showStatus(context, client);
	const commands = {
		...citationCommands(client),
		...indexReportCommands(context, client),
		'paperNotes.searchPapers': searchPapersCommand(client),
		'paperNotes.restartServer': () => client.restart(),
	};
	await client.start();
	return { client, commands };
}
