/**
 * Keeps the list of papers open while text inside a citation changes. VS Code by itself ends the list when the cursor
 * comes to where no word begins, and after anything but typing and deletion; Markdown has no suggestions for letters.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { ChosenEdits } from './chosenEdits.ts';
import type { CitationAtCursor } from './citationAtCursor.ts';
import { withWholeRanges } from './severalCursors.ts';

/** Milliseconds after a change at which VS Code has asked for the list by itself, if it does. */
const CHECK_AFTER_MS = 30;

/** Milliseconds within which all changes of one step have come: a row that is taken deletes the query as well. */
const STEP_END_MS = 5;

/** Milliseconds after a paste or an undo within which VS Code still moves the cursor for it. */
const CURSOR_MOVE_TIMEOUT_MS = 250;

/** Milliseconds within which VS Code comes for a list that it has been told to open, which may be after some more keys. */
const REQUEST_TIMEOUT_MS = 500;

export interface ListKeeper extends vscode.Disposable {
	readonly middleware: Pick<Middleware, 'provideCompletionItem'>;
	/** Closes the list, for as long as the cursor stays in its citation and nobody asks for it. */
	readonly closeList: () => void;
}

type CompletionRequest = Parameters<NonNullable<Middleware['provideCompletionItem']>>;
type CompletionAnswer = Promise<Awaited<ReturnType<NonNullable<Middleware['provideCompletionItem']>>>>;

interface Asked {
	readonly uri: string;
	readonly version: number;
}

export function listKeeper(citations: CitationAtCursor, edits: Pick<ChosenEdits, 'made'>): ListKeeper {
	const list = new KeptList(citations, edits);
	const listeners = [
		vscode.workspace.onDidChangeTextDocument((change) => list.onChange(change)),
		vscode.window.onDidChangeTextEditorSelection((move) => list.onMove(move)),
		citations.onLeave(() => list.onLeave()),
	];
	return {
		middleware: { provideCompletionItem: (...request) => list.provide(...request) },
		closeList: () => list.close(),
		dispose: () => {
			list.stopLooking();
			vscode.Disposable.from(...listeners).dispose();
		},
	};
}

/** A document in which something is expected for some milliseconds. */
interface Expecting {
	readonly document: vscode.TextDocument;
	readonly until: number;
}

class KeptList {
	readonly #citations: CitationAtCursor;
	readonly #edits: Pick<ChosenEdits, 'made'>;
	#asked: Asked | undefined;
	/** What the rows of the last list insert. */
	#offered: ReadonlySet<string> = new Set();
	/** Somebody has closed the list, and the cursor has not left the citation since. */
	#closed = false;
	/** The list was last asked for from here, which VS Code passes on just as it does Ctrl+Space, once or more and a little later. */
	#ownAsk: Expecting | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** A paste or an undo, after which VS Code closes the list each time that it moves the cursor. */
	#moving: Expecting | undefined;
	/** A deletion after which VS Code closes the list and does not ask for another. */
	#wordless: vscode.TextDocument | undefined;

	constructor(citations: CitationAtCursor, edits: Pick<ChosenEdits, 'made'>) {
		this.#citations = citations;
		this.#edits = edits;
	}

