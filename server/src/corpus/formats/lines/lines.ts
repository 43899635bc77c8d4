/** The lines of a text and their places. Lines may end with LF, CRLF, or CR alone. */

import type { Span } from '../../../util/span.ts';

export interface Line {
	/** Without its line end and without surrounding white space. */
	readonly text: string;
	/** Place of `text`: for ` # A title ` this covers `# A title`. */
	readonly span: Span;
}

/** Every line of `text` between `start` and `end`, one at a time. */
export function* linesIn(text: string, { start, end }: Span = { start: 0, end: text.length }): Generator<Line> {
	let from = start;
	while (from < end) {
		const to = lineEnd(text, from, end);
		yield trimmedLine(text, { start: from, end: to });
		from = text.startsWith('\r\n', to) ? to + 2 : to + 1;
	}
}

function lineEnd(text: string, from: number, end: number): number {
	for (let at = from; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x0a || code === 0x0d) {
			return at;
		}
	}
	return end;
}

/** The part of `text` in `span`, without white space at its ends. */
export function trimmedLine(text: string, span: Span): Line {
	const raw = text.slice(span.start, span.end);
	const trimmed = raw.trim();
	const start = span.start + raw.length - raw.trimStart().length;
	return { text: trimmed, span: { start, end: start + trimmed.length } };
}

/** Joins lines into one text. Several blank lines between paragraphs become one; none are kept at the ends. */
export function joinLines(lines: readonly Line[]): string {
	return lines
		.map((line) => line.text)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
