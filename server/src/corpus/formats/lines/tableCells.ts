/** Rows of tables in Markdown (https://github.github.com/gfm/#tables-extension-). */

import type { Span } from '../../../util/span.ts';
import { type Line, trimmedLine } from './lines.ts';

export interface TableCell {
	/** Without white space at its ends; a bar in it is still `\|`. */
	readonly text: string;
	readonly span: Span;
}

/** No table has as many columns as would fill a line of more characters. */
const MAX_DELIMITER_LENGTH = 10_000;

/** `|---|:-:|` */
export function isDelimiterRow(line: string): boolean {
	return (
		line.length <= MAX_DELIMITER_LENGTH && line.includes('|') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line)
	);
}

/** The cells of a row, between bars that have no backslash before them. */
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
