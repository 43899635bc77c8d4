/** "Papers: Search Papers": searches as one types; Enter cites at the cursor, buttons open, copy and show. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PaperSummary } from '../../server/src/protocol.ts';
import { abstractStretch } from './abstractStretch.ts';
import { activeNote, cite } from './citing.ts';
import type { Command } from './paperNotes.ts';
import { searchPapers } from './paperRequests.ts';

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
				pick.items = items.map((paper) => toRow(paper, query));
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

function toRow(paper: PaperSummary, query: string): PaperRow {
	const stretch = paper.abstract === undefined ? '' : abstractStretch(paper.abstract, query);
	return {
		key: paper.key,
		label: shortTitle(paper.title || paper.key),
		description: paper.byline,
		detail: stretch || paper.venue || paper.key,
		// The server has searched and ranked; the editor's own filter must not.
		alwaysShow: true,
		buttons: ROW_BUTTONS,
	};
}

/** Characters of a title that leave room in its row for authors, year and buttons. */
const TITLE_LENGTH = 54;

function shortTitle(title: string): string {
	return title.length > TITLE_LENGTH ? `${title.slice(0, title.lastIndexOf(' ', TITLE_LENGTH))} …` : title;
}
