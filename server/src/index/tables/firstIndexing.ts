/**
 * A first indexing: the index was empty, and everything in it was written by this connection. What its records have can
 * then be remembered in memory, and some of the index can be written once at the end.
 */

import { CHECKPOINT_MB, setCheckpoints } from '../database/checkpoints.ts';
import { areDeferred, areOverdue, createDeferred } from '../database/deferredIndexes.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import { BloomFilter } from './bloomFilter.ts';
import { MemoryMarks } from './memoryMarks.ts';

/** Four times the usual: each batch rewrites most pages of the names. */
const FIRST_CHECKPOINT_MB = 128;

export class FirstIndexing {
	readonly bloomFilter = new BloomFilter();
	readonly #sql: Sql;
	/** Undefined when records are found by SQL indexes. */
	#marks: MemoryMarks | undefined;
	/**
	 * The version of the index, which SQLite changes with writes of other connections. Undefined before the first
	 * transaction.
	 */
	#version: number | undefined;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** The marks of all records in the index. Undefined when records are found by SQL indexes. */
	get marks(): MemoryMarks | undefined {
		return this.#marks;
	}

	/** Must be called first in each transaction that writes records. */
	begin(): void {
		const version = numberIn(this.#sql.row('PRAGMA data_version'), 'data_version');
		if (this.#version === undefined && areDeferred(this.#sql) && !areOverdue(this.#sql)) {
			this.#marks = new MemoryMarks(this.#sql);
			this.bloomFilter.start();
			setCheckpoints(this.#sql, FIRST_CHECKPOINT_MB);
		} else if (this.#version !== version) {
			this.#forget();
			this.bloomFilter.stop();
		}
		this.#version = version;
		if (!this.#marks) {
			this.useIndexes();
		}
	}

	/** From now on, records are found by SQL indexes. Must be called in a transaction, before records are removed. */
	useIndexes(): void {
		this.#forget();
		for (const _ of createDeferred(this.#sql)) {
			// All at once, since this transaction needs them.
		}
	}

	/** Must be called after a failed transaction: what was written in it is not in the index. */
	forgetFailed(): void {
		this.#forget();
	}

	/** Writes what was left for the end, a part at each step; see `createDeferred`. */
	*end(): Generator<void, void> {
		if (areOverdue(this.#sql)) {
			yield* createDeferred(this.#sql);
			this.#forget();
		}
	}

	#forget(): void {
		if (this.#marks) {
			this.#marks = undefined;
			setCheckpoints(this.#sql, CHECKPOINT_MB);
		}
	}
}
