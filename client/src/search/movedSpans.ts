/** Places in a text while it is edited. */

/** From `start` up to `end`, in UTF-16 units; where they are equal, a cursor. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** `length` units from `offset` on have become `inserted` units. */
export interface TextChange {
	readonly offset: number;
	readonly length: number;
	readonly inserted: number;
}

/** Where `span` is after `changes`, each of which counts in the text that those before it left. */
export function movedSpan(span: Span, changes: readonly TextChange[]): Span {
	return changes.reduce(moved, span);
}

/** What is inserted at a cursor or a start stands before it; of what is deleted the rest stays. */
function moved({ start, end }: Span, change: TextChange): Span {
	const newStart = movedOffset(start, change);
	return { start: newStart, end: start === end ? newStart : Math.max(newStart, movedEnd(end, change)) };
}

function movedOffset(at: number, { offset, length, inserted }: TextChange): number {
	return at < offset ? at : Math.max(at - length, offset) + inserted;
}

/** Text right behind a span does not belong to it. */
function movedEnd(at: number, change: TextChange): number {
	return at <= change.offset ? at : movedOffset(at, change);
}
