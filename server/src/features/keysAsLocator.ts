/** `@paper[a, b]` where `b` is a paper: the writer meant two papers. */

import type { CitationItem } from '../notes/citation.ts';
import type { Note } from '../notes/note.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export interface KeysAsLocator {
	/** For `@paper[a, b, c, p. 4]` these are `b` and `c`. */
	readonly keys: readonly string[];
	/** From the first key to the last: `b, c`. */
	readonly span: Span;
	/** The same with the comma before it: `, b, c`. */
	readonly withComma: Span;
}

export function keysAsLocator(view: WorkspaceView, note: Note, item: CitationItem): KeysAsLocator | undefined {
	if (!item.locator) {
		return undefined;
	}
	const { start } = item.locator.span;
	const pieces = note.text.slice(start, item.locator.span.end).split(',');
	const firstOther = pieces.findIndex((piece) => !isKey(view, piece.trim()));
	const ours = firstOther < 0 ? pieces : pieces.slice(0, firstOther);
	if (ours.length === 0) {
		return undefined;
	}
	const end = start + ours.join(',').trimEnd().length;
	return {
		keys: ours.map((piece) => piece.trim()),
		span: { start, end },
		withComma: { start: note.text.lastIndexOf(',', start), end },
	};
}

function isKey(view: WorkspaceView, text: string): boolean {
	return text !== '' && !/\s/.test(text) && view.resolve(text).length > 0;
}
