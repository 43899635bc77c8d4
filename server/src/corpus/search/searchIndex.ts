/** The writing side of search: papers go in and out inside the transactions of whoever keeps the index. */

import type { PaperId } from '../corpus.ts';
import type { SqlDatabase, SqlStatement } from '../store/sqlDatabase.ts';
import { lineOf, type PackedLine, packLine, unpackLine } from './paperLine.ts';
import { yearOf } from './paperRow.ts';
import { nameTerms, textTerms } from './paperTerms.ts';
import { RowNumbers } from './rowNumbers.ts';
import type { SearchFields } from './searchFields.ts';
import { VocabularyWriter } from './vocabularyWriter.ts';

/** Papers written at once. A full-text table wants rows in ascending order, or it writes a segment at each step back. */
const BATCH = 8192;

interface Entry {
	readonly year: number | undefined;
	readonly names: string;
	readonly line: PackedLine;
	readonly abstract: string | undefined;
}

export class SearchIndex {
	readonly #pending = new Map<PaperId, Entry>();
	/** Abstracts of papers whose names were written before. */
	readonly #pendingAbstracts = new Map<PaperId, string>();
	readonly #db: SqlDatabase;
	readonly #statements: Statements;
	#vocabulary: VocabularyWriter;

	constructor(db: SqlDatabase) {
		this.#db = db;
		this.#statements = statementsOn(db);
		this.#vocabulary = new VocabularyWriter(db);
	}

	/** Makes the paper findable by what people remember of it, in place of what was known of it; its abstract goes. */
	put(id: PaperId, fields: SearchFields): void {
		this.delete(id);
		const line = lineOf(fields);
		this.#vocabulary.add(`${line.authors}${line.title}${line.variants}`);
		const names = nameTerms(fields, line);
		this.#pending.set(id, { year: fields.year, names, line: packLine(line), abstract: undefined });
		this.#flushFull();
	}

	/** Makes the paper findable by its abstract, a plain text, too. Call it once after each `put`, at once or much later. */
	putAbstract(id: PaperId, abstract: string): void {
		if (abstract === '') {
			return;
		}
		const pending = this.#pending.get(id);
		if (pending) {
			this.#pending.set(id, { ...pending, abstract });
		} else {
			this.#pendingAbstracts.set(id, abstract);
		}
		this.#flushFull();
	}

	delete(id: PaperId): void {
		this.#pending.delete(id);
		this.#pendingAbstracts.delete(id);
		const row = this.#rowOf(id);
		if (row !== undefined) {
			const { deleteNames, deleteText, deletePaper, deleteRow } = this.#statements;
			deleteNames.run(row);
			deleteText.run(row);
			deletePaper.run(row);
			deleteRow.run(id);
		}
	}

	/**
	 * Writes what is still held back. Call it once before each commit: papers written together are sorted into place,
	 * one by one they cost ten times as much.
	 */
	flush(): void {
		this.#flushPapers();
		this.#flushAbstracts();
		this.#vocabulary.flush();
	}

	/** Forgets what is held back. Call it after a rollback. */
	discard(): void {
		this.#pending.clear();
		this.#pendingAbstracts.clear();
		this.#vocabulary = new VocabularyWriter(this.#db);
	}

	#flushFull(): void {
		if (this.#pending.size + this.#pendingAbstracts.size >= BATCH) {
			this.flush();
		}
	}

	#flushPapers(): void {
		const { insertNames, insertText, insertPaper, insertRow } = this.#statements;
		// New numbers each time: another process may have written in between.
		const numbers = new RowNumbers(this.#db);
		const placed = [...this.#pending].map(([id, entry]) => ({ id, row: numbers.take(entry.year), ...entry }));
		for (const { id, row } of placed) {
			insertRow.run(id, row);
		}
		for (const { id, row, names, line, abstract } of placed.sort((one, other) => one.row - other.row)) {
			insertPaper.run(row, id, line);
			insertNames.run(row, names);
			if (abstract !== undefined) {
				insertText.run(row, textTerms(unpackLine(line), yearOf(row), abstract));
			}
		}
		this.#pending.clear();
	}

	#flushAbstracts(): void {
		const placed = [...this.#pendingAbstracts].flatMap(([id, abstract]) => {
			const row = this.#rowOf(id);
			return row === undefined ? [] : [{ row, abstract }];
		});
		for (const { row, abstract } of placed.sort((one, other) => one.row - other.row)) {
			const line = unpackLine(String(this.#statements.findLine.get(row)?.['line']));
			this.#statements.insertText.run(row, textTerms(line, yearOf(row), abstract));
		}
		this.#pendingAbstracts.clear();
	}

	#rowOf(id: PaperId): number | undefined {
		const row = this.#statements.findRow.get(id)?.['row'];
		return typeof row === 'number' ? row : undefined;
	}
}

type Statements = Readonly<Record<keyof typeof SQL, SqlStatement>>;

const SQL = {
	insertNames: 'INSERT INTO search_names(rowid, terms) VALUES (?, ?)',
	insertText: 'INSERT OR REPLACE INTO search_text(rowid, terms) VALUES (?, ?)',
	insertPaper: 'INSERT INTO search_paper(row, id, line) VALUES (?, ?, ?)',
	insertRow: 'INSERT INTO search_row(id, row) VALUES (?, ?)',
	findRow: 'SELECT row FROM search_row WHERE id = ?',
	findLine: 'SELECT line FROM search_paper WHERE row = ?',
	deleteNames: 'DELETE FROM search_names WHERE rowid = ?',
	deleteText: 'DELETE FROM search_text WHERE rowid = ?',
	deletePaper: 'DELETE FROM search_paper WHERE row = ?',
	deleteRow: 'DELETE FROM search_row WHERE id = ?',
};

function statementsOn(db: SqlDatabase): Statements {
	return {
		insertNames: db.prepare(SQL.insertNames),
		insertText: db.prepare(SQL.insertText),
		insertPaper: db.prepare(SQL.insertPaper),
		insertRow: db.prepare(SQL.insertRow),
		findRow: db.prepare(SQL.findRow),
		findLine: db.prepare(SQL.findLine),
		deleteNames: db.prepare(SQL.deleteNames),
		deleteText: db.prepare(SQL.deleteText),
		deletePaper: db.prepare(SQL.deletePaper),
		deleteRow: db.prepare(SQL.deleteRow),
	};
}
