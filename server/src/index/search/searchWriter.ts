/** Writes the search tables: adds and removes papers inside the transactions of whoever maintains the index. */

import type { PaperId } from '../../corpus/corpus.ts';
import type { SearchFields } from '../../corpus/searchFields.ts';
import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { deletedRows } from './deletedRows.ts';
import { lineOf, type PackedLine, packLine } from './paperLine.ts';
import { PaperTerms } from './paperTerms.ts';
import { type PackedRun, wordsOf, writePackedRun } from './postings/packedRun.ts';
import { mergeSmallRuns } from './postings/runMerging.ts';
import { TermCollector } from './postings/termCollector.ts';
import { RUNS, type RunKind, TermRuns } from './postings/termRuns.ts';
import { addAbstract } from './preparedTerms.ts';
import { RowNumbers } from './rowNumbers.ts';
import { MARKS, MAX_PREFIX_TERM_LENGTH } from './searchTables.ts';
import { VocabularyWriter } from './vocabularyWriter.ts';

/** Papers written at once, at most. A run of this many takes some megabytes of memory until it is written. */
const MAX_BATCH = 10_000;

/** Collects the terms of abstracts elsewhere; see `PreparedTerms`. */
export interface TermPreparation {
	/** Whether the abstract of the paper was added there. */
	has(id: PaperId): boolean;
	/** Begins to make the runs of these papers, by their rows. */
	startRuns(rows: ReadonlyMap<PaperId, number>): void;
	/** Waits for the runs. Undefined if they cannot be made there. */
	takeRuns(): readonly PackedRun[] | undefined;
	clear(): void;
}

export interface SearchWriterOptions {
	/** Called for each paper written. It may block for a while. */
	readonly rest?: (() => void) | undefined;
	readonly preparation?: TermPreparation | undefined;
}

/** An abstract as plain text, made when it is needed. */
export interface LazyAbstract {
	readonly plain: () => string;
	/** Whether it is that of the new record with the same id, and of no other. */
	readonly isOfRecord: boolean;
}

interface Entry {
	readonly fields: Pick<SearchFields, 'year' | 'doi' | 'arxiv'>;
	readonly line: PackedLine;
}

interface PlacedEntry extends Entry {
	readonly id: PaperId;
	readonly row: number;
}

export class SearchWriter {
	readonly #pending = new Map<PaperId, Entry>();
	readonly #pendingAbstracts = new Map<PaperId, LazyAbstract>();
	/** The rows of the papers that are being written. */
	readonly #placed = new Map<PaperId, number>();
	/** The largest id of a paper that has a row. Undefined if another process may have written since it was read. */
	#largestId: PaperId | undefined;
	readonly #preparation: TermPreparation | undefined;
	readonly #db: SqlDatabase;
	readonly #rest: () => void;
	readonly #runs: TermRuns;
	readonly #statements: Statements;
	readonly #names = new TermCollector({ mark: MARKS.begun, longest: MAX_PREFIX_TERM_LENGTH });
	readonly #text = new TermCollector();
	readonly #paperTerms = new PaperTerms(this.#names);
	#vocabulary: VocabularyWriter;

	constructor(db: SqlDatabase, { rest = () => {}, preparation }: SearchWriterOptions = {}) {
		this.#db = db;
		this.#rest = rest;
		this.#preparation = preparation;
		this.#runs = new TermRuns(db);
		this.#statements = statementsOn(db);
		this.#vocabulary = new VocabularyWriter(db);
	}

	/** Adds the paper with what people remember of it, and replaces what was stored for it. Its abstract is removed. */
	put(id: PaperId, fields: SearchFields): void {
		this.delete(id);
		const { year, doi, arxiv } = fields;
		this.#pending.set(id, { fields: { year, doi, arxiv }, line: packLine(lineOf(fields)) });
		this.#flushFull();
	}

	/** Adds the paper's abstract. Must be called once after each `put`, at once or much later. */
	putAbstract(id: PaperId, abstract: LazyAbstract): void {
		this.#pendingAbstracts.set(id, abstract);
		this.#flushFull();
	}

	delete(id: PaperId): void {
		this.#pending.delete(id);
		this.#pendingAbstracts.delete(id);
		const row = this.#rowOf(id);
		if (row !== undefined) {
			const { deletePaper, deleteRow, addGone, countGone } = this.#statements;
			deletePaper.run(row);
			deleteRow.run(id);
			addGone.run(row);
			countGone.run();
		}
	}

	/**
	 * Writes everything that is buffered. Must be called once before each commit. Papers written together share a
	 * run; one by one they cost ten times as much.
	 */
	flush(): void {
		const placed = this.#placePending();
		const prepared = this.#startPrepared();
		if (placed.length > 0) {
			this.#flushPapers(placed);
		}
		if (prepared) {
			this.#takePrepared(prepared);
		}
		if (this.#pendingAbstracts.size > 0) {
			this.#flushAbstracts();
		}
		this.#placed.clear();
		this.#largestId = undefined;
	}

	/** Drops everything that is buffered. Must be called after a rollback. */
	discard(): void {
		this.#pending.clear();
		this.#pendingAbstracts.clear();
		this.#placed.clear();
		this.#largestId = undefined;
		this.#names.clear();
		this.#text.clear();
		this.#preparation?.clear();
		// Numbers of runs created in the transaction will be used again.
		this.#runs.forget();
		this.#vocabulary = new VocabularyWriter(this.#db);
	}

