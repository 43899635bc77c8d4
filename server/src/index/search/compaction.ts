/** After much was written, terms lie in many runs, and each question costs a look into each. */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import { deletedRows } from './deletedRows.ts';
import { mergeAllRuns } from './postings/runMerging.ts';
import { RUNS, TermRuns } from './postings/termRuns.ts';

/** Pages given back at once: some ten milliseconds. */
const PAGES = 500;

/**
 * Makes one run of all names and one of all abstracts, a slice at each step; a transaction around each step, or around
 * some, is the caller's. It may stop after any step.
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

/** Pages that the merge has left empty go from the end of the file, where the database was made for it. */
function* giveBackSpace(db: SqlDatabase): Generator<void, void> {
	const count = db.prepare('PRAGMA freelist_count');
	const free = (): number => Number(count.get()?.['freelist_count']);
	for (let before = Number.POSITIVE_INFINITY; free() > 0 && free() < before; ) {
		before = free();
		db.exec(`PRAGMA incremental_vacuum(${PAGES})`);
		yield;
	}
}
