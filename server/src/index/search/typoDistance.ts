/** The number of typing errors between a typed word and the beginning of another. */

export interface Nearness {
	/** Letters missing, added, replaced, or exchanged with a neighbour. */
	readonly distance: number;
	/** How much of the word was typed, in letters. */
	readonly length: number;
}

/** Bytes of ASCII letters from `start` to `end` (exclusive). */
export interface Letters {
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** The longest words compared, in letters. Longer typed words and longer words are cut before. */
export const MAX_COMPARED_LENGTH = 32;

const OUT_OF_BAND = 99;

/** Three rows of the table, reused for each word: a search compares thousands. */
interface Table {
	before: Uint8Array;
	above: Uint8Array;
	row: Uint8Array;
}

const ROW_WIDTH = MAX_COMPARED_LENGTH + 4;
const table: Table = {
	before: new Uint8Array(ROW_WIDTH),
	above: new Uint8Array(ROW_WIDTH),
	row: new Uint8Array(ROW_WIDTH),
};

/**
 * Compares the typed letters with the prefixes of a word (optimal string alignment, within a band of `most`), and
 * takes the nearest prefix. Among equally near ones, takes the longest that is no longer than what was typed, as a
 * replaced letter leaves it. Undefined if all have more than `most` errors.
 */
export function nearness(typed: Uint8Array, word: Letters, most: number): Nearness | undefined {
	const length = Math.min(word.end - word.start, typed.length + most);
	table.above.fill(OUT_OF_BAND);
	for (let column = 0; column <= Math.min(length, most); column++) {
		table.above[column] = column;
	}
	for (let line = 1; line <= typed.length; line++) {
		const { before, above, row } = table;
		if (fillRow(typed, word, { line, length, most }) > most) {
			return undefined;
		}
		table.before = above;
		table.above = row;
		table.row = before;
	}
	return nearestEnd(typed.length, length, most);
}

/** Fills the part of a row within the band. Returns its minimum. */
function fillRow(
	typed: Uint8Array,
	word: Letters,
	{ line, length, most }: { line: number; length: number; most: number },
): number {
	const { row } = table;
	const from = Math.max(1, line - most);
	const to = Math.min(length, line + most);
	row[from - 1] = from === 1 && line <= most ? line : OUT_OF_BAND;
	let least = row[from - 1] ?? OUT_OF_BAND;
	for (let column = from; column <= to; column++) {
		const value = cellOf(typed, word, line, column);
		row[column] = value;
		least = Math.min(least, value);
	}
	// The next row reads one column to the right of the band.
	row[to + 1] = OUT_OF_BAND;
	return least;
}

function cellOf(typed: Uint8Array, word: Letters, line: number, column: number): number {
	const { before, above, row } = table;
	const letter = typed[line - 1];
	const at = word.start + column - 1;
	const replaced = (above[column - 1] ?? OUT_OF_BAND) + (letter === word.bytes[at] ? 0 : 1);
	const value = Math.min(replaced, (above[column] ?? OUT_OF_BAND) + 1, (row[column - 1] ?? OUT_OF_BAND) + 1);
	const isExchanged = line > 1 && column > 1 && letter === word.bytes[at - 1] && typed[line - 2] === word.bytes[at];
	return isExchanged ? Math.min(value, (before[column - 2] ?? OUT_OF_BAND) + 1) : value;
}

function nearestEnd(typed: number, length: number, most: number): Nearness | undefined {
	let best: Nearness | undefined;
	for (let column = Math.max(0, typed - most); column <= Math.min(length, typed + most); column++) {
		const distance = table.above[column] ?? OUT_OF_BAND;
		if (distance <= most && (!best || distance < best.distance || (distance === best.distance && column <= typed))) {
			best = { distance, length: column };
		}
	}
	return best;
}
