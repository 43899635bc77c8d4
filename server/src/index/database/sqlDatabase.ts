/**
 * The little of SQLite that the index needs. `DatabaseSync` of `node:sqlite` has this shape as it is, so that the
 * code of the index names no platform; the browser's SQLite gets a thin coat of it.
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
