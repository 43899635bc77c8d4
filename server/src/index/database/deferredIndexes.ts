/**
 * The SQL indexes of records by title, place and key, which only the writer uses. They are created when a first indexing
 * ends: their order is that of hashes, so that each batch of new records would rewrite nearly every page of them.
 */

import { numberIn, type Sql } from './sql.ts';

const DEFERRED_INDEXES = {
	records_of_title: 'records (title, facts) WHERE title IS NOT NULL',
	records_of_place: 'records (place, facts) WHERE place IS NOT NULL',
	records_of_key: 'records (key, facts) WHERE key IS NOT NULL',
} as const;

/** Their names, as a list for SQL. */
export const DEFERRED_NAMES: string = Object.keys(DEFERRED_INDEXES)
	.map((name) => `'${name}'`)
	.join(', ');

/** Whether they are missing. */
export function areDeferred(sql: Sql): boolean {
	return numberIn(sql.row('SELECT deferred FROM state'), 'deferred') === 1;
}

/** Whether they are missing for good unless someone creates them: there are records, so a first indexing has begun. */
export function areOverdue(sql: Sql): boolean {
	return areDeferred(sql) && sql.row('SELECT 1 FROM records LIMIT 1') !== undefined;
}

/**
 * Creates those that are missing, one at each step: up to a second for a million records. The caller puts
 * transactions around the steps, and may stop after any of them.
 */
export function* createDeferred(sql: Sql): Generator<void, void> {
	if (!areDeferred(sql)) {
		return;
	}
	for (const [name, columns] of Object.entries(DEFERRED_INDEXES)) {
		sql.run(`CREATE INDEX IF NOT EXISTS ${name} ON ${columns}`);
		yield;
	}
	sql.run('UPDATE state SET deferred = 0');
}

/** How many of them exist. */
export function countOfDeferred(sql: Sql): number {
	return numberIn(sql.row(`SELECT count(*) AS count FROM sqlite_schema WHERE name IN (${DEFERRED_NAMES})`), 'count');
}

/** How many there are in an index whose first indexing has ended. */
export const DEFERRED_COUNT: number = Object.keys(DEFERRED_INDEXES).length;
