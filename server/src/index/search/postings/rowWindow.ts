/**
 * A stretch of rows as bits, a bit a row. Rows of a year are dense at its end, and nothing stands between them and the
 * year before; in the numbering used here, as many rows as the richest year has are left for each.
 */

import { ROWS_OF_YEAR } from '../paperRow.ts';

/** Rows of a window. */
const BITS = 2 ** 16;
const WORDS = BITS / 32;

/** With so few rows found, it is quicker to ask of each whether it has the other terms. */
const FEW = 32;

/** A window is whole words of bits. */
const LEAST_SHIFT = 6;

const YEAR_SHIFT = Math.log2(ROWS_OF_YEAR);
const WITHIN_YEAR = ROWS_OF_YEAR - 1;

/** Above every row. */
export const NO_ROW = 2 ** 31 - 1;

export type Bits = Int32Array;

export function emptyBits(): Bits {
	return new Int32Array(WORDS);
}

/** How far from the end of its year a row is: what `widest` of a run is the most of. */
export function depthOf(row: number): number {
	return ROWS_OF_YEAR - (row & WITHIN_YEAR);
}

export class RowWindow {
	/** The first row of the window, and the first beyond it. */
	first = 0;
	end = 0;
	/** The number of the window's first bit. */
	#base = 0;
	/** Numbers of a year. */
	readonly #perYear: number;
	/** Rows of a year that no paper has: the first. */
	readonly #skipped: number;

	/** `widest`: papers of one year, at most. */
	constructor(widest: number) {
		this.#perYear = 2 ** Math.max(LEAST_SHIFT, Math.ceil(Math.log2(widest)));
		this.#skipped = ROWS_OF_YEAR - this.#perYear;
	}

	/** Moves to where `row` is. */
	moveTo(row: number): void {
		this.#base = Math.floor(this.#numberOf(row) / BITS) * BITS;
		this.first = this.#rowOf(this.#base);
		this.end = Math.min(this.#rowOf(this.#base + BITS), NO_ROW);
	}

	/** Sets the bit of a row of the window. */
	set(bits: Bits, row: number): void {
		const bit = (row >>> YEAR_SHIFT) * this.#perYear + (row & WITHIN_YEAR) - this.#skipped - this.#base;
		bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
	}

	/** The rows whose bits are set, in order, those from `from` to `to`, until there are `limit` in `rows`. */
	collect(bits: Bits, { from, to, limit }: { from: number; to: number; limit: number }, rows: number[]): void {
		for (let word = 0; word < WORDS; word++) {
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

	/** The rows whose bits are set, if there are few. */
	fewOf(bits: Bits): readonly number[] | undefined {
		const rows: number[] = [];
		this.collect(bits, { from: 0, to: NO_ROW, limit: FEW + 1 }, rows);
		return rows.length <= FEW ? rows : undefined;
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
