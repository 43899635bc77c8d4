/** The rows of several lists as one. */

import type { RowCursor } from './rowCursor.ts';
import { emptyBits, NO_ROW, RowWindow } from './rowWindow.ts';

/** Rows that are merged, at most. Of longer lists most questions read only the beginning. */
const MAX_MERGED_ROWS = 2 ** 12;

/**
 * All rows of the cursors, ascending and each once. Undefined if there are too many. `widest`: the maximum number of
 * papers in one year.
 */
export function mergedRows(cursors: readonly RowCursor[], widest: number): Int32Array | undefined {
	const rows: number[] = [];
	const window = new RowWindow(widest);
	const bits = emptyBits();
	for (let row = leastRow(cursors); row < NO_ROW; row = leastRow(cursors)) {
		window.moveTo(row);
		bits.fill(0, 0, window.words);
		for (const cursor of cursors) {
			cursor.fill(bits, window);
		}
		window.collect(bits, { from: 0, to: NO_ROW, limit: MAX_MERGED_ROWS + 1 }, rows);
		if (rows.length > MAX_MERGED_ROWS) {
			return undefined;
		}
	}
	return new Int32Array(rows);
}

function leastRow(cursors: readonly RowCursor[]): number {
	return cursors.reduce((least, { row }) => Math.min(least, row), NO_ROW);
}
