/** What records say, packed. Which codebook a body was packed with stands in its first byte. */

import { hashText } from '../hash.ts';
import type { RecordContent } from '../recordContent.ts';
import { Codebook, codebookFor } from './codebook.ts';
import { bytesIn, numberIn, type Sql, textIn } from './sql.ts';
import type { SqlRow } from './sqlDatabase.ts';
import { DamagedIndex } from './storeFailure.ts';

/** A record ready to be stored or compared. */
export interface WrittenRecord {
	readonly content: RecordContent;
	readonly text: string;
	/** Equal for records that say the same. */
	readonly hash: number;
}

export function writtenRecord({ key, aliases, item: { id: _, ...item }, extra }: RecordContent): WrittenRecord {
	// The id of a CSL item is the key again; the paper gets its own when it is put together.
	const content = { ...(key !== undefined && { key }), ...(aliases && { aliases }), item, ...(extra && { extra }) };
	const text = JSON.stringify(content);
	return { content, text, hash: hashText(text) };
}

/**
 * A book is made once so many records are there. The first serves small corpora; the second, drawn from more, saves
 * large ones another tenth. What was packed with the first stays as it is.
 */
const BOOK_SIZES: readonly number[] = [500, 8000];
/** Records that a book is drawn from: 0.1 s. */
const SAMPLE = 2000;

export class RecordBodies {
	readonly #sql: Sql;
	#books: readonly Codebook[] = [new Codebook('')];

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	read(id: number): RecordContent {
		return this.inRow(this.#sql.row('SELECT body FROM bodies WHERE id = ?', id));
	}

	/** The record in the column `body` of a row. */
	inRow(row: SqlRow | undefined): RecordContent {
		const body = bytesIn(row, 'body');
		const tag = body[0] ?? 0;
		if (tag >= this.#books.length) {
			this.#loadBooks();
		}
		const book = this.#books[tag];
		if (book === undefined) {
			throw new DamagedIndex(`the index has no codebook ${tag}`);
		}
		try {
			return JSON.parse(book.decode(body));
		} catch {
			throw new DamagedIndex('the index holds a record that is cut off');
		}
	}

	write(id: number, { text }: WrittenRecord): void {
		const tag = this.#books.length - 1;
		const body = this.#books[tag]?.encode(text, tag) ?? new Uint8Array();
		this.#sql.run('INSERT INTO bodies (id, body) VALUES (?, ?)', id, body);
	}

	delete(id: number): void {
		this.#sql.run('DELETE FROM bodies WHERE id = ?', id);
	}

	/** Makes the next codebook if it is time; to be called once a transaction. `coming` is what will be written next. */
	prepare(records: number, coming: readonly WrittenRecord[]): void {
		this.#loadBooks();
		const due = BOOK_SIZES[this.#books.length - 1];
		if (due === undefined || records + coming.length < due) {
			return;
		}
		const stored = this.#sql.rows('SELECT body FROM bodies ORDER BY id DESC LIMIT ?', SAMPLE);
		const texts = stored.map((row) => JSON.stringify(this.inRow(row)));
		const book = codebookFor([...coming.map(({ text }) => text), ...texts].slice(0, SAMPLE));
		this.#sql.run('INSERT INTO codebooks VALUES (?, ?)', this.#books.length, book.words);
		this.#books = [...this.#books, book];
	}

	/** After a transaction that failed: its codebook is not in the database. */
	forget(): void {
		this.#books = this.#books.slice(0, 1);
	}

	#loadBooks(): void {
		const rows = this.#sql.rows('SELECT id, words FROM codebooks WHERE id >= ? ORDER BY id', this.#books.length);
		if (rows.length > 0) {
			const known = this.#books.slice(0, numberIn(rows[0], 'id'));
			this.#books = [...known, ...rows.map((row) => new Codebook(textIn(row, 'words')))];
		}
	}
}
