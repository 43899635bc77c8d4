/** Stretches of text, in UTF-16 code units as strings and the protocol count them. */

/** From `start` up to, not including, `end`. For `key` in `@paper[key]` this is 7 to 10. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A place as editors count it, from zero; `character` is in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Whether `offset` is in the span or at its end, where the cursor is after typing it. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** Whether the two share text or touch. */
export function overlaps(one: Span, other: Span): boolean {
	return one.start <= other.end && other.start <= one.end;
}

/** Whether the two share text. */
export function shareText(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}
