/** Collects the rows of one term from several runs and sorts them. */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { VarintReader } from '../../database/varints.ts';
import { NO_ROW } from './rowWindow.ts';
import type { TermSpan } from './termBytes.ts';

export class CollectedRows {
	/** The first `count` are in use. */
	rows = new Int32Array(1024);
	count = 0;
	readonly #numbers = new VarintReader(new Uint8Array());
	#spare = new Int32Array(0);
	/** The ends of ranges of ascending rows. */
	#ends: number[] = [];

	clear(): void {
		this.count = 0;
		this.#ends.length = 0;
	}

	/** Adds rows as stored in a page, without deleted rows. */
	add({ bytes, start, end }: TermSpan, gone: ReadonlySet<number>): void {
		if (this.count + end - start > this.rows.length) {
			this.#grow(this.count + end - start);
		}
		const { rows, count } = this;
		const before = rows[count - 1] ?? 0;
		this.#unpack(bytes, start, end);
		if (gone.size > 0) {
			this.#leaveOut(gone, count);
		}
		if (count > 0 && this.count > count && (this.rows[count] ?? 0) < before) {
			this.#ends.push(count);
		}
	}

	#unpack(bytes: Uint8Array, start: number, end: number): void {
		const { rows } = this;
		const numbers = this.#numbers;
		numbers.turnTo(bytes, start, end);
		for (let row = 0; !numbers.done; ) {
			const difference = numbers.next();
			row += difference;
			if (difference <= 0 || row >= NO_ROW) {
				throw new DamagedIndex('the index holds rows out of order');
			}
			rows[this.count++] = row;
		}
	}

	#leaveOut(gone: ReadonlySet<number>, from: number): void {
		const { rows, count } = this;
		this.count = from;
		for (let index = from; index < count; index++) {
			const row = rows[index] ?? 0;
			if (!gone.has(row)) {
				rows[this.count++] = row;
			}
		}
	}

	/** Sorts all rows. */
	sort(): void {
		while (this.#ends.length > 0) {
			this.#ends.push(this.count);
			this.#mergePairs();
		}
	}

	/** Merges each two ranges into one. */
	#mergePairs(): void {
		const { rows, count } = this;
		if (this.#spare.length < rows.length) {
			this.#spare = new Int32Array(rows.length);
		}
		const ends: number[] = [];
		let start = 0;
		for (let index = 0; index < this.#ends.length; index += 2) {
			const middle = this.#ends[index] ?? count;
			const end = this.#ends[index + 1] ?? middle;
			mergeInto(this.#spare, rows, { start, middle, end });
			start = end;
			ends.push(end);
		}
		ends.pop();
		this.#ends = ends;
		this.rows = this.#spare;
		this.#spare = rows;
	}

	#grow(length: number): void {
		const longer = new Int32Array(2 * length);
		longer.set(this.rows);
		this.rows = longer;
	}
}

interface TwoStretches {
	readonly start: number;
	readonly middle: number;
	readonly end: number;
}

function mergeInto(target: Int32Array, rows: Int32Array, { start, middle, end }: TwoStretches): void {
	let one = start;
	let other = middle;
	for (let at = start; at < end; at++) {
		const isOne = other >= end || (one < middle && (rows[one] ?? 0) < (rows[other] ?? 0));
		target[at] = rows[isOne ? one++ : other++] ?? 0;
	}
}
