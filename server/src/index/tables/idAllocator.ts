/** Numbers for records, papers and pages, taken from the index a block at a time so that two processes never share one. */

import { numberIn, type Sql } from '../database/sql.ts';

/** What a small edit needs; a first index doubles it up to `LARGEST`. Numbers left over at the end are lost. */
const SMALLEST = 16;
const LARGEST = 4096;

export class IdAllocator {
	readonly #sql: Sql;
	#next = 0;
	#end = 0;
	#size = SMALLEST;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	next(): number {
		if (this.#next >= this.#end) {
			const row = this.#sql.row('UPDATE state SET next_id = next_id + ? RETURNING next_id', this.#size);
			this.#end = numberIn(row, 'next_id');
			this.#next = this.#end - this.#size;
			this.#size = Math.min(this.#size * 2, LARGEST);
		}
		return this.#next++;
	}

	/** After a transaction that failed: a block taken in it was given back. */
	forget(): void {
		this.#next = this.#end;
	}
}
