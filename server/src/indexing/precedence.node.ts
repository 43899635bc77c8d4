/**
 * Answers go before indexing. The two threads share processors with an editor and with what the engine does in the
 * background, so that priorities of threads, where a system has them, are not enough: while someone waits for an answer,
 * the index's thread rests.
 */

import type { SqlDatabase, SqlStatement } from '../index/database/sqlDatabase.ts';

/** Milliseconds that a claim stands: an answer takes as long, and in a longer one nothing takes the claim back. */
const STANDING = 2;

/** Milliseconds that the thread rests for one claim, at most. What answers may be waiting for the index itself. */
const LONGEST_REST = 10;

/** The number of the claim that stands, 0 for none. Both threads have it. */
export type Claims = Int32Array<SharedArrayBuffer>;

/** For the thread that answers. */
export class Precedence {
	readonly claims: Claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	#count = 0;
	#timer: NodeJS.Timeout | undefined;

	/** Someone waits. */
	claim(): void {
		this.#count++;
		Atomics.store(this.claims, 0, this.#count);
		if (this.#timer) {
			this.#timer.refresh();
		} else {
			this.#timer = setTimeout(() => this.#release(), STANDING).unref();
		}
	}

	#release(): void {
		Atomics.store(this.claims, 0, 0);
		Atomics.notify(this.claims, 0);
	}
}

/**
 * For the index's thread: returns when nobody waits, or has waited for too long. Half of the time is left to the index,
 * however many ask.
 */
export function yieldFor(claims: Claims): () => void {
	let ignored = 0;
	let restedEnough = Number.NEGATIVE_INFINITY;
	return () => {
		const claim = Atomics.load(claims, 0);
		if (claim === 0 || claim === ignored) {
			return;
		}
		const began = performance.now();
		if (began < restedEnough) {
			return;
		}
		if (Atomics.wait(claims, 0, claim, LONGEST_REST) === 'timed-out') {
			ignored = claim;
		}
		const ended = performance.now();
		restedEnough = ended + (ended - began);
	};
}

/** `db`, with a rest before each statement where one is due. */
export function yieldingDatabase(db: SqlDatabase, rest: () => void): SqlDatabase {
	return {
		exec: (sql) => {
			rest();
			db.exec(sql);
		},
		prepare: (sql) => restingStatement(db.prepare(sql), rest),
		close: () => db.close(),
	};
}

function restingStatement(statement: SqlStatement, rest: () => void): SqlStatement {
	return {
		run: (...values) => {
			rest();
			return statement.run(...values);
		},
		get: (...values) => {
			rest();
			return statement.get(...values);
		},
		all: (...values) => {
			rest();
			return statement.all(...values);
		},
		iterate: (...values) => statement.iterate(...values),
	};
}
