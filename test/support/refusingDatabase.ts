/** A database that does not take some statements, as one of an older SQLite would not. */

import type { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase } from '../../server/src/index/database/sqlDatabase.ts';

/** An error with one of SQLite's result codes, as `node:sqlite` throws it. */
export function sqlError(errcode: number): Error {
	return Object.assign(new Error('as SQLite says'), { code: 'ERR_SQLITE_ERROR', errcode });
}

/** `db`, but for statements that begin so: they fail with this result code. */
export function refusing(db: DatabaseSync, beginning: string, code: number): SqlDatabase {
	const check = (sql: string): void => {
		if (sql.trim().startsWith(beginning)) {
			throw sqlError(code);
		}
	};
	return {
		exec(sql) {
			check(sql);
			db.exec(sql);
		},
		prepare(sql) {
			check(sql);
			return db.prepare(sql);
		},
		close: () => db.close(),
	};
}
