/**
 * Answering goes before indexing. The two threads share processors with an editor and with the background work of the
 * engine. Priorities of threads, where a system has them, are not enough. So the index's thread rests while someone
 * waits for an answer.
 */

import type { SqlDatabase, SqlStatement } from '../index/database/sqlDatabase.ts';

/**
 * Milliseconds that a claim is valid: as long as an answer usually takes. While a longer answer is being made, the
 * timer cannot release the claim.
 */
const CLAIM_MS = 2;

/**
 * Milliseconds that the thread rests for one claim, at most. The answering thread may itself be waiting for the
 * index.
 */
const MAX_REST_MS = 10;

/** The number of the current claim, 0 for none. Shared by both threads. */
export type Claims = Int32Array<SharedArrayBuffer>;

/** Used by the thread that answers. */
export class Precedence {
	readonly claims: Claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	#count = 0;
	#timer: NodeJS.Timeout | undefined;

	/** Someone waits for an answer. */
	claim(): void {
		this.#count++;
		Atomics.store(this.claims, 0, this.#count);
		if (this.#timer) {
			this.#timer.refresh();
		} else {
			this.#timer = setTimeout(() => this.#release(), CLAIM_MS).unref();
		}
	}

	#release(): void {
		Atomics.store(this.claims, 0, 0);
		Atomics.notify(this.claims, 0);
	}
}

/**
 * A function for the index's thread that returns when nobody waits for an answer, or after waiting too long. At least
 * half of the time is left to indexing, however many ask.
 */
export function yieldFor(claims: Claims): () => void {
	let expiredClaim = 0;
	let noRestBefore = Number.NEGATIVE_INFINITY;
	return () => {
		const claim = Atomics.load(claims, 0);
		if (claim === 0 || claim === expiredClaim) {
			return;
		}
		const began = performance.now();
		if (began < noRestBefore) {
			return;
		}
		if (Atomics.wait(claims, 0, claim, MAX_REST_MS) === 'timed-out') {
			expiredClaim = claim;
		}
		const ended = performance.now();
		noRestBefore = ended + (ended - began);
	};
}

/** `db`, with a call of `rest` before each statement. */
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
