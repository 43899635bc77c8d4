/** A connection whose statements are prepared once and whose writes come as whole transactions. */

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

	/** The rows one by one, for more than memory should hold. Nothing else may be asked in between. */
	each(sql: string, ...values: SqlValue[]): Iterable<SqlRow> {
		return this.#statement(sql).iterate(...values);
	}

	/** Runs `work` so that others see all of what it writes or, should it throw, nothing. */
	transaction<T>(work: () => T): T {
		// IMMEDIATE: a writer in another window is waited for here, not in the middle.
		this.run('BEGIN IMMEDIATE');
		try {
			const result = work();
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
			// A full disk or a lost file has rolled back already; what is worth telling is the first error.
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

/** A column that holds a number. */
export function numberIn(row: SqlRow | undefined, column: string): number {
	const value = row?.[column];
	if (typeof value !== 'number') {
		throw new DamagedIndex(`the index holds ${typeof value} for the number ${column}`);
	}
	return value;
}

/** A column that holds text. */
export function textIn(row: SqlRow | undefined, column: string): string {
	const value = row?.[column];
	if (typeof value !== 'string') {
		throw new DamagedIndex(`the index holds ${typeof value} for the text ${column}`);
	}
	return value;
}

/** A column that holds text or nothing. */
export function optionalText(row: SqlRow | undefined, column: string): string | undefined {
	const value = row?.[column];
	return typeof value === 'string' ? value : undefined;
}

/** A column that holds bytes. */
export function bytesIn(row: SqlRow | undefined, column: string): Uint8Array {
	const value = row?.[column];
	if (!(value instanceof Uint8Array)) {
		throw new DamagedIndex(`the index holds ${typeof value} for the bytes ${column}`);
	}
	return value;
}
