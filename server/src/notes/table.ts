/** Tables in GitHub's syntax: a row of cells, a row of dashes, more rows. Each cell is separate prose. */

import { cut, type Stretch, splitAt } from './words.ts';

/** `| --- | :-: |`: dashes and at least one bar. */
const RULE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*(?:\||$))+[ \t]*$/;

/**
 * The prose of a paragraph: the text before a table and the table's cells, or the whole paragraph if it holds no table.
 */
export function cellsOf(stretch: Stretch): readonly Stretch[] {
	if (!stretch.text.includes('|') || !stretch.text.includes('\n')) {
		return [stretch];
	}
	const lines = splitAt(stretch, '\n');
	const rule = lines.findIndex((line, i) => i > 0 && isRule(line.text) && isHeader(lines[i - 1], line));
	if (rule < 0) {
		return [stretch];
	}
	const rows = lines.slice(rule - 1);
	const before = cut(stretch, 0, (rows[0]?.offset ?? 0) - stretch.offset);
	return [before, ...rows.flatMap(rowCells)];
}

function isRule(line: string): boolean {
	return line.includes('|') && RULE.test(line);
}

/** A header has as many cells as the rule below it has columns. */
function isHeader(header: Stretch | undefined, rule: Stretch): boolean {
	return header?.text.includes('|') === true && rowCells(header).length === rowCells(rule).length;
}

/** The cells of a row: the text between bars. An escaped bar (`\|`) is text, even in a code span. */
function rowCells(line: Stretch): Stretch[] {
	const cells: Stretch[] = [];
	let start = 0;
	for (const bar of line.text.matchAll(/\\[\s\S]|\||$/g)) {
		if (bar[0].startsWith('\\')) {
			continue;
		}
		const text = line.text.slice(start, bar.index);
		const atEdge = start === 0 || bar[0] === '';
		if (!atEdge || text.trim() !== '') {
			cells.push({ text, offset: line.offset + start });
		}
		start = bar.index + 1;
	}
	return cells;
}
