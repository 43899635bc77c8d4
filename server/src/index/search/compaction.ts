/**
 * Compacts the search tables. After much was written, terms are in many runs, and each question must look into each
 * run.
 */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import { deletedRows } from './deletedRows.ts';
import { mergeAllRuns } from './postings/runMerging.ts';
import { RUNS, TermRuns } from './postings/termRuns.ts';

/** Pages of the database that are freed at once: some ten milliseconds. */
const FREED_PAGES = 500;

/**
 * Merges all runs of names into one, and all runs of abstracts into one, a slice at each step. The caller puts
 * transactions around the steps. It may stop after any step.
 */
export function* compactSearchTables(db: SqlDatabase): Generator<void, void> {
	const runs = new TermRuns(db);
	for (const run of runs.unfinished()) {
		runs.abandon(run);
	}
	const gone = deletedRows(db);
	const areNamesWithout = yield* mergeAllRuns(runs, RUNS.names, gone.rows);
	yield;
	if ((yield* mergeAllRuns(runs, RUNS.text, gone.rows)) && areNamesWithout) {
		gone.forget();
	}
	yield;
	yield* giveBackSpace(db);
}

/** Removes the pages that the merge has left empty from the end of the file, if the database was created for that. */
function* giveBackSpace(db: SqlDatabase): Generator<void, void> {
	const count = db.prepare('PRAGMA freelist_count');
	const free = (): number => Number(count.get()?.['freelist_count']);
	for (let before = Number.POSITIVE_INFINITY; free() > 0 && free() < before; ) {
		before = free();
		db.exec(`PRAGMA incremental_vacuum(${FREED_PAGES})`);
		yield;
	}
}
