/** Stretches of text, the way strings and the protocol count: in UTF-16 code units. */

/** From `start` up to, not including, `end`. For `key` in `@paper[key]` this is 7 to 10. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A place as editors name it: both counted from zero, `character` in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Whether `offset` touches the span; its end counts, since a cursor there has just typed the span. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** Whether the two have text in common, or touch. */
export function overlaps(one: Span, other: Span): boolean {
	return one.start <= other.end && other.start <= one.end;
}

/** Whether the two have text in common. */
export function shareText(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}
