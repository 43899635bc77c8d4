/**
 * Keeps the list of papers open while text inside a citation changes. VS Code closes the list when the cursor is at a
 * place where no word begins, and after anything except typing and deleting. In Markdown, typing letters does not open
 * suggestions.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { ChosenEdits } from './chosenEdits.ts';
import type { CitationAtCursor } from './citationAtCursor.ts';
import { withWholeRanges } from './severalCursors.ts';
import { hideUncalledList } from './uncalledList.ts';

/** Milliseconds after a change within which VS Code requests the list on its own, if it does. */
const CHECK_AFTER_MS = 30;

/** Milliseconds within which all changes of one step arrive. Accepting a row also deletes the query. */
const STEP_END_MS = 5;

/** Milliseconds after a paste or an undo within which VS Code may still move the cursor. */
const CURSOR_MOVE_TIMEOUT_MS = 250;

/** Milliseconds within which VS Code requests a list that it was told to open. More keys may be pressed before. */
const REQUEST_TIMEOUT_MS = 500;

/**
 * Milliseconds after Escape within which a list that was requested before may still come: in a window that has just opened,
 * VS Code takes long to pass a request on. Whoever wants the list within that time presses Ctrl+Space, which is a command of
 * the extension while the list is closed.
 */
const LATE_REQUEST_TIMEOUT_MS = 5000;

/** Set while the user has closed the list, for the key binding of Ctrl+Space. */
const CLOSED_CONTEXT = 'paperNotes.listClosed';

export interface ListKeeper extends vscode.Disposable {
	readonly middleware: Pick<Middleware, 'provideCompletionItem'>;
	/** Closes the list until the cursor leaves the citation or the user requests the list. */
	readonly closeList: () => void;
	/** Opens the list that the user has closed. */
	readonly openList: () => void;
}

type CompletionRequest = Parameters<NonNullable<Middleware['provideCompletionItem']>>;
type CompletionAnswer = Promise<Awaited<ReturnType<NonNullable<Middleware['provideCompletionItem']>>>>;

interface Asked {
	readonly uri: string;
	readonly version: number;
}

