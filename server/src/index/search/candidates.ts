/** Reads papers from the search tables, as rows with their names. Does not rank them. */

import type { PaperId } from '../../corpus/corpus.ts';
import { RecentlyUsed } from '../../util/recentlyUsed.ts';
import type { SqlDatabase, SqlRow, SqlStatement } from '../database/sqlDatabase.ts';
import type { PackedLine } from './paperLine.ts';
import { ALL_ROWS, type RowRange, yearOf } from './paperRow.ts';
import { rowsAnswering } from './postings/answer.ts';
import { type Question, term } from './postings/question.ts';
import { TermLookup } from './postings/termLookup.ts';
import { RUNS, type Run, TermRuns } from './postings/termRuns.ts';
import { nameWord } from './questions.ts';

export interface Candidate {
	readonly row: number;
	readonly id: PaperId;
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** Counts of papers with a word stop here: a word in more papers is not rare. */
export const MAX_COUNT = 256;

/** Words in the cache of counts. */
const MAX_CACHED_COUNTS = 1000;

/**
 * Candidates in the cache, 6 MB: while someone types, each search finds mostly the same ones as the search before, and
 * reading 250 takes half a millisecond.
 */
const MAX_CACHED_CANDIDATES = 16_000;

export class Candidates {
	readonly #state: SqlStatement;
	readonly #byRows: SqlStatement;
	readonly #recent: SqlStatement;
	readonly #byId: SqlStatement;
	readonly #runs: TermRuns;
	/** The state of the tables when the current search began: how many papers had been deleted, and the runs. */
	#gone = -1;
	#list: readonly Run[] = [];
	readonly #known = new RecentlyUsed<number, Candidate>(MAX_CACHED_CANDIDATES);
	/** How many papers have a prefix, for prefixes asked so far. */
	readonly #counts = new Map<string, number>();
	#knownIds = new Map<PaperId, Candidate>();
	readonly #names: TermLookup;
	readonly #all: TermLookup;

	constructor(db: SqlDatabase) {
		this.#state = db.prepare('SELECT gone FROM search_state');
		this.#byRows = db.prepare('SELECT row, search_paper.id, line FROM json_each(?) JOIN search_paper ON row = value');
		this.#recent = db.prepare('SELECT row, id, line FROM search_paper WHERE row BETWEEN ? AND ? ORDER BY row LIMIT ?');
		this.#byId = db.prepare(
			'SELECT row, search_paper.id, line FROM search_row JOIN search_paper USING (row) WHERE search_row.id = ?',
		);
		this.#runs = new TermRuns(db);
		this.#names = new TermLookup(this.#runs);
		this.#all = new TermLookup(this.#runs);
	}

	/** Must be called when a search begins: the tables may have changed since the last one. */
	refresh(): void {
		const gone = Number(this.#state.get()?.['gone']);
		if (gone !== this.#gone) {
			this.#known.clear();
			this.#knownIds.clear();
			this.#counts.clear();
			this.#gone = gone;
		}
		const list = this.#runs.list();
		if (list.length !== this.#list.length || list.some(({ id }, index) => id !== this.#list[index]?.id)) {
			this.#list = list;
			this.#runs.keep(list);
			this.#all.lookIn(list);
			this.#names.lookIn(list.filter(({ kind }) => kind === RUNS.names));
			this.#forgetFew();
		}
	}

	/** Other runs can only have more papers: deletions are counted in `search_state`. */
	#forgetFew(): void {
		for (const [word, count] of this.#counts) {
			if (count < MAX_COUNT) {
				this.#counts.delete(word);
			}
		}
	}

	/** The first `limit` papers of the range whose names match, in row order: the most recent ones. */
	byNames(question: Question, range: RowRange, limit: number): Candidate[] {
		return this.#first(limit, range, (rest, count) => rowsAnswering(this.#names, question, rest, count));
	}

	/** The same for names and abstracts together. */
	byText(question: Question, range: RowRange, limit: number): Candidate[] {
		return this.#first(limit, range, (rest, count) => this.rowsByText(question, rest, count));
	}

