/** How many slips of the finger lie between what was typed and a word. */

export interface Nearness {
	/** Letters missing, added, replaced, or exchanged with a neighbour. */
	readonly distance: number;
	/** How much of the word was typed, in letters. */
	readonly length: number;
}

/** Longest word that is compared, in letters: what was typed, and a word with it, are cut before. */
export const LONGEST_COMPARED = 32;

const WIDTH = LONGEST_COMPARED + 3;
const FAR = 99;
/** Three rows of the table, used again for each word: a search compares thousands. */
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/**
 * Compares the typed letters with the beginning of a word (optimal string alignment, within a band of `most`), and takes
 * the beginning that is nearest; the longest of equals that are no longer than what was typed, since that is what a
 * replaced letter leaves. Undefined if all are more than `most` away.
 */
export function nearness(
	typed: Uint8Array,
	word: Uint8Array,
	span: { start: number; end: number },
	most: number,
): Nearness | undefined {
	const length = Math.min(span.end - span.start, typed.length + most);
	let [before, above, row]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
	for (let column = 0; column <= length; column++) {
		above[column] = column;
	}
	for (let line = 1; line <= typed.length; line++) {
		const from = Math.max(1, line - most);
		const to = Math.min(length, line + most);
		row[from - 1] = from === 1 ? line : FAR;
		let least: number = row[from - 1] ?? FAR;
		const letter = typed[line - 1];
		for (let column = from; column <= to; column++) {
			const other = word[span.start + column - 1];
			const up = column === line + most ? FAR : (above[column] ?? FAR);
			let value = Math.min(
				up + 1,
				(row[column - 1] ?? FAR) + 1,
				(above[column - 1] ?? FAR) + (letter === other ? 0 : 1),
			);
			if (line > 1 && column > 1 && letter === word[span.start + column - 2] && typed[line - 2] === other) {
				value = Math.min(value, (before[column - 2] ?? FAR) + 1);
			}
			row[column] = value;
			least = Math.min(least, value);
		}
		if (least > most) {
			return undefined;
		}
		[before, above, row] = [above, row, before];
	}
	return nearestEnd(above, typed.length, length, most);
}

function nearestEnd(last: Uint8Array, typed: number, length: number, most: number): Nearness | undefined {
	let best: Nearness | undefined;
	for (let column = Math.max(0, typed - most); column <= Math.min(length, typed + most); column++) {
		const distance = last[column] ?? FAR;
		if (distance <= most && (!best || distance < best.distance || (distance === best.distance && column <= typed))) {
			best = { distance, length: column };
		}
	}
	return best;
}
