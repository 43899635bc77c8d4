/** "Papers: Search Papers": searches as one types; Enter cites at the cursor, buttons open, copy and show. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PaperSummary } from '../../server/src/protocol.ts';
import { activeNote, cite } from './citing.ts';
import type { Command } from './paperNotes.ts';
import { searchPapers } from './paperRequests.ts';
import { abstractLine, titleLine } from './rowText.ts';

interface PaperRow extends vscode.QuickPickItem {
	readonly key: string;
}

interface RowButton extends vscode.QuickInputButton {
	readonly command: string;
}

const ROW_BUTTONS: readonly RowButton[] = [
	{ iconPath: new vscode.ThemeIcon('link-external'), tooltip: 'Open online', command: 'paperNotes.openOnline' },
	{ iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy key', command: 'paperNotes.copyKey' },
	{
		iconPath: new vscode.ThemeIcon('go-to-file'),
		tooltip: 'Show in corpus file',
		command: 'paperNotes.revealInCorpus',
	},
];

/** The command may be given the first query. */
export function searchPapersCommand(client: LanguageClient): Command {
	return (query) => openSearch(client, typeof query === 'string' ? query : '');
}

function openSearch(client: LanguageClient, query: string): void {
	const note = activeNote();
	const pick = vscode.window.createQuickPick<PaperRow>();
	pick.title = 'Search Papers';
	pick.placeholder = note
		? 'Author, title, year, any word; Enter cites the paper'
		: 'Author, title, year, any word; Enter shows the paper in its corpus file';
	pick.value = query;
	markAndKeepOrder(pick);
	const search = searchWhileTyping(client, pick, note);
	pick.onDidChangeValue(search);
	pick.onDidTriggerItemButton(({ item, button }) => {
		const { command } = button as RowButton;
		void vscode.commands.executeCommand(command, item.key);
	});
	pick.onDidAccept(() => {
		const [row] = pick.selectedItems;
		pick.hide();
		if (row) {
			void (note ? cite(client, note, row.key) : vscode.commands.executeCommand('paperNotes.revealInCorpus', row.key));
		}
	});
	pick.onDidHide(() => pick.dispose());
	search(query);
	pick.show();
}

/**
 * VS Code marks the typed text where it stands in a row just so; several words that stand apart it cannot mark, and no
 * extension can (microsoft/vscode#83424). Left alone, it would also put rows with a mark in the title before better
 * ones. `sortByLabel` is no part of the public API yet (microsoft/vscode#73904), but every VS Code heeds it; one that
 * came to refuse it would sort as before.
 */
function markAndKeepOrder(pick: vscode.QuickPick<PaperRow>): void {
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	try {
		Object.assign(pick, { sortByLabel: false });
	} catch {
		// The rows are there all the same.
	}
}

/** Each key cancels the search before it; only the newest answer is shown. */
function searchWhileTyping(
	client: LanguageClient,
	pick: vscode.QuickPick<PaperRow>,
	note: vscode.TextEditor | undefined,
): (query: string) => void {
	let running: vscode.CancellationTokenSource | undefined;
	const uri = note && { uri: note.document.uri.toString() };
	return async (query) => {
		running?.cancel();
		const current = new vscode.CancellationTokenSource();
		running = current;
		pick.busy = true;
		try {
			const { items } = await searchPapers(client, { query, limit: 100, ...uri }, current.token);
			if (running === current) {
				pick.items = items.map(toRow);
			}
		} catch {
			// Cancelled by the next key, or the server is restarting; the next key asks again.
		} finally {
			if (running === current) {
				pick.busy = false;
			}
		}
	};
}

function toRow({ key, title, byline, abstract = '', venue, marks }: PaperSummary): PaperRow {
	return {
		key,
		label: titleLine(title || key, marks?.title),
		description: byline,
		detail: abstractLine(abstract, marks?.abstract) || venue || key,
		// The server has searched and ranked; the editor's own filter must not.
		alwaysShow: true,
		buttons: ROW_BUTTONS,
	};
}
