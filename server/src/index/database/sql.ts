/** A connection that prepares each statement once and writes in whole transactions. */

import { DamagedIndex } from './indexFailure.ts';
import type { SqlDatabase, SqlRow, SqlStatement, SqlValue } from './sqlDatabase.ts';

export class Sql {
	readonly #db: SqlDatabase;
	readonly #statements = new Map<string, SqlStatement>();

	constructor(db: SqlDatabase) {
		this.#db = db;
	}

	run(sql: string, ...values: SqlValue[]): void {
		this.#statement(sql).run(...values);
	}

	row(sql: string, ...values: SqlValue[]): SqlRow | undefined {
		return this.#statement(sql).get(...values);
	}

	rows(sql: string, ...values: SqlValue[]): SqlRow[] {
		return this.#statement(sql).all(...values);
	}

	/** Iterates over rows too many for memory. No other statement may run in between. */
	each(sql: string, ...values: SqlValue[]): Iterable<SqlRow> {
		return this.#statement(sql).iterate(...values);
	}

	/** Runs `work` in a transaction, and counts it: others see all its writes or, if it throws, none. */
	transaction<T>(work: () => T): T {
		// IMMEDIATE: if a writer in another window holds the lock, the wait is here and not in the middle.
		this.run('BEGIN IMMEDIATE');
		try {
			const result = work();
			this.run('UPDATE state SET writes = writes + 1');
			this.run('COMMIT');
			return result;
		} catch (error) {
			this.#rollBack();
			throw error;
		}
	}

	#rollBack(): void {
		try {
			this.run('ROLLBACK');
		} catch {
			// A full disk or a lost file has already caused a rollback. The first error is the one to report.
		}
	}

	#statement(sql: string): SqlStatement {
		let statement = this.#statements.get(sql);
		if (statement === undefined) {
			statement = this.#db.prepare(sql);
			this.#statements.set(sql, statement);
		}
		return statement;
	}
}

/** The number in a column. */
export function numberIn(row: SqlRow | undefined, column: string): number {
	const value = row?.[column];
	if (typeof value !== 'number') {
		throw new DamagedIndex(`the index holds ${typeof value} for the number ${column}`);
	}
	return value;
}

/** The text in a column. */
export function textIn(row: SqlRow | undefined, column: string): string {
	const value = row?.[column];
	if (typeof value !== 'string') {
		throw new DamagedIndex(`the index holds ${typeof value} for the text ${column}`);
	}
	return value;
}

/** The text in a column; undefined for NULL. */
export function optionalText(row: SqlRow | undefined, column: string): string | undefined {
	const value = row?.[column];
	return typeof value === 'string' ? value : undefined;
}

/** The bytes in a column. */
export function bytesIn(row: SqlRow | undefined, column: string): Uint8Array {
	const value = row?.[column];
	if (!(value instanceof Uint8Array)) {
		throw new DamagedIndex(`the index holds ${typeof value} for the bytes ${column}`);
	}
	return value;
}