export function listKeeper(citations: CitationAtCursor, edits: Pick<ChosenEdits, 'made'>): ListKeeper {
	const list = new CitationList(citations, edits);
	const listeners = [
		vscode.workspace.onDidChangeTextDocument((change) => list.onChange(change)),
		vscode.window.onDidChangeTextEditorSelection((move) => list.onMove(move)),
		citations.onLeave(() => list.onLeave()),
	];
	return {
		middleware: { provideCompletionItem: (...request) => list.provide(...request) },
		closeList: () => list.close(),
		openList: () => list.open(),
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

class CitationList {
	readonly #citations: CitationAtCursor;
	readonly #edits: Pick<ChosenEdits, 'made'>;
	#asked: Asked | undefined;
	/** The text after a row was accepted. A list that was requested before, and comes only now, is not wanted. */
	#done: Asked | undefined;
	/** The texts that the rows of the last list insert. */
	#offered: ReadonlySet<string> = new Set();
	/** Whether the user has closed the list and the cursor has not left the citation since. */
	#closed = false;
	/**
	 * Set after this class has requested the list. VS Code passes that request on like Ctrl+Space, possibly several times
	 * and with a delay.
	 */
	#ownAsk: Expecting | undefined;
	#isAsking = false;
	/** Whether the list is to be asked for again after the request that is under way. */
	#isAskDue = false;
	#timer: NodeJS.Timeout | undefined;
	/** A paste or an undo. After it, VS Code closes the list each time it moves the cursor. */
	#moving: Expecting | undefined;
	/** A document with a deletion after which VS Code closes the list and does not request it again. */
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
		// After accepting a row, or redoing that, the user is done.
		if (this.#edits.made(change) || contentChanges.some(({ text }) => this.#offered.has(text))) {
			this.#done = { uri: document.uri.toString(), version: document.version };
		} else {
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
		this.#setClosed(false);
		this.stopLooking();
	}

	close(): void {
		// Keys come fast: the cursor may have left the citation before this runs.
		this.#setClosed(this.#citations.current() !== undefined);
		this.stopLooking();
		if (this.#ownAsk) {
			this.#ownAsk = { ...this.#ownAsk, until: Date.now() + LATE_REQUEST_TIMEOUT_MS };
		}
		void vscode.commands.executeCommand('hideSuggestWidget');
	}

	open(): void {
		this.#setClosed(false);
		this.#ownAsk = undefined;
		void vscode.commands.executeCommand('editor.action.triggerSuggest');
	}

	#setClosed(isClosed: boolean): void {
		if (isClosed !== this.#closed) {
			this.#closed = isClosed;
			void vscode.commands.executeCommand('setContext', CLOSED_CONTEXT, isClosed);
		}
	}

	async provide(...[document, position, context, token, next]: CompletionRequest): CompletionAnswer {
		const isOwn = isExpected(this.#ownAsk, document);
		// If the user has closed the list meanwhile, an earlier request no longer counts.
		if (!isOwn && context.triggerKind === vscode.CompletionTriggerKind.Invoke) {
			this.#setClosed(false);
		}
		if (this.#closed || (isOwn && isTextOf(document, this.#done))) {
			return undefined;
		}
		// Keys come fast: the cursor has left the citation meanwhile. Others would list the words of the note there, and
		// Enter would take one.
		if (isOwn && !this.#citations.isIn(document, position)) {
			void hideUncalledList(document);
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
	 * Opens the list if it is missing. Opening it takes the keyboard focus from wherever the user has gone meanwhile, so
	 * it is not reopened needlessly. A list that is open but does not follow the text, for example during input with an
	 * input method, is refreshed. One request at a time: VS Code would carry out all that wait, also when the cursor has
	 * left the citation.
	 */
	async #ask(document: vscode.TextDocument): Promise<void> {
		if (this.#isAsking) {
			this.#isAskDue = true;
			return;
		}
		this.#isAsking = true;
		try {
			do {
				this.#isAskDue = false;
				await this.#askOnce(document);
			} while (this.#isAskDue);
		} finally {
			this.#isAsking = false;
		}
	}

	async #askOnce(document: vscode.TextDocument): Promise<void> {
		if (this.#closed || !this.#isCitingIn(document)) {
			return;
		}
		this.#ownAsk = { document, until: Date.now() + REQUEST_TIMEOUT_MS };
		// Has no effect while a list is open.
		await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
		if (!this.#closed && !this.#isAskedFor(document) && this.#isCitingIn(document)) {
			refreshOpenList();
		}
	}

	#isCitingIn(document: vscode.TextDocument): boolean {
		return this.#citations.current()?.document === document;
	}

	#isAskedFor({ uri, version }: vscode.TextDocument): boolean {
		return this.#asked?.uri === uri.toString() && this.#asked.version >= version;
	}
}

function isTextOf({ uri, version }: vscode.TextDocument, asked: Asked | undefined): boolean {
	return asked?.uri === uri.toString() && asked.version === version;
}

function isExpected(expecting: Expecting | undefined, document: vscode.TextDocument): boolean {
	return expecting?.document === document && Date.now() < expecting.until;
}

/** Refreshes an open list: when a provider is added or removed, VS Code asks all providers again. */
function refreshOpenList(): void {
	vscode.languages.registerCompletionItemProvider([], { provideCompletionItems: () => [] }).dispose();
}

/**
 * The texts by which an accepted row is recognized. A notice inserts the typed text and opens the list again, so it does
 * not count; a row that opens something else counts, because the list must not take the keyboard focus from that. A
 * single letter is more likely typed than accepted from the list.
 */
function whatItInserts({ kind, insertText, command }: vscode.CompletionItem): string[] {
	const text = String(insertText);
	const onlySays = kind === vscode.CompletionItemKind.Text && command?.command === 'editor.action.triggerSuggest';
	return onlySays || text.length < 2 ? [] : [text];
}

/**
 * Whether Backspace has left no word before the cursor. Taking a row from the list also deletes the query, but more than one
 * character, or elsewhere. The selection is still the one from before the change.
 */
function isWordless({ document, contentChanges: [change, ...others] }: vscode.TextDocumentChangeEvent): boolean {
	if (!change || others.length > 0 || change.text !== '' || change.rangeLength !== 1) {
		return false;
	}
	const { start, end } = change.range;
	const isBackspace = vscode.window.activeTextEditor?.selection.active.isEqual(end) === true;
	return isBackspace && !document.getWordRangeAtPosition(start)?.start.isBefore(start);
}

/** What VS Code inserts when an opening bracket is typed. */
const AUTO_CLOSED_BRACKETS = '[]';

/** Whether VS Code closes its list after this change although it requested it: a paste or an undo moves the cursor. */
function isMoved(
	changes: readonly vscode.TextDocumentContentChangeEvent[],
	reason: vscode.TextDocumentChangeReason | undefined,
): boolean {
	return reason !== undefined || changes.some(({ text }) => text.length > 1 && text !== AUTO_CLOSED_BRACKETS);
}
