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
const LOOK_MS = 30;

/** Milliseconds after a paste or an undo within which VS Code still moves the cursor for it. */
const MOVING_MS = 250;

/** Milliseconds within which VS Code comes for a list that it has been told to open, which may be after some more keys. */
const COMING_MS = 500;

export interface ListKeeper extends vscode.Disposable {
	readonly middleware: Pick<Middleware, 'provideCompletionItem'>;
	/** Closes the list, for as long as the cursor stays in its citation and nobody asks for it. */
	readonly closeList: () => void;
}

interface Asked {
	readonly uri: string;
	readonly version: number;
}

export function listKeeper(citations: CitationAtCursor, edits: Pick<ChosenEdits, 'made'>): ListKeeper {
	let asked: Asked | undefined;
	/** What the rows of the last list insert. */
	let offered: ReadonlySet<string> = new Set();
	/** Somebody has closed the list, and the cursor has not left the citation since. */
	let closed = false;
	/** The list was last asked for from here, which VS Code passes on just as it does Ctrl+Space, once or more and a little later. */
	let ownAsk: { readonly document: vscode.TextDocument; readonly until: number } | undefined;
	let timer: NodeJS.Timeout | undefined;
	/** A paste or an undo, after which VS Code closes the list each time that it moves the cursor. */
	let moving: { readonly document: vscode.TextDocument; readonly until: number } | undefined;
	/** A deletion after which VS Code closes the list and does not ask for another. */
	let wordless: vscode.TextDocument | undefined;
	const stopLooking = (): void => {
		clearTimeout(timer);
		moving = undefined;
		wordless = undefined;
	};
	const isAskedFor = ({ uri, version }: vscode.TextDocument): boolean =>
		asked?.uri === uri.toString() && asked.version >= version;

	/**
	 * Opens the list where there is none, which takes the keyboard from wherever people have gone meanwhile: so only where
	 * it is missing. A list that is open and does not follow, as during the work of an input method, is brought up to date.
	 */
	const ask = async (document: vscode.TextDocument): Promise<void> => {
		if (!closed && citations.current()?.document === document) {
			ownAsk = { document, until: Date.now() + COMING_MS };
			// Has no effect while a list is open.
			await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
			if (!closed && !isAskedFor(document)) {
				refreshOpenList();
			}
		}
	};

	const onChange = (change: vscode.TextDocumentChangeEvent): void => {
		const { document, contentChanges, reason } = change;
		if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) {
			return;
		}
		stopLooking();
		// Whoever has taken a row is done, also when it is done again.
		if (!edits.made(change) && !contentChanges.some(({ text }) => offered.has(text))) {
			const isMoving = isMoved(contentChanges, reason);
			moving = isMoving ? { document, until: Date.now() + MOVING_MS } : undefined;
			wordless = !isMoving && isWordless(change) ? document : undefined;
			timer = setTimeout(() => {
				if (isMoving || !isAskedFor(document)) {
					void ask(document);
				}
			}, LOOK_MS);
		}
	};

	const onMove = ({ textEditor: { document } }: vscode.TextEditorSelectionChangeEvent): void => {
		if (moving?.document === document && Date.now() < moving.until) {
			void ask(document);
		}
		if (wordless === document) {
			stopLooking();
			void ask(document);
		}
	};

	const provideCompletionItem: Middleware['provideCompletionItem'] = async (
		document,
		position,
		context,
		token,
		next,
	) => {
		const isOwn = ownAsk?.document === document && Date.now() < ownAsk.until;
		// Whoever has closed the list meanwhile does not want what was asked for before.
		closed &&= isOwn || context.triggerKind !== vscode.CompletionTriggerKind.Invoke;
		if (closed) {
			return undefined;
		}
		asked = { uri: document.uri.toString(), version: document.version };
		const list = await next(document, position, context, token);
		if (closed) {
			return undefined;
		}
		const items = Array.isArray(list) ? list : (list?.items ?? []);
		offered = new Set(items.flatMap(whatItInserts));
		const isAlone = vscode.window.activeTextEditor?.selections.length === 1;
		if (!isAlone) {
			withWholeRanges(items);
		}
		return list;
	};

	const listeners = [
		vscode.workspace.onDidChangeTextDocument(onChange),
		vscode.window.onDidChangeTextEditorSelection(onMove),
		citations.onLeave(() => {
			closed = false;
			stopLooking();
		}),
	];
	return {
		middleware: { provideCompletionItem },
		closeList: () => {
			// Keys are fast: the cursor may have left the citation before this is heard.
			closed = citations.current() !== undefined;
			stopLooking();
			void vscode.commands.executeCommand('hideSuggestWidget');
		},
		dispose: () => {
			stopLooking();
			vscode.Disposable.from(...listeners).dispose();
		},
	};
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
const CLOSED_BY_ITSELF = '[]';

/** Whether VS Code closes its list after this change, though it has asked: a paste or an undo moves the cursor for it. */
function isMoved(
	changes: readonly vscode.TextDocumentContentChangeEvent[],
	reason: vscode.TextDocumentChangeReason | undefined,
): boolean {
	return reason !== undefined || changes.some(({ text }) => text.length > 1 && text !== CLOSED_BY_ITSELF);
}