	#flushFull(): void {
		if (this.#pending.size >= MAX_BATCH || this.#pendingAbstracts.size >= MAX_BATCH) {
			this.flush();
		}
	}

	/** Gives rows to the papers that are buffered. Returns them in the order of these. */
	#placePending(): readonly PlacedEntry[] {
		if (this.#pending.size === 0) {
			return [];
		}
		// Created anew each time: another process may have written in between.
		const numbers = new RowNumbers(this.#db);
		const placed = [...this.#pending].map(([id, entry]) => ({ id, row: numbers.take(entry.fields.year), ...entry }));
		for (const { id, row } of placed) {
			this.#statements.insertRow.run(id, row);
			this.#placed.set(id, row);
		}
		this.#pending.clear();
		return placed.sort(byRow);
	}

	#flushPapers(placed: readonly PlacedEntry[]): void {
		for (const { id, row, fields, line } of placed) {
			this.#statements.insertPaper.run(row, id, line);
			this.#names.begin(row);
			this.#paperTerms.add(line, fields);
			if (this.#names.isFull) {
				this.#write(RUNS.names);
			}
		}
		this.#write(RUNS.names);
		this.#vocabulary.flush();
	}

	/** Begins to make the runs of the abstracts that were prepared. Returns these abstracts; undefined if there are none. */
	#startPrepared(): ReadonlyMap<PaperId, LazyAbstract> | undefined {
		const preparation = this.#preparation;
		const prepared = new Map(
			[...this.#pendingAbstracts].filter(([id, { isOfRecord }]) => isOfRecord && preparation?.has(id)),
		);
		const rows = new Map([...prepared.keys()].flatMap((id) => this.#placeOf(id)));
		if (!preparation || rows.size === 0) {
			return undefined;
		}
		preparation.startRuns(rows);
		for (const id of prepared.keys()) {
			this.#pendingAbstracts.delete(id);
		}
		return prepared;
	}

	#takePrepared(prepared: ReadonlyMap<PaperId, LazyAbstract>): void {
		const runs = this.#preparation?.takeRuns();
		for (const run of runs ?? []) {
			this.#vocabulary.addText(wordsOf(run));
			writePackedRun(this.#runs, RUNS.text, run);
			this.#mergeSmall(RUNS.text);
		}
		if (runs) {
			this.#vocabulary.flush();
			return;
		}
		for (const [id, abstract] of prepared) {
			this.#pendingAbstracts.set(id, abstract);
		}
	}

	#flushAbstracts(): void {
		for (const [id, abstract] of this.#pendingAbstracts) {
			for (const [, row] of this.#placeOf(id)) {
				this.#rest();
				this.#text.begin(row);
				addAbstract(this.#text, abstract.plain());
			}
			if (this.#text.isFull) {
				this.#write(RUNS.text);
			}
		}
		this.#pendingAbstracts.clear();
		this.#write(RUNS.text);
		this.#vocabulary.flush();
	}

	/** The paper with its row, if it has one. */
	#placeOf(id: PaperId): readonly (readonly [PaperId, number])[] {
		const row = this.#rowOf(id);
		return row === undefined ? [] : [[id, row]];
	}

	/** Writes the collected terms as a run. */
	#write(kind: RunKind): void {
		const terms = kind === RUNS.names ? this.#names : this.#text;
		if (kind === RUNS.names) {
			this.#vocabulary.addNames(terms.words());
		} else {
			this.#vocabulary.addText(terms.words());
		}
		terms.write(this.#runs, kind);
		this.#mergeSmall(kind);
	}

	#mergeSmall(kind: RunKind): void {
		mergeSmallRuns(this.#runs, kind, () => deletedRows(this.#db).rows);
	}

	#rowOf(id: PaperId): number | undefined {
		const placed = this.#placed.get(id);
		this.#largestId ??= Number(this.#statements.largestId.get()?.['id']);
		if (placed !== undefined || id > this.#largestId) {
			return placed;
		}
		const row = this.#statements.findRow.get(id)?.['row'];
		return typeof row === 'number' ? row : undefined;
	}
}

function byRow(one: { readonly row: number }, other: { readonly row: number }): number {
	return one.row - other.row;
}

type Statements = Readonly<Record<keyof typeof SQL, SqlStatement>>;

const SQL = {
	insertPaper: 'INSERT INTO search_paper(row, id, line) VALUES (?, ?, ?)',
	insertRow: 'INSERT INTO search_row(id, row) VALUES (?, ?)',
	largestId: 'SELECT ifnull(max(id), 0) AS id FROM search_row',
	findRow: 'SELECT row FROM search_row WHERE id = ?',
	deletePaper: 'DELETE FROM search_paper WHERE row = ?',
	deleteRow: 'DELETE FROM search_row WHERE id = ?',
	addGone: 'INSERT INTO search_gone VALUES (?)',
	countGone: 'UPDATE search_state SET gone = gone + 1',
};

function statementsOn(db: SqlDatabase): Statements {
	return {
		insertPaper: db.prepare(SQL.insertPaper),
		insertRow: db.prepare(SQL.insertRow),
		largestId: db.prepare(SQL.largestId),
		findRow: db.prepare(SQL.findRow),
		deletePaper: db.prepare(SQL.deletePaper),
		deleteRow: db.prepare(SQL.deleteRow),
		addGone: db.prepare(SQL.addGone),
		countGone: db.prepare(SQL.countGone),
	};
}
