/** Opens the index, creates its tables in an empty database, and reports if it cannot be used. */

import { indexingMessages } from '../../messages/indexingMessages.ts';
import { hashTexts } from '../../util/hash.ts';
import { CHECKPOINT_MB, PAGE_BYTES, setCheckpoints } from './checkpoints.ts';
import { areDeferred, countOfDeferred, DEFERRED_COUNT, DEFERRED_NAMES } from './deferredIndexes.ts';
import { DamagedIndex, type IndexFailure, indexFailureOf } from './indexFailure.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { numberIn, Sql, textIn } from './sql.ts';
import type { SqlDatabase } from './sqlDatabase.ts';

export interface DatabaseOptions {
	/** Memory for pages of the database, in MB. */
	readonly cacheSize?: number;
	/** Creates tables that are not the store's own in a new database, in the same transaction. */
	readonly createFurther?: (db: SqlDatabase) => void;
	/** The version of those tables. */
	readonly furtherVersion?: number;
}

/** The version of an index with these further tables. */
export function indexVersion(furtherVersion = 0): number {
	return SCHEMA_VERSION * 1000 + furtherVersion;
}

export type OpenedTables = { readonly sql: Sql } | { readonly failure: IndexFailure };

/**
 * Opens the tables. On a failure of the kind `foreign` or `damaged`, the caller must close the database, delete its
 * files and open it again.
 */
export function openTables(db: SqlDatabase, options: DatabaseOptions = {}): OpenedTables {
	let isEmpty = false;
	try {
		const sql = new Sql(db);
		sql.row('PRAGMA busy_timeout = 5000');
		const version = indexVersion(options.furtherVersion);
		// This must come first: another window may create the tables at any moment, together with the numbers read
		// below.
		isEmpty = sql.row('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
		const found = numberIn(sql.row('PRAGMA user_version'), 'user_version');
		const owner = numberIn(sql.row('PRAGMA application_id'), 'application_id');
		if (isEmpty) {
			setUp(db, sql, options.cacheSize ?? 16);
			if (!create(db, sql, version, options)) {
				return openTables(db, options);
			}
		} else if (owner !== APPLICATION_ID || found !== version) {
			return { failure: { kind: 'foreign', message: indexingMessages.otherVersion(found, version) } };
		} else {
			setUp(db, sql, options.cacheSize ?? 16);
		}
		checkTables(sql);
		return { sql };
	} catch (error) {
		const failure = indexFailureOf(error);
		if (failure === undefined) {
			throw error;
		}
		// So far every index gets the same statements. If it refuses one, a table is missing, or a later version of
		// SQLite made it.
		const isDamaged = failure.kind === 'refused' && !isEmpty;
		return { failure: isDamaged ? { ...failure, kind: 'damaged' } : failure };
	}
}

/**
 * A page size can be set only before the first table is created. With 8 kB, writing takes a tenth less than with 4 kB.
 * WAL: readers can read while a batch is written. NORMAL: a power failure may lose the last batches but never damages
 * the database. Temporary tables stay in memory, also what sorts the entries of an index: 30 MB for a million records.
 */
function setUp(db: SqlDatabase, sql: Sql, cacheSize: number): void {
	db.exec(`
		PRAGMA page_size = ${PAGE_BYTES};
		PRAGMA auto_vacuum = INCREMENTAL;
		PRAGMA journal_mode = WAL;
		PRAGMA synchronous = NORMAL;
		PRAGMA temp_store = MEMORY;
		PRAGMA cache_size = ${-1024 * cacheSize};
		PRAGMA journal_size_limit = 16777216;
	`);
	setCheckpoints(sql, CHECKPOINT_MB);
}

/** An index made anew must not be taken for the one before, which had been written to as often. */
const MAX_FIRST_WRITE = 2 ** 48;

/** Creates the tables. False if another window did so first. */
function create(db: SqlDatabase, sql: Sql, version: number, { createFurther }: DatabaseOptions): boolean {
	return sql.transaction(() => {
		if (sql.row('SELECT 1 FROM sqlite_schema LIMIT 1') !== undefined) {
			return false;
		}
		db.exec(SCHEMA);
		createFurther?.(db);
		sql.run('UPDATE state SET tables = ?, writes = ?', sumOfTables(sql), Math.floor(Math.random() * MAX_FIRST_WRITE));
		db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version};`);
		return true;
	});
}

function checkTables(sql: Sql): void {
	const isWhole = areDeferred(sql) || countOfDeferred(sql) === DEFERRED_COUNT;
	if (!isWhole || numberIn(sql.row('SELECT tables FROM state WHERE id = 1'), 'tables') !== sumOfTables(sql)) {
		throw new DamagedIndex('the index has other tables than it was made with');
	}
}

/**
 * A hash of the definitions of all tables and their indexes, except those created later. If it is the expected one,
 * our statements find everything they name.
 */
function sumOfTables(sql: Sql): number {
	const ours = sql.rows(
		`SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT IN (${DEFERRED_NAMES}) ORDER BY name`,
	);
	return hashTexts(...ours.map((row) => textIn(row, 'sql')));
}
