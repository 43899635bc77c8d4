/**
 * Which numbers (of titles, DOIs, arXiv ids, names) the index may hold, so that a first reading need not ask it about
 * each that it does not: a Bloom filter (Bloom 1970). It says "perhaps" where there is nothing, never the other way round.
 */

import { numberIn, type Sql } from '../database/sql.ts';

/** In bits: with four marks to a record, one look in 3000 is in vain at 100,000 records, one in eight at a million. */
const SIZE = 2 ** 24;

export class SeenMarks {
	readonly #sql: Sql;
	/** Undefined where the index holds what was not told: all questions go to it. */
	#bits: Uint32Array | undefined;
	/** Of the index, as SQLite counts what other connections have written; undefined before the first transaction. */
	#version: number | undefined;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** To be called in each transaction that writes, first of all. */
	begin(): void {
		const version = numberIn(this.#sql.row('PRAGMA data_version'), 'data_version');
		if (this.#version === undefined && this.#sql.row('SELECT 1 FROM records LIMIT 1') === undefined) {
			this.#bits = new Uint32Array(SIZE / 32);
		} else if (this.#version !== version) {
			this.#bits = undefined;
		}
		this.#version = version;
	}

	/** Notes `mark`. Whether the index may have held it before. */
	add(mark: number): boolean {
		const bits = this.#bits;
		if (bits === undefined) {
			return true;
		}
		const low = mark % SIZE;
		const high = Math.floor(mark / SIZE) % SIZE;
		const further = (low ^ Math.imul(high, 0x9e3779b1)) & (SIZE - 1);
		const known = setBit(bits, low) + setBit(bits, high) + setBit(bits, further);
		return known === 3;
	}
}

/** 1 where the bit was set before. */
function setBit(bits: Uint32Array, place: number): number {
	const word = bits[place >> 5] ?? 0;
	bits[place >> 5] = word | (1 << (place & 31));
	return (word >>> (place & 31)) & 1;
}
