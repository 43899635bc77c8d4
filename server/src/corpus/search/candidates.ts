/** Asks the search tables for papers, as rows with their names; ranks nothing. */

import type { PaperId } from '../corpus.ts';
import type { SqlDatabase, SqlRow, SqlStatement } from '../store/sqlDatabase.ts';
import type { PackedLine } from './paperLine.ts';
import { type RowRange, yearOf } from './paperRow.ts';

export interface Candidate {
	readonly row: number;
	readonly id: PaperId;
	readonly line: PackedLine;
	readonly year: number | undefined;
}

export class Candidates {
	readonly #names: SqlStatement;
	readonly #text: SqlStatement;
	readonly #recent: SqlStatement;
	readonly #byId: SqlStatement;
	readonly #textRow: SqlStatement;
	readonly #textRows: SqlStatement;
	readonly #db: SqlDatabase;
	/** Prepared when the first beginning of a name is asked for: it needs a table of its own, in this connection alone. */
	#terms: SqlStatement | undefined;

	constructor(db: SqlDatabase) {
		this.#db = db;
		this.#names = db.prepare(questionTo('search_names'));
		this.#text = db.prepare(questionTo('search_text'));
		this.#recent = db.prepare('SELECT row, id, line FROM search_paper WHERE row BETWEEN ? AND ? ORDER BY row LIMIT ?');
		this.#byId = db.prepare(
			'SELECT row, search_paper.id, line FROM search_row JOIN search_paper USING (row) WHERE search_row.id = ?',
		);
		// Not `rowid = ?2`: beside MATCH, SQLite 3.53 takes that as true for any row.
		this.#textRow = db.prepare('SELECT 1 FROM search_text WHERE search_text MATCH ?1 AND rowid BETWEEN ?2 AND ?2');
		this.#textRows = db.prepare(
			'SELECT rowid AS row FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?',
		);
	}

	/** The first `limit` rows of the range that answer, in row order: the most recent papers. */
	byNames(expression: string, range: RowRange, limit: number): Candidate[] {
		return this.#names.all(expression, range.first, range.last, limit).flatMap(candidateOf);
	}

	/**
	 * The first `limit` terms that begin so, in the order of their letters. FTS5 itself would first gather the rows of all
	 * of them: of a DOI's beginning, which a whole corpus may share, 100 ms at 100,000 papers.
	 */
	termsBeginning(beginning: string, limit: number): string[] {
		this.#terms ??= this.#prepareTerms();
		return this.#terms.all(beginning, `${beginning}\u{10ffff}`, limit).map(({ term }) => String(term));
	}

	#prepareTerms(): SqlStatement {
		this.#db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, search_names, row)');
		return this.#db.prepare('SELECT term FROM temp.search_terms WHERE term BETWEEN ? AND ? LIMIT ?');
	}

	byText(expression: string, range: RowRange, limit: number): Candidate[] {
		return this.#text.all(expression, range.first, range.last, limit).flatMap(candidateOf);
	}

	recent(range: RowRange, limit: number): Candidate[] {
		return this.#recent.all(range.first, range.last, limit).flatMap(candidateOf);
	}

	byId(id: PaperId): Candidate | undefined {
		const row = this.#byId.get(id);
		return row && candidateOf(row)[0];
	}

	/** Rows alone, of papers whose names and abstract answer. */
	rowsByText(expression: string, range: RowRange, limit: number): number[] {
		return this.#textRows.all(expression, range.first, range.last, limit).map(({ row }) => Number(row));
	}

	hasText(expression: string, row: number): boolean {
		return this.#textRow.get(expression, row) !== undefined;
	}
}

function candidateOf({ row, id, line }: SqlRow): Candidate[] {
	return typeof row === 'number' && typeof id === 'number' && typeof line === 'string'
		? [{ row, id, line, year: yearOf(row) }]
		: [];
}

function questionTo(table: string): string {
	return `
		SELECT row, id, line
		FROM (SELECT rowid AS found FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?)
		JOIN search_paper ON row = found
		ORDER BY row`;
}
