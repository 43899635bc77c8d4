/** Asks the search tables for papers, as rows with their names; ranks nothing. */

import type { PaperId } from '../../corpus/corpus.ts';
import type { SqlDatabase, SqlRow, SqlStatement } from '../database/sqlDatabase.ts';
import type { PackedLine } from './paperLine.ts';
import { ALL_ROWS, type RowRange, yearOf } from './paperRow.ts';
import { rowsAnswering } from './postings/answer.ts';
import type { Question } from './postings/question.ts';
import { TermLookup } from './postings/termLookup.ts';
import { RUNS, type Run, TermRuns } from './postings/termRuns.ts';
import { nameWord } from './questions.ts';

export interface Candidate {
	readonly row: number;
	readonly id: PaperId;
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** Papers that are counted for a word; what more papers have is not rare. */
export const MANY = 256;

/** Words whose counts are kept at hand. */
const MOST_COUNTED = 1000;

/** Candidates kept at hand, in some megabytes: while one types, each search meets most of those before it. */
const MOST_KNOWN = 6000;

export class Candidates {
	readonly #state: SqlStatement;
	readonly #byRows: SqlStatement;
	readonly #recent: SqlStatement;
	readonly #byId: SqlStatement;
	readonly #runs: TermRuns;
	/** How the tables stood when the present search began: how many papers had gone, and the runs. */
	#gone = -1;
	#list: readonly Run[] = [];
	#known = new Map<number, Candidate>();
	/** By a beginning of words, how many papers have it, as far as that was asked. */
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

	/** To be called when a search begins: the tables may have changed since the last. */
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

	/** Other runs have more papers, not fewer: those are counted in `search_state`. */
	#forgetFew(): void {
		for (const [word, count] of this.#counts) {
			if (count < MANY) {
				this.#counts.delete(word);
			}
		}
	}

	/** The first `limit` rows of the range that answer by their names, in row order: the most recent papers. */
	byNames(question: Question, range: RowRange, limit: number): Candidate[] {
		return this.#candidates(rowsAnswering(this.#names, question, range, limit));
	}

	/** The same by names and abstracts together. */
	byText(question: Question, range: RowRange, limit: number): Candidate[] {
		return this.#candidates(this.rowsByText(question, range, limit));
	}

	rowsByText(question: Question, range: RowRange, limit: number): number[] {
		return rowsAnswering(this.#all, question, range, limit);
	}

	hasText(question: Question, row: number): boolean {
		return this.rowsByText(question, { first: row, last: row }, 1).length > 0;
	}

	/** The first `limit` terms of names that begin so, in the order of their letters. */
	termsBeginning(beginning: string, limit: number): string[] {
		return this.#names.termsBeginning(beginning, limit);
	}

	/** How many papers have a word of names that begins so; of more than `MANY` it is told no more. */
	count(word: string): number {
		let count = this.#counts.get(word);
		if (count === undefined) {
			const rows = rowsAnswering(this.#names, nameWord(word), ALL_ROWS, MANY);
			count = rows.length === MANY || this.#gone === 0 ? rows.length : this.#candidates(rows).length;
			if (this.#counts.size >= MOST_COUNTED) {
				this.#counts.clear();
			}
			this.#counts.set(word, count);
		}
		return count;
	}

	recent(range: RowRange, limit: number): Candidate[] {
		return this.#recent.all(range.first, range.last, limit).flatMap(candidateOf);
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

	/** Rows that runs still hold though their papers are gone have no candidate. */
	#candidates(rows: readonly number[]): Candidate[] {
		if (this.#known.size + rows.length > MOST_KNOWN) {
			this.#known.clear();
		}
		const missing = rows.filter((row) => !this.#known.has(row));
		if (missing.length > 0) {
			for (const candidate of this.#byRows.all(`[${missing}]`).flatMap(candidateOf)) {
				this.#known.set(candidate.row, candidate);
			}
		}
		return rows.flatMap((row) => this.#known.get(row) ?? []);
	}
}

function candidateOf({ row, id, line }: SqlRow): Candidate[] {
	return typeof row === 'number' && typeof id === 'number' && typeof line === 'string'
		? [{ row, id, line, year: yearOf(row) }]
		: [];
}
