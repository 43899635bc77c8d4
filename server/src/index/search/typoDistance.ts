/** How many slips of the finger lie between what was typed and a word. */

export interface Nearness {
	/** Letters missing, added, replaced, or exchanged with a neighbour. */
	readonly distance: number;
	/** How much of the word was typed, in letters. */
	readonly length: number;
}

/** Bytes of ASCII letters from `start` up to, not including, `end`. */
export interface Letters {
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** Longest word that is compared, in letters: what was typed, and a word with it, are cut before. */
export const LONGEST_COMPARED = 32;

const FAR = 99;

/** Three rows of the table, used again for each word: a search compares thousands. */
interface Table {
	before: Uint8Array;
	above: Uint8Array;
	row: Uint8Array;
}

const WIDTH = LONGEST_COMPARED + 4;
const table: Table = { before: new Uint8Array(WIDTH), above: new Uint8Array(WIDTH), row: new Uint8Array(WIDTH) };

/**
 * Compares the typed letters with the beginning of a word (optimal string alignment, within a band of `most`), and takes
 * the beginning that is nearest; the longest of equals that are no longer than what was typed, since that is what a
 * replaced letter leaves. Undefined if all are more than `most` away.
 */
export function nearness(typed: Uint8Array, word: Letters, most: number): Nearness | undefined {
	const length = Math.min(word.end - word.start, typed.length + most);
	table.above.fill(FAR);
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

/** Fills the part of a row that lies in the band, and returns the least of it. */
function fillRow(
	typed: Uint8Array,
	word: Letters,
	{ line, length, most }: { line: number; length: number; most: number },
): number {
	const { row } = table;
	const from = Math.max(1, line - most);
	const to = Math.min(length, line + most);
	row[from - 1] = from === 1 && line <= most ? line : FAR;
	let least = row[from - 1] ?? FAR;
	for (let column = from; column <= to; column++) {
		const value = cellOf(typed, word, line, column);
		row[column] = value;
		least = Math.min(least, value);
	}
	// The next row looks one to the right of the band.
	row[to + 1] = FAR;
	return least;
}

function cellOf(typed: Uint8Array, word: Letters, line: number, column: number): number {
	const { before, above, row } = table;
	const letter = typed[line - 1];
	const at = word.start + column - 1;
	const replaced = (above[column - 1] ?? FAR) + (letter === word.bytes[at] ? 0 : 1);
	const value = Math.min(replaced, (above[column] ?? FAR) + 1, (row[column - 1] ?? FAR) + 1);
	const isExchanged = line > 1 && column > 1 && letter === word.bytes[at - 1] && typed[line - 2] === word.bytes[at];
	return isExchanged ? Math.min(value, (before[column - 2] ?? FAR) + 1) : value;
}

function nearestEnd(typed: number, length: number, most: number): Nearness | undefined {
	let best: Nearness | undefined;
	for (let column = Math.max(0, typed - most); column <= Math.min(length, typed + most); column++) {
		const distance = table.above[column] ?? FAR;
		if (distance <= most && (!best || distance < best.distance || (distance === best.distance && column <= typed))) {
			best = { distance, length: column };
		}
	}
	return best;
}
