/**
 * Keeps the list of papers open while text inside a citation changes. VS Code by itself ends the list when the cursor
 * comes to where no word begins, and after anything but typing and deletion; Markdown has no suggestions for letters.
 */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { CitationAtCursor } from './citationAtCursor.ts';
import { withWholeRanges } from './severalCursors.ts';

/**
 * Milliseconds after a change at which to see whether VS Code has asked for the list by itself. The first is after it
 * has closed the list because of a paste or an undo, which it does a moment after asking. The second is for a slow
 * machine; where the list is open by then, asking has no effect.
 */
const LOOKS_MS = [30, 250];

export interface ListKeeper extends vscode.Disposable {
	readonly middleware: Pick<Middleware, 'provideCompletionItem'>;
	/** Closes the list, for as long as the cursor stays in its citation and nobody asks for it. */
	readonly closeList: () => void;
}

interface Asked {
	readonly uri: string;
	readonly version: number;
}

export function listKeeper(citations: CitationAtCursor): ListKeeper {
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

	const askUnlessAsked = (document: vscode.TextDocument, isLast: boolean): void => {
		const isAsked = asked?.uri === document.uri.toString() && asked.version >= document.version;
		if (!closed && (isLast || !isAsked) && citations.current()?.document === document) {
			// Has no effect while a list is open.
			void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
		}
	};

	const onChange = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void => {
		if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) {
			return;
		}
		stopLooking();
		// Whoever has taken a row is done, also when it is done again.
		if (!contentChanges.some(({ text }) => offered.has(text))) {
			const isLast = (index: number): boolean => index === LOOKS_MS.length - 1 || isMoved(contentChanges, reason);
			timers = LOOKS_MS.map((ms, index) => setTimeout(() => askUnlessAsked(document, isLast(index)), ms));
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

/** Whether VS Code closes its list after this change, though it has asked: a paste or an undo moves the cursor for it. */
function isMoved(
	changes: readonly vscode.TextDocumentContentChangeEvent[],
	reason: vscode.TextDocumentChangeReason | undefined,
): boolean {
	return reason !== undefined || changes.some(({ text }) => text.length > 1);
}
