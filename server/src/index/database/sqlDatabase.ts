/**
 * The part of SQLite that the index needs. `DatabaseSync` of `node:sqlite` has this shape as it is, so the code of
 * the index does not depend on a platform. The browser's SQLite needs a thin adapter.
 */

export type SqlValue = null | number | bigint | string | Uint8Array;

export type SqlRow = Record<string, SqlValue>;

export interface SqlStatement {
	run(...values: SqlValue[]): unknown;
	get(...values: SqlValue[]): SqlRow | undefined;
	all(...values: SqlValue[]): SqlRow[];
	iterate(...values: SqlValue[]): Iterable<SqlRow>;
}

export interface SqlDatabase {
	exec(sql: string): void;
	prepare(sql: string): SqlStatement;
	close(): void;
}
