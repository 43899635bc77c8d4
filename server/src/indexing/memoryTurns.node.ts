/**
 * Turns at an index in memory. SQLite in memory has no log: while one connection writes, no other can read, and each that
 * finds the index taken tries again at long and longer intervals, so that both threads lose seconds. Here each waits for
 * the other's transaction to end and goes on at once, the one that answers first.
 */

import type { SqlDatabase, SqlStatement } from '../index/database/sqlDatabase.ts';

/** Shared by both threads. */
export type Turns = Int32Array<SharedArrayBuffer>;

/** Whether someone has the turn. */
const TAKEN = 0;
/** Whether the thread that answers waits for it. */
const ANSWER_WAITS = 1;

/** Milliseconds after which waiting is of no use: the thread that has the turn must have died. SQLite decides then. */
const MAX_WAIT_MS = 5000;

/**
 * Records in the first transaction, and at most eight times as many in later ones. Answers wait for each: with 6, a dozen
 * milliseconds. With the usual size it would be a tenth of a second, and indexing would take three quarters of the time.
 */
export const MEMORY_BATCH = 6;

export function newTurns(): Turns {
	return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Gives the turn back of a thread that has ended. Its transaction has been rolled back. */
export function freeTurn(turns: Turns): void {
	Atomics.store(turns, TAKEN, 0);
	Atomics.notify(turns, TAKEN);
}

/** `db`, whose transactions wait for their turn. `isAnswering` is set for the connection that answers. */
export function inTurns(db: SqlDatabase, turns: Turns, isAnswering: boolean): SqlDatabase {
	let isOurs = false;
	const giveBack = (): void => {
		void (isOurs && freeTurn(turns));
		isOurs = false;
	};
	const begin = (statement: SqlStatement): void => {
		isOurs = isAnswering ? takeFirst(turns) : takeAfterAnswers(turns);
		try {
			statement.run();
		} catch (error) {
			giveBack();
			throw error;
		}
	};
	const end = (statement: SqlStatement): void => {
		try {
			statement.run();
		} finally {
			giveBack();
		}
	};
	return {
		exec: (sql) => db.exec(sql),
		prepare: (sql) => {
			const statement = db.prepare(sql);
			const run = BEGINS.test(sql) ? begin : ENDS.test(sql) ? end : undefined;
			return run ? withRun(statement, () => run(statement)) : statement;
		},
		close: () => {
			db.close();
			giveBack();
		},
	};
}

const BEGINS = /^BEGIN\b/;
const ENDS = /^(?:COMMIT|ROLLBACK)\b/;

function withRun(statement: SqlStatement, run: () => void): SqlStatement {
	return {
		run,
		get: (...values) => statement.get(...values),
		all: (...values) => statement.all(...values),
		iterate: (...values) => statement.iterate(...values),
	};
}

/** Whether the turn was taken. */
function takeFirst(turns: Turns): boolean {
	Atomics.store(turns, ANSWER_WAITS, 1);
	const isTaken = takeTurn(turns);
	Atomics.store(turns, ANSWER_WAITS, 0);
	Atomics.notify(turns, ANSWER_WAITS);
	return isTaken;
}

function takeAfterAnswers(turns: Turns): boolean {
	Atomics.wait(turns, ANSWER_WAITS, 1, MAX_WAIT_MS);
	return takeTurn(turns);
}

function takeTurn(turns: Turns): boolean {
	const deadline = performance.now() + MAX_WAIT_MS;
	while (Atomics.compareExchange(turns, TAKEN, 0, 1) !== 0) {
		if (performance.now() >= deadline) {
			return false;
		}
		Atomics.wait(turns, TAKEN, 1, MAX_WAIT_MS);
	}
	return true;
}
