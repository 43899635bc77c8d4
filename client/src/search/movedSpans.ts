/** Tracks places in a text while it is edited. */

/** From `start` up to `end`, in UTF-16 units. If they are equal, it is a cursor. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The `length` units from `offset` on have become `inserted` units. */
export interface TextChange {
	readonly offset: number;
	readonly length: number;
	readonly inserted: number;
}

/** `span` after `changes`. Each change counts offsets in the text that the previous changes left. */
export function movedSpan(span: Span, changes: readonly TextChange[]): Span {
	return changes.reduce(moved, span);
}

/** Text inserted at a cursor or at a span's start goes before it. If a part is deleted, the rest remains. */
function moved({ start, end }: Span, change: TextChange): Span {
	const newStart = movedOffset(start, change);
	return { start: newStart, end: start === end ? newStart : Math.max(newStart, movedEnd(end, change)) };
}

function movedOffset(at: number, { offset, length, inserted }: TextChange): number {
	return at < offset ? at : Math.max(at - length, offset) + inserted;
}

/** Text inserted right after a span does not belong to it. */
function movedEnd(at: number, change: TextChange): number {
	return at <= change.offset ? at : movedOffset(at, change);
}
