/**
 * A range of rows as bits, one for each row. The rows of a year are dense at the end of the year, and the rows
 * between them and the year before are unused. So bits use another numbering, in which each year has as many numbers
 * as the year with the most papers has rows.
 */

import { ROWS_OF_YEAR } from '../paperRow.ts';

/** Rows in the largest window. */
const MAX_WINDOW_BITS = 2 ** 16;
/**
 * Rows in the first window: most questions ask for a few hundred rows, which the newest papers have. Each further window
 * has four times as many.
 */
const FIRST_WINDOW_BITS = 2 ** 12;
const WINDOW_GROWTH = 4;
const WORD_BITS = 32;

/** If at most this many rows were found, it is faster to ask for each whether it has the other terms. */
const MAX_SINGLE_ROWS = 32;

/** A window consists of whole words of bits. */
const MIN_SHIFT = 6;

const YEAR_SHIFT = Math.log2(ROWS_OF_YEAR);
const WITHIN_YEAR = ROWS_OF_YEAR - 1;

/** Greater than every row. */
export const NO_ROW = 2 ** 31 - 1;

export type Bits = Int32Array;

/** Bits for the largest window. */
export function emptyBits(): Bits {
	return new Int32Array(MAX_WINDOW_BITS / WORD_BITS);
}

/** The distance of a row from the end of its year. A run's `widest` is the maximum of these. */
export function depthOf(row: number): number {
	return ROWS_OF_YEAR - (row & WITHIN_YEAR);
}

export class RowWindow {
	/** The first row of the window, and the first row after it. */
	first = 0;
	end = 0;
	/** How many words of bits the window has. */
	words = 0;
	/** The number of the window's first bit. */
	#base = 0;
	/** How many numbers a year has. */
	readonly #perYear: number;
	/** How many rows at the start of a year are unused. */
	readonly #skipped: number;

	/** `widest` is the maximum number of papers in one year. */
	constructor(widest: number) {
		this.#perYear = 2 ** Math.max(MIN_SHIFT, Math.ceil(Math.log2(widest)));
		this.#skipped = ROWS_OF_YEAR - this.#perYear;
	}

	/** Moves the window to `row`, where it begins or nearly so. It grows with each move. */
	moveTo(row: number): void {
		const bits = this.words === 0 ? FIRST_WINDOW_BITS : WORD_BITS * this.words * WINDOW_GROWTH;
		this.words = Math.min(bits, MAX_WINDOW_BITS) / WORD_BITS;
		this.#base = Math.floor(this.#numberOf(row) / WORD_BITS) * WORD_BITS;
		this.first = this.#rowOf(this.#base);
		this.end = Math.min(this.#rowOf(this.#base + WORD_BITS * this.words), NO_ROW);
	}

	/** Sets the bit of a row in the window. */
	set(bits: Bits, row: number): void {
		const bit = (row >>> YEAR_SHIFT) * this.#perYear + (row & WITHIN_YEAR) - this.#skipped - this.#base;
		bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
	}

	/** Appends the rows whose bits are set to `rows`, in order, from `from` to `to`, until `rows` has `limit` rows. */
	collect(bits: Bits, { from, to, limit }: { from: number; to: number; limit: number }, rows: number[]): void {
		for (let word = 0; word < this.words; word++) {
			for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
				const row = this.#rowOf(this.#base + word * 32 + (31 - Math.clz32(rest & -rest)));
				if (row > to || rows.length >= limit) {
					return;
				}
				if (row >= from) {
					rows.push(row);
				}
			}
		}
	}

	/** The rows whose bits are set, if there are only a few. */
	fewOf(bits: Bits): readonly number[] | undefined {
		const rows: number[] = [];
		this.collect(bits, { from: 0, to: NO_ROW, limit: MAX_SINGLE_ROWS + 1 }, rows);
		return rows.length <= MAX_SINGLE_ROWS ? rows : undefined;
	}

	#numberOf(row: number): number {
		const within = Math.max((row & WITHIN_YEAR) - this.#skipped, 0);
		return (row >>> YEAR_SHIFT) * this.#perYear + within;
	}

	#rowOf(number: number): number {
		const year = Math.floor(number / this.#perYear);
		return year * ROWS_OF_YEAR + this.#skipped + (number - year * this.#perYear);
	}
}
