/** The writing side of search: papers go in and out inside the transactions of whoever keeps the index. */

import type { PaperId } from '../corpus.ts';
import type { SqlDatabase, SqlStatement } from '../store/sqlDatabase.ts';
import { lineOf, packLine } from './paperLine.ts';
import { rowOf } from './paperRow.ts';
import { nameTerms, textTerms } from './paperTerms.ts';
import type { SearchFields } from './searchFields.ts';
import { VocabularyWriter } from './vocabularyWriter.ts';

/** Papers written at once. A full-text table wants rows in ascending order, or it writes a segment at each step back. */
const BATCH = 8192;

interface Entry {
	readonly row: number;
	readonly names: string | undefined;
	readonly line: string;
	readonly text: string | undefined;
}

export class SearchIndex {
	readonly #pending = new Map<PaperId, Entry>();
	readonly #vocabulary: VocabularyWriter;
	readonly #insertNames: SqlStatement;
	readonly #insertText: SqlStatement;
	readonly #insertLine: SqlStatement;
	readonly #insertRow: SqlStatement;
	readonly #findRow: SqlStatement;
	readonly #deletions: readonly SqlStatement[];

	constructor(db: SqlDatabase) {
		this.#vocabulary = new VocabularyWriter(db);
		this.#insertNames = db.prepare('INSERT INTO search_names(rowid, terms) VALUES (?, ?)');
		this.#insertText = db.prepare('INSERT INTO search_text(rowid, terms) VALUES (?, ?)');
		this.#insertLine = db.prepare('INSERT INTO search_paper(row, line) VALUES (?, ?)');
		this.#insertRow = db.prepare('INSERT INTO search_row(id, row) VALUES (?, ?)');
		this.#findRow = db.prepare('SELECT row FROM search_row WHERE id = ?');
		this.#deletions = [
			'search_names WHERE rowid',
			'search_text WHERE rowid',
			'search_paper WHERE row',
			'search_row WHERE row',
		].map((place) => db.prepare(`DELETE FROM ${place} = ?`));
	}

	/** Makes the paper findable by what people remember of it, in place of what was known of it; its abstract goes. */
	put(id: PaperId, fields: SearchFields): void {
		this.delete(id);
		const line = lineOf(fields);
		this.#vocabulary.add(`${line.authors}${line.title}${line.variants}`);
		this.#queue(id, {
			row: rowOf(id, fields.year),
			names: nameTerms(fields, line),
			line: packLine(line),
			text: undefined,
		});
	}

	/** Makes the paper findable by its abstract too. Call it once after each `put`, at once or much later, with the same fields. */
	putAbstract(id: PaperId, fields: SearchFields): void {
		if (!fields.abstract) {
			return;
		}
		const pending = this.#pending.get(id);
		const line = lineOf(fields);
		const text = textTerms(fields, line);
		this.#queue(id, pending ? { ...pending, text } : { row: rowOf(id, fields.year), names: undefined, line: '', text });
	}

	delete(id: PaperId): void {
		this.#pending.delete(id);
		const row = this.#findRow.get(id)?.['row'];
		if (row !== undefined) {
			for (const deletion of this.#deletions) {
				deletion.run(row);
			}
		}
	}

	/** Writes what is still held back. Call it before each commit. */
	flush(): void {
		for (const [id, { row, names }] of this.#pending) {
			if (names !== undefined) {
				this.#insertRow.run(id, row);
			}
		}
		for (const { row, names, line, text } of [...this.#pending.values()].sort((one, other) => one.row - other.row)) {
			if (names !== undefined) {
				this.#insertNames.run(row, names);
				this.#insertLine.run(row, line);
			}
			if (text !== undefined) {
				this.#insertText.run(row, text);
			}
		}
		this.#pending.clear();
		this.#vocabulary.flush();
	}

	#queue(id: PaperId, entry: Entry): void {
		this.#pending.set(id, entry);
		if (this.#pending.size >= BATCH) {
			this.flush();
		}
	}
}
