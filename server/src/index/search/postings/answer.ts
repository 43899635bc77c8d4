/**
 * Finds the papers that answer a question, the newest first, until there are enough: row by row if few rows are to be
 * looked at, else window by window.
 */

import type { RowRange } from '../paperRow.ts';
import { placeOf } from './ascendingRows.ts';
import type { Question } from './question.ts';
import type { RowCursor } from './rowCursor.ts';
import { type Bits, emptyBits, NO_ROW, RowWindow } from './rowWindow.ts';
import type { FoundRows, TermLookup } from './termLookup.ts';

/** A part of a question. It is asked about windows in their order. */
interface Part {
	/** How much there is to read. Comparable between parts. */
	readonly weight: number;
	/** How many lists must be asked for each row. */
	readonly lists: number;
	/** The first row from `row` on that matches; `NO_ROW` if there is none. Earlier rows cannot be asked for afterwards. */
	next(row: number): number;
	/** The first row from `row` on that may match; `NO_ROW` if there is none. */
	seek(row: number): number;
	/**
	 * Sets the bits of the matching rows of the window, in addition to those already set. Earlier rows cannot be
	 * asked for afterwards.
	 */
	fill(bits: Bits, window: RowWindow, depth: number): void;
	/** Whether a row matches. Must be asked in the order of rows; earlier rows cannot be asked for afterwards. */
	has(row: number): boolean;
}

/** The first `limit` rows of `range` that match. */
export function rowsAnswering(lookup: TermLookup, question: Question, range: RowRange, limit: number): number[] {
	const part = partOf(lookup, question);
	const stretch = { from: range.first, to: Math.min(range.last, NO_ROW - 1), limit };
	if ((part.weight + part.lists) * part.lists <= MAX_SINGLE_STEPS) {
		return rowByRow(part, stretch);
	}
	const window = new RowWindow(lookup.widest);
	const rows: number[] = [];
	for (let row = part.seek(stretch.from); row <= stretch.to && rows.length < limit; row = part.seek(window.end)) {
		window.moveTo(row);
		const bits = clearBits(0, window);
		part.fill(bits, window, 1);
		window.collect(bits, stretch, rows);
	}
	return rows;
}

/** If it takes at most this many steps to go through the rows one by one, that is faster than by windows. */
const MAX_SINGLE_STEPS = 6000;

interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly limit: number;
}

function rowByRow(part: Part, { from, to, limit }: Stretch): number[] {
	const rows: number[] = [];
	for (let row = part.next(from); row <= to && rows.length < limit; row = part.next(row + 1)) {
		rows.push(row);
	}
	return rows;
}

function partOf(lookup: TermLookup, question: Question): Part {
	switch (question.kind) {
		case 'term':
			return termsPart(lookup.term(question.term));
		case 'begins':
			return termsPart(lookup.beginning(question.beginning));
		case 'rows':
			return new Rows(question.rows);
		case 'any':
			return new Any(question.of.map((one) => partOf(lookup, one)));
		default:
			return new All(
				question.of.map((one) => partOf(lookup, one)),
				question.none && partOf(lookup, question.none),
			);
	}
}

function termsPart(found: FoundRows): Part {
	return found instanceof Int32Array ? new Rows(found) : new Terms(found);
}

class Terms implements Part {
	readonly weight: number;
	readonly lists: number;
	#cursors: readonly RowCursor[];

	constructor(cursors: readonly RowCursor[]) {
		this.#cursors = cursors;
		this.lists = cursors.length;
		this.weight = cursors.reduce((sum, cursor) => sum + cursor.weight, 0);
	}

	seek(row: number): number {
		let least = NO_ROW;
		for (const cursor of this.#cursors) {
			cursor.skipTo(row);
			least = Math.min(least, cursor.row);
		}
		return least;
	}

	next(row: number): number {
		return this.seek(row);
	}

	fill(bits: Bits, window: RowWindow): void {
		for (const cursor of this.#cursors) {
			cursor.fill(bits, window);
		}
		if (this.#cursors.length > MAX_UNCHECKED_CURSORS) {
			this.#cursors = this.#cursors.filter(({ row }) => row < NO_ROW);
		}
	}

	has(row: number): boolean {
		return this.#cursors.some((cursor) => {
			cursor.skipTo(row);
			return cursor.row === row;
		});
	}
}

/** Given rows. Read to the end of a window at a time, as cursors are. */
class Rows implements Part {
	readonly weight: number;
	readonly lists = 1;
	readonly #rows: Int32Array;
	#at = 0;

