/**
 * One open palette: searches as one types; Enter cites the selected paper with those taken before. Papers are taken by a
 * button or a key and stand on top from then on, whatever is searched next. VS Code's own `canSelectMany` would lose its
 * ticks with each new list.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { PaperSummary, SearchResponse, StatusSummary } from '../../../server/src/protocol.ts';
import { cite } from '../citing/citing.ts';
import { searchPapers } from '../papers/paperRequests.ts';
import type { FollowedPlace } from './notePlace.ts';
import { bestRow, type PaletteRow, paletteRows, sameRow } from './paletteRows.ts';
import { type Item, itemOf, type RowButton } from './quickPickItem.ts';

/** More rows than anyone reads; a narrower query shows the others. */
const MAX_ROWS = 100;

export interface PaletteOptions {
	readonly client: LanguageClient;
	/** Where to cite; without one Enter shows the paper's record. */
	readonly place: FollowedPlace | undefined;
	readonly query: string;
	readonly onStatus: vscode.Event<StatusSummary>;
	/** Called once when the palette is no longer to be seen. */
	readonly onHidden: () => void;
}

/** What is shown, and the query that it answers. */
interface Shown {
	readonly query: string;
	readonly answer: SearchResponse;
	readonly rows: readonly PaletteRow[];
}

export class Palette {
	readonly #client: LanguageClient;
	readonly #place: FollowedPlace | undefined;
	readonly #pick = vscode.window.createQuickPick<Item>();
	readonly #taken = new Map<string, PaperSummary>();
	readonly #listeners: vscode.Disposable[];
	readonly #onHidden: () => void;
	#shown: Shown | undefined;
	#cancel: vscode.CancellationTokenSource | undefined;
	/** Settled once the newest query is answered. */
	#search: Promise<void> = Promise.resolve();
	#accepted = false;

