/**
 * Allocates ids for records, papers and pages. Ids are taken from the index in blocks, so that two processes never
 * share one.
 */

import { numberIn, type Sql } from '../database/sql.ts';

/**
 * The first block has what a small edit needs. A first indexing doubles the size up to `MAX_BLOCK`. Ids left over at
 * the end are lost.
 */
const MIN_BLOCK = 16;
const MAX_BLOCK = 4096;

export class IdAllocator {
	readonly #sql: Sql;
	#next = 0;
	#end = 0;
	#size = MIN_BLOCK;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	next(): number {
		if (this.#next >= this.#end) {
			const row = this.#sql.row('UPDATE state SET next_id = next_id + ? RETURNING next_id', this.#size);
			this.#end = numberIn(row, 'next_id');
			this.#next = this.#end - this.#size;
			this.#size = Math.min(this.#size * 2, MAX_BLOCK);
		}
		return this.#next++;
	}

	/** Must be called after a failed transaction: a block taken in it was given back. */
	forget(): void {
		this.#next = this.#end;
	}
}
