/**
 * Keeps the list of papers open while text inside a citation changes. VS Code by itself ends the list when the cursor
 * comes to where no word begins, and after anything but typing and deletion; Markdown has no suggestions for letters.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { ChosenEdits } from './chosenEdits.ts';
import type { CitationAtCursor } from './citationAtCursor.ts';
import { withWholeRanges } from './severalCursors.ts';

/**
 * Milliseconds after a change at which to see whether VS Code has asked for the list by itself. The first is after it
 * has closed the list because of a paste or an undo, which it does a moment after asking. The second is for a slow
 * machine, and for an input method, during which VS Code leaves the list as it was.
 */
const FIRST_LOOK_MS = 30;
const LAST_LOOK_MS = 120;

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
	let timers: NodeJS.Timeout[] = [];
	const stopLooking = (): void => {
		for (const timer of timers) {
			clearTimeout(timer);
		}
		timers = [];
	};

	const isAskedFor = ({ uri, version }: vscode.TextDocument): boolean =>
		asked?.uri === uri.toString() && asked.version >= version;

	/**
	 * Asking puts the keyboard into the note, wherever people have taken it meanwhile: so the list is asked for only where
	 * it is missing. While one is open, asking has no effect.
	 */
	const ask = async (document: vscode.TextDocument, { isStale = false } = {}): Promise<void> => {
		if (closed || citations.current()?.document !== document) {
			return;
		}
		if (isStale) {
			await vscode.commands.executeCommand('hideSuggestWidget');
		}
		await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
	};

	const lookAfter = (document: vscode.TextDocument, isClosed: boolean): void => {
		let atFirst: Asked | undefined;
		const first = (): void => {
			atFirst = asked;
			if (isClosed || !isAskedFor(document)) {
				void ask(document);
			}
		};
		const last = (): void => {
			const isStale = !isAskedFor(document);
			if (isStale || (isClosed && asked === atFirst)) {
				void ask(document, { isStale });
			}
		};
		timers = [setTimeout(first, FIRST_LOOK_MS), setTimeout(last, LAST_LOOK_MS)];
	};

	const onChange = (change: vscode.TextDocumentChangeEvent): void => {
		const { document, contentChanges, reason } = change;
		if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) {
			return;
		}
		stopLooking();
		// Whoever has taken a row is done, also when it is done again.
		if (!edits.made(change) && !contentChanges.some(({ text }) => offered.has(text))) {
			lookAfter(document, isMoved(contentChanges, reason));
		}
	};

	const provideCompletionItem: Middleware['provideCompletionItem'] = async (
		document,
		position,
		context,
		token,
		next,
	) => {
		closed &&= context.triggerKind !== vscode.CompletionTriggerKind.Invoke;
		if (closed) {
			return undefined;
		}
		asked = { uri: document.uri.toString(), version: document.version };
		const list = await next(document, position, context, token);
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

/** A row that only says something inserts nothing, and a single letter is more often typed than taken from a list. */
function whatItInserts({ kind, insertText }: vscode.CompletionItem): string[] {
	const text = String(insertText);
	return kind === vscode.CompletionItemKind.Text || text.length < 2 ? [] : [text];
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
