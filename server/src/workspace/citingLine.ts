/** The text around a citation, by which lists show where a paper is cited. */

import { type LineStarts, rangeOf } from '../util/lines.ts';
import type { Span } from '../util/span.ts';

/** In characters. Programs write whole files as one line. */
const MAX_LINE_LENGTH = 1000;

/** The line of the span without surrounding space, or of a very long line the part around the span. */
export function citingLine(text: string, starts: LineStarts, span: Span): string {
	const { line } = rangeOf(starts, span).start;
	const [start = 0, end = text.length] = [starts[line], starts[line + 1]];
	const from = end - start > MAX_LINE_LENGTH ? Math.max(start, span.start - MAX_LINE_LENGTH / 2) : start;
	return text.slice(from, Math.min(end, from + MAX_LINE_LENGTH)).trim();
}
