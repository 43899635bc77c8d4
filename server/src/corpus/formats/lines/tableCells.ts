/** Rows of tables in Markdown (https://github.github.com/gfm/#tables-extension-). */

import type { Span } from '../../../util/span.ts';
import { type Line, trimmedLine } from './lines.ts';

export interface TableCell {
	/** Without surrounding white space. A bar in it is still escaped, `\|`. */
	readonly text: string;
	readonly span: Span;
}

/** In characters. No table has enough columns for a longer line. */
const MAX_DELIMITER_LENGTH = 10_000;

/** `|---|:-:|` */
export function isDelimiterRow(line: string): boolean {
	return (
		line.length <= MAX_DELIMITER_LENGTH && line.includes('|') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line)
	);
}

/** The cells of a row, separated by unescaped bars. */
export function tableCells({ text, span }: Line): readonly TableCell[] {
	const cells: TableCell[] = [];
	let start = text.startsWith('|') ? 1 : 0;
	for (let at = start; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\') {
			at++;
		} else if (character === '|') {
			cells.push(cellOf(text, start, at, span));
			start = at + 1;
		}
	}
	return start < text.length ? [...cells, cellOf(text, start, text.length, span)] : cells;
}

function cellOf(line: string, start: number, end: number, { start: offset }: Span): TableCell {
	const { text, span } = trimmedLine(line, { start, end });
	return { text, span: { start: offset + span.start, end: offset + span.end } };
}
