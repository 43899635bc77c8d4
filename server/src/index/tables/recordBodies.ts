/** What records say, packed. Which codebook a body was packed with stands in its first byte. */

import type { RecordContent } from '../../corpus/recordContent.ts';
import { hashTexts } from '../../util/hash.ts';
import { type RichText, richText } from '../../util/textKinds.ts';
import { DamagedIndex } from '../database/indexFailure.ts';
import { bytesIn, numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { WordCompression, wordCompressionFor } from './wordCompression.ts';

/** A record ready to be stored or compared. */
export interface WrittenRecord {
	readonly content: RecordContent;
	/** All but the abstract, as JSON. */
	readonly text: string;
	readonly abstract: string | undefined;
	/** Equal for records that say the same. */
	readonly hash: number;
}

export interface NewRecord {
	readonly id: number;
	readonly written: WrittenRecord;
}

export function writtenRecord({ key, aliases, item, extra }: RecordContent): WrittenRecord {
	const { id, abstract, ...rest } = item;
	// The id of a CSL item is mostly the key again; a paper gets its own when it is put together.
	const text = JSON.stringify({ key, aliases, item: id === key ? rest : { id, ...rest }, extra });
	const content = { item, ...(key !== undefined && { key }), ...(aliases && { aliases }), ...(extra && { extra }) };
	return { content, text, abstract, hash: abstract === undefined ? hashTexts(text) : hashTexts(text, abstract) };
}

/**
 * A book is made once so many records are there. The first serves small corpora; the second, drawn from more, saves
 * large ones another tenth. What was packed with the first stays as it is.
 */
const BOOK_SIZES: readonly number[] = [500, 2500];
/** Records that a book is drawn from: 0.1 s. */
const SAMPLE = 2000;
/** Records packed before they are written: with other work in between, the codebook would not stay near the processor. */
const PACKED_AT_ONCE = 200;

export class RecordBodies {
	readonly #sql: Sql;
	#books: readonly WordCompression[] = [new WordCompression('')];

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	read(id: number): RecordContent {
		return this.inRow(this.#sql.row('SELECT body, abstract FROM bodies WHERE id = ?', id));
	}

	/** The record in the columns `body` and `abstract` of a row. Abstracts are long: one is unpacked when it is looked at. */
	inRow(row: SqlRow | undefined): RecordContent {
		const body = bytesIn(row, 'body');
		const content = parsed(this.#bookOf(body[0] ?? 0).decode(body));
		if (row?.['abstract'] instanceof Uint8Array) {
			Object.defineProperty(content.item, 'abstract', { enumerable: true, get: () => this.abstractIn(row) });
		}
		return content;
	}

	/** The abstract in the column `abstract` of a row; undefined where there is none. */
	abstractIn(row: SqlRow): RichText | undefined {
		const packed = row['abstract'];
		return packed instanceof Uint8Array ? richText(this.#bookOf(packed[0] ?? 0).decode(packed)) : undefined;
	}

	/** Any other text of a record, packed as bodies are. To be called in a transaction, after `write`. */
	packed(text: string): Uint8Array {
		const tag = this.#books.length - 1;
		return this.#bookOf(tag).encode(text, tag);
	}

	/** The text that was packed into the column `name` of a row. */
	unpacked(row: SqlRow | undefined, name: string): string {
		const packed = bytesIn(row, name);
		return this.#bookOf(packed[0] ?? 0).decode(packed);
	}

	/** To be called once a transaction, of an index that has so many records. */
	write(records: number, coming: readonly NewRecord[]): void {
		this.#loadBooks();
		this.#makeBook(records, coming);
		for (let at = 0; at < coming.length; at += PACKED_AT_ONCE) {
			this.#writeSome(coming.slice(at, at + PACKED_AT_ONCE));
		}
	}

	#writeSome(coming: readonly NewRecord[]): void {
		const tag = this.#books.length - 1;
		const book = this.#bookOf(tag);
		const packed = coming.map(({ id, written: { text, abstract } }) => {
			const packedAbstract = abstract === undefined ? null : book.encode(abstract, tag);
			return [id, book.encode(text, tag), packedAbstract] as const;
		});
		for (const row of packed) {
			this.#sql.run('INSERT INTO bodies VALUES (?, ?, ?)', ...row);
		}
	}

	delete(id: number): void {
		this.#sql.run('DELETE FROM bodies WHERE id = ?', id);
	}

	/** Makes the next codebook if it is time. */
	#makeBook(records: number, coming: readonly NewRecord[]): void {
		const due = BOOK_SIZES[this.#books.length - 1];
		if (due === undefined || records + coming.length < due) {
			return;
		}
		const stored = this.#sql.rows('SELECT body, abstract FROM bodies ORDER BY id DESC LIMIT ?', SAMPLE);
		const written = coming.map((record) => record.written);
		const sample = [...written, ...stored.map((row) => writtenRecord(this.inRow(row)))].slice(0, SAMPLE);
		const book = wordCompressionFor(sample.flatMap(({ text, abstract }) => [text, abstract ?? '']));
		this.#sql.run('INSERT INTO codebooks VALUES (?, ?)', this.#books.length, book.words);
		this.#books = [...this.#books, book];
	}

	/** After a transaction that failed: its codebook is not in the database. */
	forget(): void {
		this.#books = this.#books.slice(0, 1);
	}

	#bookOf(tag: number): WordCompression {
		if (tag >= this.#books.length) {
			this.#loadBooks();
		}
		const book = this.#books[tag];
		if (book === undefined) {
			throw new DamagedIndex(`the index has no codebook ${tag}`);
		}
		return book;
	}

	#loadBooks(): void {
		const rows = this.#sql.rows('SELECT id, words FROM codebooks WHERE id >= ? ORDER BY id', this.#books.length);
		if (rows.length > 0) {
			const known = this.#books.slice(0, numberIn(rows[0], 'id'));
			this.#books = [...known, ...rows.map((row) => new WordCompression(textIn(row, 'words')))];
		}
	}
}

function parsed(json: string): RecordContent {
	try {
		return JSON.parse(json);
	} catch {
		throw new DamagedIndex('the index holds a record that is cut off');
	}
}
