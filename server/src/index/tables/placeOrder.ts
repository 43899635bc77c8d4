/** The order in which places are listed. */

import type { Range } from '../../util/span.ts';

/** Compares by code units, which is the same everywhere. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function compareRanges(a: Range, b: Range): number {
	return a.start.line - b.start.line || a.start.character - b.start.character;
}