	/** Includes rows of deleted papers. */
	rowsByText(question: Question, range: RowRange, limit: number): number[] {
		return rowsAnswering(this.#all, question, range, limit);
	}

	hasText(question: Question, row: number): boolean {
		return this.rowsByText(question, { first: row, last: row }, 1).length > 0;
	}

	/** The first `limit` terms of names with this prefix, in alphabetical order. */
	termsBeginning(beginning: string, limit: number): string[] {
		return this.#names.termsBeginning(beginning, limit);
	}

	/** How many papers have a word of names with this prefix. Counts are capped at `MAX_COUNT`. */
	count(word: string): number {
		let count = this.#counts.get(word);
		if (count === undefined) {
			count = this.#countOf(this.#names, nameWord(word));
			if (this.#counts.size >= MAX_CACHED_COUNTS) {
				this.#counts.clear();
			}
			this.#counts.set(word, count);
		}
		return count;
	}

	/** How many papers have exactly this word in their names, or with `text` in names or abstract; capped likewise. */
	countWord(word: string, where: 'names' | 'text'): number {
		return this.#countOf(where === 'names' ? this.#names : this.#all, term(word));
	}

	#countOf(lookup: TermLookup, question: Question): number {
		const rows = (range: RowRange, count: number): number[] => rowsAnswering(lookup, question, range, count);
		return this.#gone === 0 ? rows(ALL_ROWS, MAX_COUNT).length : this.#first(MAX_COUNT, ALL_ROWS, rows).length;
	}

	recent(range: RowRange, limit: number): Candidate[] {
		return this.#recent.all(range.first, range.last, limit).flatMap(candidateOf);
	}

	/** The first `limit` of the given rows. */
	ofRows(rows: Int32Array, limit: number): Candidate[] {
		return this.#candidates([...rows.subarray(0, limit)]);
	}

	byId(id: PaperId): Candidate | undefined {
		const known = this.#knownIds.get(id);
		if (known) {
			return known;
		}
		const row = this.#byId.get(id);
		const [found] = row ? candidateOf(row) : [];
		if (found) {
			this.#knownIds.set(id, found);
		}
		return found;
	}

	/**
	 * The first `limit` candidates of a range. Runs may still have rows of deleted papers: what was asked for is filled
	 * up, so that an answer does not depend on what was deleted before.
	 */
	#first(limit: number, range: RowRange, rowsOf: (range: RowRange, count: number) => number[]): Candidate[] {
		const found: Candidate[] = [];
		let { first } = range;
		while (found.length < limit) {
			const missing = limit - found.length;
			const rows = rowsOf({ first, last: range.last }, missing);
			found.push(...this.#candidates(rows));
			const last = rows.at(-1);
			if (last === undefined || rows.length < missing) {
				break;
			}
			first = last + 1;
		}
		return found;
	}

	/** The candidates of rows. Rows of deleted papers, which runs may still have, are left out. */
	#candidates(rows: readonly number[]): Candidate[] {
		const found: Candidate[] = [];
		const missing: number[] = [];
		for (const row of rows) {
			const known = this.#known.get(row);
			if (known) {
				found.push(known);
			} else {
				missing.push(row);
			}
		}
		return missing.length > 0 ? [...found, ...this.#read(missing)].sort(byRow) : found;
	}

	#read(rows: readonly number[]): Candidate[] {
		const candidates = this.#byRows.all(`[${rows}]`).flatMap(candidateOf);
		for (const candidate of candidates) {
			this.#known.set(candidate.row, candidate);
		}
		return candidates;
	}
}

function byRow(one: Candidate, other: Candidate): number {
	return one.row - other.row;
}

function candidateOf({ row, id, line }: SqlRow): Candidate[] {
	return typeof row === 'number' && typeof id === 'number' && typeof line === 'string'
		? [{ row, id, line, year: yearOf(row) }]
		: [];
}
