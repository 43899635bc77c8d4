/**
 * One open search palette. It searches while the user types; Enter cites the selected paper and those taken before.
 * Papers are taken with a button or a key and then stay at the top, whatever is searched next. VS Code's own
 * `canSelectMany` would lose its check marks with each new list.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { PaperSummary, SearchResponse, StatusSummary } from '../../../server/src/protocol.ts';
import { cite } from '../citing/citing.ts';
import { searchPapers } from '../papers/paperRequests.ts';
import type { FollowedPlace } from './notePlace.ts';
import { bestRow, type PaletteAnswer, type PaletteRow, paletteRows, sameRow, UNANSWERED } from './paletteRows.ts';
import { type Item, itemOf, type RowButton } from './quickPickItem.ts';
import { repeated } from './repeatedRequest.ts';

/** Nobody reads more rows. A narrower query shows the others. */
const MAX_ROWS = 100;

export interface PaletteOptions {
	readonly client: LanguageClient;
	/** Where to cite. Without a place, Enter opens the paper's record. */
	readonly place: FollowedPlace | undefined;
	readonly query: string;
	/** What is listed while nothing is typed; otherwise what the server lists for an empty query. */
	readonly suggested?: (token: vscode.CancellationToken) => Promise<SearchResponse>;
	readonly onStatus: vscode.Event<StatusSummary>;
	/** Called once when the palette is no longer visible. */
	readonly onHidden: () => void;
}

/** The current rows and the query they answer. */
interface Shown {
	readonly query: string;
	readonly answer: PaletteAnswer;
	readonly rows: readonly PaletteRow[];
}

export class Palette {
	readonly #client: LanguageClient;
	readonly #place: FollowedPlace | undefined;
	readonly #pick = vscode.window.createQuickPick<Item>();
	readonly #taken = new Map<string, PaperSummary>();
	readonly #listeners: vscode.Disposable[];
	readonly #suggested: PaletteOptions['suggested'];
	readonly #onHidden: () => void;
	#shown: Shown | undefined;
	#cancel: vscode.CancellationTokenSource | undefined;
	/** Resolves once the latest query is answered. */
	#search: Promise<void> = Promise.resolve();
	#accepted = false;

	constructor({ client, place, query, suggested, onStatus, onHidden }: PaletteOptions) {
		this.#client = client;
		this.#place = place;
		this.#suggested = suggested;
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

	/** Takes the paper of the selected row, or removes it if it is taken. */
	async takeSelected(): Promise<void> {
		await this.#settled();
		const row = this.#selected;
		if (row?.kind === 'paper') {
			this.#take(row.paper);
		}
	}

	/** The note in which keys mean what they mean here. */
	get #note(): string | undefined {
		return this.#place?.document.uri.toString();
	}

	get #selected(): PaletteRow | undefined {
		return this.#pick.activeItems[0]?.row;
	}

	/** Each key press cancels the previous search. Only the latest answer is shown. */
	#ask(query: string, keepsSelected = false): void {
		this.#cancel?.cancel();
		this.#cancel = new vscode.CancellationTokenSource();
		this.#search = this.#answer(query, this.#cancel.token, keepsSelected);
	}

	async #answer(query: string, token: vscode.CancellationToken, keepsSelected: boolean): Promise<void> {
		this.#pick.busy = true;
		const uri = this.#note;
		const params = { query, limit: MAX_ROWS, ...(uri === undefined ? {} : { uri }) };
		const suggested = query.trim() === '' ? this.#suggested : undefined;
		const ask = () => suggested?.(token) ?? searchPapers(this.#client, params, token);
		const answer = await repeated(ask, {
			isCancelled: () => token.isCancellationRequested,
			delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		});
		if (token.isCancellationRequested) {
			return;
		}
		this.#pick.busy = false;
		this.#pick.keepScrollPosition = keepsSelected;
		this.#render(query, answer ?? UNANSWERED, keepsSelected);
	}

	/** Waits for the answer: someone who types fast presses Enter before it arrives and means its best row. */
	async #settled(): Promise<void> {
		let awaited: Promise<void> | undefined;
		while (awaited !== this.#search) {
			awaited = this.#search;
			await awaited;
		}
	}

	#render(query: string, answer: PaletteAnswer, keepsSelected: boolean): void {
		const rows = paletteRows({ query, answer, taken: [...this.#taken.values()] });
		const selected = keepsSelected ? this.#selected : undefined;
		const kept = selected && sameRow(rows, selected, this.#shown?.rows ?? []);
		this.#shown = { query, answer, rows };
		const items = rows.map((row) => itemOf(row, { canTake: this.#place !== undefined }));
		const active = kept ?? bestRow(rows, query);
		// In our own messages, VS Code would highlight letters that happen to match the query.
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

	/** The keys that Enter cites: the taken papers in order, then the selected one. */
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
			void vscode.commands.executeCommand(command, row.paper.key, this.#note);
		}
	}

	#take(paper: PaperSummary): void {
		if (!this.#place || !this.#shown) {
			return;
		}
		if (!this.#taken.delete(paper.key)) {
			this.#taken.set(paper.key, paper);
		}
		// A click outside does not close the palette while papers are taken. Escape still does.
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

	/**
	 * Searches again when more has been read: missing papers may be there now, and at the end another one may be the best.
	 */
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
 * Turns off sorting by label. VS Code highlights the typed text where it occurs literally in a row; it cannot highlight
 * separate words, nor can extensions (microsoft/vscode#83424). By default it would also sort rows with a match in the
 * title before better ones. `sortByLabel` is not part of the public API yet (microsoft/vscode#73904), but every VS Code
 * supports it. If a future version rejected it, rows would be sorted as by default.
 */
function keepOrder(pick: vscode.QuickPick<Item>): void {
	try {
		Object.assign(pick, { sortByLabel: false });
	} catch {
		// The rows are shown nevertheless.
	}
}
