/** After much was written, the full-text tables lie in many pieces, and each question costs a look into each. */

import type { SqlDatabase } from '../store/sqlDatabase.ts';

/** Pages merged in a slice: some ten milliseconds. */
const PAGES = 500;

/**
 * Merges the pieces of the full-text tables into one, a slice at each step; a transaction around each step, or around
 * some, is the caller's. It may stop after any step. One in seven bytes of a first build goes.
 */
export function* settleSearchTables(db: SqlDatabase): Generator<void, void> {
	const changes = db.prepare('SELECT total_changes() AS changes');
	for (const table of ['search_names', 'search_text']) {
		const merge = db.prepare(`INSERT INTO ${table}(${table}, rank) VALUES ('merge', ?)`);
		let isFirst = true;
		for (let done = true; done; isFirst = false) {
			const before = Number(changes.get()?.['changes']);
			// A negative number begins a merge of all pieces (https://sqlite.org/fts5.html#the_merge_command).
			merge.run(isFirst ? -PAGES : PAGES);
			// One change is the command itself.
			done = Number(changes.get()?.['changes']) - before > 1;
			yield;
		}
	}
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
