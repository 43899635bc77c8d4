/**
 * The tables of terms. Everything written at once is a run: all its terms in order, divided into pages. Runs are
 * never changed. When there are many of similar size, they are merged into one.
 *
 * FTS5 was used before. Its cost for 100,000 papers with abstracts (166 MB of BibTeX), compared to runs:
 *
 * | | names, abstracts, compaction | bytes a paper |
 * |---|---|---|
 * | FTS5, each prefix of a word a term, `detail=none` | 10.3, 9.7 and 1.5 s | 1,059 |
 * | runs, prefixes of up to three letters | 6.2, 3.1 and 1.4 s | 665 |
 *
 * Queries take about the same time. FTS5 collects the rows of all words with a prefix before it returns the first
 * one. Here such words are adjacent in a page or two, so that most prefixes need no terms of their own.
 */

import { RecentlyUsed } from '../../../util/recentlyUsed.ts';
import { DamagedIndex } from '../../database/indexFailure.ts';
import type { SqlDatabase, SqlRow, SqlStatement } from '../../database/sqlDatabase.ts';
import { RunDirectory } from './runDirectory.ts';
import { RunReader } from './runReader.ts';
import { RunWriter } from './runWriter.ts';

export const TERM_TABLES = `
	CREATE TABLE search_run (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		kind INTEGER NOT NULL,        -- of names, of abstracts
		pages INTEGER NOT NULL,
		widest INTEGER NOT NULL,      -- papers of one year, at most: rowWindow.ts
		directory BLOB                -- runDirectory.ts; none while the run is put together out of others, which stand for it
	) STRICT;
	CREATE TABLE search_page (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;   -- termPages.ts
	CREATE TABLE search_gone (row INTEGER PRIMARY KEY) STRICT;   -- rows of papers that are no more, which runs may hold
`;

export const RUNS = { names: 0, text: 1 } as const;
export type RunKind = (typeof RUNS)[keyof typeof RUNS];

export interface Run {
	readonly id: number;
	readonly kind: RunKind;
	readonly pages: number;
	readonly widest: number;
}

/** Pages in the cache: 4 MB with their overhead. */
const MAX_CACHED_PAGES = 1500;

const SQL = {
	runs: 'SELECT id, kind, pages, widest FROM search_run WHERE directory IS NOT NULL ORDER BY id',
	directory: 'SELECT directory FROM search_run WHERE id = ?',
	begin: 'INSERT INTO search_run (kind, pages, widest) VALUES (?, 0, 0) RETURNING id',
	finish: 'UPDATE search_run SET pages = ?, widest = ?, directory = ? WHERE id = ?',
	exists: 'SELECT 1 FROM search_run WHERE id = ?',
	unfinished: 'SELECT id FROM search_run WHERE directory IS NULL',
	lastPage: 'SELECT last_page FROM search_state',
	setLastPage: 'UPDATE search_state SET last_page = ?',
	addPage: 'INSERT INTO search_page VALUES (?, ?, ?)',
	page: 'SELECT bytes FROM search_page WHERE id = ?',
	dropPage: 'DELETE FROM search_page WHERE id = ?',
	dropPages: 'DELETE FROM search_page WHERE run = ?',
	drop: 'DELETE FROM search_run WHERE id = ?',
} as const;

export class TermRuns {
	readonly #db: SqlDatabase;
	readonly #statements = new Map<string, SqlStatement>();
	readonly #directories = new Map<number, RunDirectory>();
	readonly #pages = new RecentlyUsed<number, Uint8Array>(MAX_CACHED_PAGES);

	constructor(db: SqlDatabase) {
		this.#db = db;
	}

	/** All complete runs, the oldest first. */
	list(): Run[] {
		return this.#statement('runs').all().map(runIn);
	}

	begin(kind: RunKind): RunWriter {
		const run = Number(this.#statement('begin').get(kind)?.['id']);
		const add = this.#statement('addPage');
		return new RunWriter(run, {
			lastPage: () => Number(this.#statement('lastPage').get()?.['last_page']),
			setLastPage: (page) => this.#statement('setLastPage').run(page),
			write: (page, bytes) => add.run(page, run, bytes),
		});
	}

	/** Makes a run visible. Until then, nobody sees it. */
	finish({ run, directory }: RunWriter, widest: number): void {
		this.#statement('finish').run(directory.size, widest, directory.bytes(), run);
	}

	exists(run: number): boolean {
		return this.#statement('exists').get(run) !== undefined;
	}

	/** Runs whose writing was interrupted. */
	unfinished(): number[] {
		return this.#statement('unfinished')
			.all()
			.map(({ id }) => Number(id));
	}

	/** Removes a complete run. */
	drop(run: number): void {
		const dropPage = this.#statement('dropPage');
		for (const page of this.directory(run).pages()) {
			dropPage.run(page);
		}
		this.#statement('drop').run(run);
		this.#directories.delete(run);
	}

	/** Removes an incomplete run. This reads every page. */
	abandon(run: number): void {
		this.#statement('dropPages').run(run);
		this.#statement('drop').run(run);
	}

	/** The directory of a complete run. */
	directory(run: number): RunDirectory {
		const known = this.#directories.get(run) ?? new RunDirectory(this.#bytes('directory', run));
		this.#directories.set(run, known);
		return known;
	}

	/** The content of a page of a complete run. */
	page(page: number): Uint8Array {
		const known = this.#pages.get(page);
		if (known) {
			return known;
		}
		const bytes = this.#bytes('page', page);
		this.#pages.set(page, bytes);
		return bytes;
	}

	/** Must be called when the runs have changed. Runs no longer in `list` are removed from the cache. */
	keep(list: readonly Run[]): void {
		const kept = new Set(list.map(({ id }) => id));
		for (const run of this.#directories.keys()) {
			if (!kept.has(run)) {
				this.#directories.delete(run);
			}
		}
	}

	/** Must be called after a rollback: the numbers it used will be used again. */
	forget(): void {
		this.#pages.clear();
		this.#directories.clear();
	}

	/** Reads the terms of a complete run. With `from`, starts at the page where that term is or would be. */
	reader(run: number, from?: Uint8Array): RunReader {
		const directory = this.directory(run);
		const first = from === undefined ? 0 : Math.max(directory.firstFrom(from) - 1, 0);
		return new RunReader(directory, (page) => this.#bytes('page', page), first);
	}

	#bytes(what: 'page' | 'directory', id: number): Uint8Array {
		const bytes = this.#statement(what).get(id)?.[what === 'page' ? 'bytes' : what];
		if (!(bytes instanceof Uint8Array)) {
			throw new DamagedIndex(`the index has no ${what} ${id} of terms`);
		}
		return bytes;
	}

	#statement(name: keyof typeof SQL): SqlStatement {
		let statement = this.#statements.get(name);
		if (statement === undefined) {
			statement = this.#db.prepare(SQL[name]);
			this.#statements.set(name, statement);
		}
		return statement;
	}
}

function runIn({ id, kind, pages, widest }: SqlRow): Run {
	const isText = kind === RUNS.text;
	return { id: Number(id), kind: isText ? RUNS.text : RUNS.names, pages: Number(pages), widest: Number(widest) };
}