	stopLooking(): void {
		clearTimeout(this.#timer);
		this.#moving = undefined;
		this.#wordless = undefined;
	}

	onChange(change: vscode.TextDocumentChangeEvent): void {
		const { document, contentChanges, reason } = change;
		if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) {
			return;
		}
		this.stopLooking();
		// Whoever has taken a row is done, also when it is done again.
		if (!this.#edits.made(change) && !contentChanges.some(({ text }) => this.#offered.has(text))) {
			const isMoving = isMoved(contentChanges, reason);
			this.#moving = isMoving ? { document, until: Date.now() + CURSOR_MOVE_TIMEOUT_MS } : undefined;
			this.#wordless = !isMoving && isWordless(change) ? document : undefined;
			this.#timer = setTimeout(() => {
				if (isMoving || !this.#isAskedFor(document)) {
					void this.#ask(document);
				}
			}, CHECK_AFTER_MS);
		}
	}

	onMove({ textEditor: { document } }: vscode.TextEditorSelectionChangeEvent): void {
		if (isExpected(this.#moving, document)) {
			void this.#ask(document);
		}
		if (this.#wordless === document) {
			this.stopLooking();
			this.#timer = setTimeout(() => void this.#ask(document), STEP_END_MS);
		}
	}

	onLeave(): void {
		this.#closed = false;
		this.stopLooking();
	}

	close(): void {
		// Keys are fast: the cursor may have left the citation before this is heard.
		this.#closed = this.#citations.current() !== undefined;
		this.stopLooking();
		void vscode.commands.executeCommand('hideSuggestWidget');
	}

	async provide(...[document, position, context, token, next]: CompletionRequest): CompletionAnswer {
		const isOwn = isExpected(this.#ownAsk, document);
		// Whoever has closed the list meanwhile does not want what was asked for before.
		this.#closed &&= isOwn || context.triggerKind !== vscode.CompletionTriggerKind.Invoke;
		if (this.#closed) {
			return undefined;
		}
		this.#asked = { uri: document.uri.toString(), version: document.version };
		const list = await next(document, position, context, token);
		if (this.#closed) {
			return undefined;
		}
		const items = Array.isArray(list) ? list : (list?.items ?? []);
		this.#offered = new Set(items.flatMap(whatItInserts));
		const isAlone = vscode.window.activeTextEditor?.selections.length === 1;
		if (!isAlone) {
			withWholeRanges(items);
		}
		return list;
	}

	/**
	 * Opens the list where there is none, which takes the keyboard from wherever people have gone meanwhile: so only where
	 * it is missing. A list that is open and does not follow, as during the work of an input method, is brought up to date.
	 */
	async #ask(document: vscode.TextDocument): Promise<void> {
		if (!this.#closed && this.#citations.current()?.document === document) {
			this.#ownAsk = { document, until: Date.now() + REQUEST_TIMEOUT_MS };
			// Has no effect while a list is open.
			await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
			if (!this.#closed && !this.#isAskedFor(document)) {
				refreshOpenList();
			}
		}
	}

	#isAskedFor({ uri, version }: vscode.TextDocument): boolean {
		return this.#asked?.uri === uri.toString() && this.#asked.version >= version;
	}
}

function isExpected(expecting: Expecting | undefined, document: vscode.TextDocument): boolean {
	return expecting?.document === document && Date.now() < expecting.until;
}

/** When a provider comes or goes, VS Code asks all of them again for a list that is open. */
function refreshOpenList(): void {
	vscode.languages.registerCompletionItemProvider([], { provideCompletionItems: () => [] }).dispose();
}

/**
 * A row that only says something inserts what was typed, and opens the list again; one that opens something else must not
 * have the keyboard taken away from that. A single letter is more often typed than taken from a list.
 */
function whatItInserts({ kind, insertText, command }: vscode.CompletionItem): string[] {
	const text = String(insertText);
	const onlySays = kind === vscode.CompletionItemKind.Text && command?.command === 'editor.action.triggerSuggest';
	return onlySays || text.length < 2 ? [] : [text];
}

/** Whether this is a deletion after which no word ends at the cursor. */
function isWordless({ document, contentChanges: [change, ...others] }: vscode.TextDocumentChangeEvent): boolean {
	const place = others.length === 0 && change?.text === '' ? change.range.start : undefined;
	return place !== undefined && !document.getWordRangeAtPosition(place)?.start.isBefore(place);
}

/** What a typed bracket inserts. */
const AUTO_CLOSED_BRACKETS = '[]';

/** Whether VS Code closes its list after this change, though it has asked: a paste or an undo moves the cursor for it. */
function isMoved(
	changes: readonly vscode.TextDocumentContentChangeEvent[],
	reason: vscode.TextDocumentChangeReason | undefined,
): boolean {
	return reason !== undefined || changes.some(({ text }) => text.length > 1 && text !== AUTO_CLOSED_BRACKETS);
}
