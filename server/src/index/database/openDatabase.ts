/** Opens the index, makes its tables in an empty database, and says when it cannot be used. */

import { indexingMessages } from '../../messages/indexingMessages.ts';
import { hashTexts } from '../../util/hash.ts';
import { DamagedIndex, type IndexFailure, indexFailureOf } from './indexFailure.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { numberIn, Sql, textIn } from './sql.ts';
import type { SqlDatabase } from './sqlDatabase.ts';

export interface DatabaseOptions {
	/** Memory for pages of the database, in MB. */
	readonly cacheSize?: number;
	/** Makes tables that are not the store's own, in a new database, in the same transaction. */
	readonly createFurther?: (db: SqlDatabase) => void;
	/** Version of those tables. */
	readonly furtherVersion?: number;
}

export type OpenedTables = { readonly sql: Sql } | { readonly failure: IndexFailure };

/**
 * Where this gives a failure of the kind `foreign` or `damaged`, the caller closes the database, deletes its files and
 * opens it anew.
 */
export function openTables(db: SqlDatabase, options: DatabaseOptions = {}): OpenedTables {
	let isEmpty = false;
	try {
		const sql = new Sql(db);
		sql.row('PRAGMA busy_timeout = 5000');
		const version = SCHEMA_VERSION * 1000 + (options.furtherVersion ?? 0);
		// First of all: another window may make the tables at any moment, and with them come the numbers that follow.
		isEmpty = sql.row('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
		const found = numberIn(sql.row('PRAGMA user_version'), 'user_version');
		const owner = numberIn(sql.row('PRAGMA application_id'), 'application_id');
		if (isEmpty) {
			setUp(db, options.cacheSize ?? 16);
			if (!create(db, sql, version, options)) {
				return openTables(db, options);
			}
		} else if (owner !== APPLICATION_ID || found !== version) {
			return { failure: { kind: 'foreign', message: indexingMessages.otherVersion(found, version) } };
		}
		setUp(db, options.cacheSize ?? 16);
		if (numberIn(sql.row('SELECT tables FROM state WHERE id = 1'), 'tables') !== sumOfTables(sql)) {
			throw new DamagedIndex('the index has other tables than it was made with');
		}
		return { sql };
	} catch (error) {
		const failure = indexFailureOf(error);
		if (failure === undefined) {
			throw error;
		}
		// Every index is asked the same until here: one that refuses it has no such table, or is of a SQLite to come.
		const isDamaged = failure.kind === 'refused' && !isEmpty;
		return { failure: isDamaged ? { ...failure, kind: 'damaged' } : failure };
	}
}

/**
 * WAL: readers go on while a batch is written. NORMAL: a power cut may cost the last batches, never the database.
 * Temporary tables stay in memory; a million papers are sorted nowhere. Pages of indexes are written again with every
 * batch: they go to the database once in 32 MB of them, not in 4, which a first index is a tenth quicker by.
 */
function setUp(db: SqlDatabase, cacheSize: number): void {
	db.exec(`
		PRAGMA auto_vacuum = INCREMENTAL;
		PRAGMA journal_mode = WAL;
		PRAGMA synchronous = NORMAL;
		PRAGMA temp_store = MEMORY;
		PRAGMA cache_size = ${-1024 * cacheSize};
		PRAGMA journal_size_limit = 16777216;
		PRAGMA wal_autocheckpoint = 8000;
	`);
}

/** False where another window was faster. */
function create(db: SqlDatabase, sql: Sql, version: number, { createFurther }: DatabaseOptions): boolean {
	return sql.transaction(() => {
		if (sql.row('SELECT 1 FROM sqlite_schema LIMIT 1') !== undefined) {
			return false;
		}
		db.exec(SCHEMA);
		createFurther?.(db);
		sql.run('UPDATE state SET tables = ?', sumOfTables(sql));
		db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version};`);
		return true;
	});
}

/** Of their definitions and those of their indexes: equal where our statements find all that they name. */
function sumOfTables(sql: Sql): number {
	const ours = sql.rows("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
	return hashTexts(...ours.map((row) => textIn(row, 'sql')));
}