	constructor({ client, place, query, onStatus, onHidden }: PaletteOptions) {
		this.#client = client;
		this.#place = place;
		this.#onHidden = onHidden;
		const pick = this.#pick;
		pick.placeholder = place ? paletteMessages.citingPlaceholder : paletteMessages.showingPlaceholder;
		pick.value = query;
		keepOrder(pick);
		this.#listeners = [
			pick.onDidChangeValue((value) => this.#ask(value)),
			pick.onDidChangeActive(() => this.#nameTitle()),
			pick.onDidTriggerItemButton(({ item, button }) => this.#pressed(item, button)),
			pick.onDidAccept(() => this.#accept()),
			pick.onDidHide(() => this.#hidden()),
			onStatus((status) => this.#statusChanged(status)),
		];
	}

	show(): void {
		this.#nameTitle();
		this.#ask(this.#pick.value);
		this.#pick.show();
	}

	/** Takes the paper of the selected row, or gives it back. */
	async takeSelected(): Promise<void> {
		await this.#settled();
		const row = this.#selected;
		if (row?.kind === 'paper') {
			this.#take(row.paper);
		}
	}

	get #selected(): PaletteRow | undefined {
		return this.#pick.activeItems[0]?.row;
	}

	/** Each key cancels the search before it; only the newest answer is shown. */
	#ask(query: string, keepsSelected = false): void {
		this.#cancel?.cancel();
		this.#cancel = new vscode.CancellationTokenSource();
		this.#search = this.#answer(query, this.#cancel.token, keepsSelected);
	}

	async #answer(query: string, token: vscode.CancellationToken, keepsSelected: boolean): Promise<void> {
		this.#pick.busy = true;
		const uri = this.#place && { uri: this.#place.document.uri.toString() };
		const params = { query, limit: MAX_ROWS, ...uri };
		// An error: cancelled by the next key, or the server is restarting; the next key asks again.
		const answer = await searchPapers(this.#client, params, token).catch(() => undefined);
		if (token.isCancellationRequested) {
			return;
		}
		this.#pick.busy = false;
		if (answer) {
			this.#pick.keepScrollPosition = keepsSelected;
			this.#render(query, answer, keepsSelected);
		}
	}

	/** Someone who types fast presses Enter before the answer is there, and means its best row. */
	async #settled(): Promise<void> {
		let awaited: Promise<void> | undefined;
		while (awaited !== this.#search) {
			awaited = this.#search;
			await awaited;
		}
	}

	#render(query: string, answer: SearchResponse, keepsSelected: boolean): void {
		const rows = paletteRows({ query, answer, taken: [...this.#taken.values()] });
		const selected = keepsSelected ? this.#selected : undefined;
		const kept = selected && sameRow(rows, selected, this.#shown?.rows ?? []);
		this.#shown = { query, answer, rows };
		const items = rows.map((row) => itemOf(row, { canTake: this.#place !== undefined }));
		const active = kept ?? bestRow(rows, query);
		// In a sentence of ours it would mark letters that happen to stand in the query's order.
		this.#pick.matchOnDetail = answer.items.length > 0;
		this.#pick.items = items;
		this.#pick.activeItems = items.filter(({ row }) => row === active);
		this.#nameTitle();
	}

	#nameTitle(): void {
		const taken = this.#taken.size;
		this.#pick.title = paletteMessages.title({
			taken,
			cited: this.#keysWith(this.#selected).length,
			unfinished: this.#shown?.answer.unfinished,
		});
	}

	/** What Enter cites: the taken papers in their order, then the selected one. */
	#keysWith(row: PaletteRow | undefined): string[] {
		return [...new Set([...this.#taken.keys(), ...(row?.kind === 'paper' ? [row.paper.key] : [])])];
	}

	#pressed({ row }: Item, button: vscode.QuickInputButton): void {
		const { command } = button as RowButton;
		if (row.kind !== 'paper') {
			return;
		}
		if (command === undefined) {
			this.#take(row.paper);
		} else {
			void vscode.commands.executeCommand(command, row.paper.key);
		}
	}

	#take(paper: PaperSummary): void {
		if (!this.#place || !this.#shown) {
			return;
		}
		if (!this.#taken.delete(paper.key)) {
			this.#taken.set(paper.key, paper);
		}
		// What was gathered is not lost by a click beside the palette; Escape still ends it.
		this.#pick.ignoreFocusOut = this.#taken.size > 0;
		this.#pick.keepScrollPosition = true;
		this.#render(this.#shown.query, this.#shown.answer, true);
	}

	async #accept(): Promise<void> {
		if (this.#accepted) {
			return;
		}
		this.#accepted = true;
		await this.#settled();
		const row = this.#selected;
		if (row?.kind === 'action') {
			this.#pick.hide();
			await vscode.commands.executeCommand(row.command);
		} else if (row?.kind === 'paper') {
			this.#pick.hide();
			await this.#use(row.paper.key, this.#keysWith(row));
		}
		this.#accepted = false;
	}

	async #use(key: string, keys: readonly string[]): Promise<void> {
		const place = this.#place;
		if (!place) {
			await vscode.commands.executeCommand('paperNotes.revealInCorpus', key);
			return;
		}
		try {
			await cite(this.#client, place, keys);
		} finally {
			place.dispose();
		}
	}

	/** What was not found may be read by now; and once all is read, the best may be another. */
	#statusChanged({ indexing, stopped }: StatusSummary): void {
		const answer = this.#shown?.answer;
		const isFinished = !indexing || stopped === true;
		if (answer?.unfinished === 'reading' && (answer.items.length === 0 || isFinished)) {
			this.#ask(this.#pick.value, answer.items.length > 0);
		}
	}

	#hidden(): void {
		this.#cancel?.cancel();
		for (const listener of this.#listeners) {
			listener.dispose();
		}
		if (!this.#accepted) {
			this.#place?.dispose();
		}
		this.#pick.dispose();
		this.#onHidden();
	}
}

/**
 * VS Code marks the typed text where it stands in a row just so; several words that stand apart it cannot mark, and no
 * extension can (microsoft/vscode#83424). Left alone, it would also put rows with a mark in the title before better
 * ones. `sortByLabel` is no part of the public API yet (microsoft/vscode#73904), but every VS Code heeds it; one that
 * came to refuse it would sort as before.
 */
function keepOrder(pick: vscode.QuickPick<Item>): void {
	try {
		Object.assign(pick, { sortByLabel: false });
	} catch {
		// The rows are there all the same.
	}
}