	constructor(rows: Int32Array) {
		this.#rows = rows;
		this.weight = rows.length;
	}

	seek(row: number): number {
		this.#at = placeOf(this.#rows, row, this.#at);
		return this.#rows[this.#at] ?? NO_ROW;
	}

	next(row: number): number {
		return this.seek(row);
	}

	fill(bits: Bits, window: RowWindow): void {
		for (let row = this.seek(window.first); row < window.end; row = this.#rows[++this.#at] ?? NO_ROW) {
			window.set(bits, row);
		}
	}

	has(row: number): boolean {
		return this.seek(row) === row;
	}
}

/** With more cursors than this, it is worth removing those that are at their end. */
const MAX_UNCHECKED_CURSORS = 16;

class Any implements Part {
	readonly weight: number;
	readonly lists: number;
	readonly #parts: readonly Part[];

	constructor(parts: readonly Part[]) {
		this.#parts = parts;
		this.weight = parts.reduce((sum, part) => sum + part.weight, 0);
		this.lists = listsOf(parts);
	}

	seek(row: number): number {
		return this.#parts.reduce((least, part) => Math.min(least, part.seek(row)), NO_ROW);
	}

	next(row: number): number {
		return this.#parts.reduce((least, part) => Math.min(least, part.next(row)), NO_ROW);
	}

	fill(bits: Bits, window: RowWindow, depth: number): void {
		for (const part of this.#parts) {
			part.fill(bits, window, depth);
		}
	}

	has(row: number): boolean {
		return this.#parts.some((part) => part.has(row));
	}
}

class All implements Part {
	readonly weight: number;
	readonly lists: number;
	/** The part with the least to read comes first: where it matches nothing, the others are not read. */
	readonly #parts: readonly Part[];
	readonly #none: Part | undefined;

	constructor(parts: readonly Part[], none: Part | undefined) {
		this.#parts = parts.toSorted((one, other) => one.weight - other.weight);
		this.#none = none;
		this.weight = this.#parts[0]?.weight ?? 0;
		this.lists = listsOf(none ? [...parts, none] : parts);
	}

	seek(row: number): number {
		return this.#parts.reduce((from, part) => (from < NO_ROW ? part.seek(from) : from), row);
	}

	next(row: number): number {
		const [first, ...others] = this.#parts;
		let found = first?.next(row) ?? NO_ROW;
		while (found < NO_ROW && !(others.every((part) => part.has(found)) && !this.#none?.has(found))) {
			found = first?.next(found + 1) ?? NO_ROW;
		}
		return found;
	}

	fill(bits: Bits, window: RowWindow, depth: number): void {
		const kept = clearBits(depth, window);
		const [first, ...others] = this.#parts;
		first?.fill(kept, window, depth + 1);
		for (const [index, part] of others.entries()) {
			const few = window.fewOf(kept);
			if (few) {
				const rest = others.slice(index);
				for (const row of few.filter((one) => rest.every((part) => part.has(one)) && !this.#none?.has(one))) {
					window.set(bits, row);
				}
				return;
			}
			keep(kept, filled(part, window, depth + 1), { window, turned: 0 });
		}
		if (this.#none) {
			keep(kept, filled(this.#none, window, depth + 1), { window, turned: -1 });
		}
		for (let word = 0; word < window.words; word++) {
			bits[word] = (bits[word] ?? 0) | (kept[word] ?? 0);
		}
	}

	has(row: number): boolean {
		return this.#parts.every((part) => part.has(row)) && !this.#none?.has(row);
	}
}

function listsOf(parts: readonly Part[]): number {
	return parts.reduce((sum, { lists }) => sum + lists, 0);
}

function filled(part: Part, window: RowWindow, depth: number): Bits {
	const found = clearBits(depth, window);
	part.fill(found, window, depth + 1);
	return found;
}

/** Keeps in `bits` those that are also set in `others`; with `turned` -1, those that are not. */
function keep(bits: Bits, others: Bits, { window, turned }: { window: RowWindow; turned: number }): void {
	for (let word = 0; word < window.words; word++) {
		bits[word] = (bits[word] ?? 0) & ((others[word] ?? 0) ^ turned);
	}
}

/** Buffers by nesting depth in the question, reused in each window. */
const pool: Bits[] = [];

function clearBits(depth: number, { words }: RowWindow): Bits {
	const bits = pool[depth] ?? emptyBits();
	pool[depth] = bits;
	return bits.fill(0, 0, words);
}
