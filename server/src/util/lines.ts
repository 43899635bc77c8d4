/**
 * Finds where lines begin in a text, to turn offsets into positions. Lines end with LF, CRLF or CR, as in the
 * protocol.
 */

import type { Position, Range, Span } from './span.ts';

/** The offsets at which lines begin; the first is 0. */
export type LineStarts = readonly number[];

const LF = 10;
const CR = 13;

export function lineStartsOf(text: string): LineStarts {
	const starts = [0];
	const carriageReturns = text.includes('\r');
	if (!carriageReturns) {
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			starts.push(at + 1);
		}
		return starts;
	}
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
			starts.push(at + 1);
		}
	}
	return starts;
}

/** The position of `offset`, found by binary search. */
export function positionAt(starts: LineStarts, offset: number): Position {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return { line: low, character: offset - (starts[low] ?? 0) };
}

/** The range of `span`. If the text is part of a longer one, `linesBefore` is the number of lines before it. */
export function rangeOf(starts: LineStarts, span: Span, linesBefore = 0): Range {
	const place = (offset: number): Position => {
		const { line, character } = positionAt(starts, offset);
		return { line: line + linesBefore, character };
	};
	return { start: place(span.start), end: place(span.end) };
}

/** The offset of `position`. */
export function offsetAt(starts: LineStarts, { line, character }: Position): number {
	return (starts[line] ?? starts.at(-1) ?? 0) + character;
}
