/** The lines of a text and where they stand, whatever ends them: LF, CRLF, or CR alone. */

import type { Span } from '../../../util/span.ts';

export interface Line {
	/** Without its line end, and without white space before and after. */
	readonly text: string;
	/** Of `text`: for ` # A title ` this covers `# A title`. */
	readonly span: Span;
}

/** Every line of `text` between `start` and `end`, one by one. */
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

/** The stretch of `text` in `span` without the white space at its ends. */
export function trimmedLine(text: string, span: Span): Line {
	const raw = text.slice(span.start, span.end);
	const trimmed = raw.trim();
	const start = span.start + raw.length - raw.trimStart().length;
	return { text: trimmed, span: { start, end: start + trimmed.length } };
}

/** Lines as one text: each on its own line, blank ones between paragraphs kept once, none at the ends. */
export function joinLines(lines: readonly Line[]): string {
	return lines
		.map((line) => line.text)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
