/** The packed content of records. The first byte of a body says which compression it was packed with. */

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
	/** Everything but the abstract, as JSON. */
	readonly text: string;
	readonly abstract: RichText | undefined;
	/** The same for records with the same content. */
	readonly hash: number;
}

export interface NewRecord {
	readonly id: number;
	readonly written: WrittenRecord;
}

/** A record that is about to be written. */
export interface ComingRecord {
	/** Of the record, and of its paper if it becomes one of its own. */
	readonly id: number;
	readonly text: string;
	readonly abstract: RichText | undefined;
	/** The abstract in other languages. */
	readonly translations: readonly RichText[];
}

export interface PackedBody {
	readonly id: number;
	readonly body: Uint8Array;
	readonly abstract: Uint8Array | null;
}

/** Packs records elsewhere before they are written. */
export interface BodyPreparation {
	add(record: ComingRecord): void;
	/** From now on, texts are packed with this list of words. */
	useWords(tag: number, words: string): void;
	/** Waits for the record, packed with the list of words `tag`. Undefined if it was not, or cannot be, packed so. */
	bodyOf(id: number, tag: number): PackedBody | undefined;
}

export function writtenRecord({ key, aliases, item, extra }: RecordContent): WrittenRecord {
	const { id, abstract, ...rest } = item;
	// The id of a CSL item is usually the same as the key. A paper gets its own id when its records are merged.
	const text = JSON.stringify({ key, aliases, item: id === key ? rest : { id, ...rest }, extra });
	const content = { item, ...(key !== undefined && { key }), ...(aliases && { aliases }), ...(extra && { extra }) };
	return { content, text, abstract, hash: abstract === undefined ? hashTexts(text) : hashTexts(text, abstract) };
}

/**
 * The next compression is made when there are this many records. The first one serves small corpora. The second, made
 * from more records, saves another tenth in large ones. Bodies packed with the first stay as they are.
 */
const COMPRESSION_AT_RECORDS: readonly number[] = [500, 2500];
/** The tag of the last compression. Nearly all records of a large corpus are packed with it. */
export const LAST_COMPRESSION = COMPRESSION_AT_RECORDS.length;
/** Records that a compression is made from: 0.1 s. */
const SAMPLE_RECORDS = 2000;
/**
 * Records packed in a row before they are written. With other work in between, the word table would not stay in the
 * processor's cache.
 */
const RECORDS_PACKED_AT_ONCE = 200;

export class RecordBodies {
	readonly #sql: Sql;
	readonly #preparation: BodyPreparation | undefined;
	#compressions: readonly WordCompression[] = [new WordCompression('')];

	constructor(sql: Sql, preparation?: BodyPreparation) {
		this.#sql = sql;
		this.#preparation = preparation;
	}

	read(id: number): RecordContent {
		return this.inRow(this.#sql.row('SELECT body, abstract FROM bodies WHERE id = ?', id));
	}

	/**
	 * The record in the columns `body` and `abstract` of a row. Abstracts are long, so one is unpacked only when it
	 * is read.
	 */
	inRow(row: SqlRow | undefined): RecordContent {
		const body = bytesIn(row, 'body');
		const content = parsed(this.#compressionOf(body[0] ?? 0).decode(body));
		if (row?.['abstract'] instanceof Uint8Array) {
			Object.defineProperty(content.item, 'abstract', { enumerable: true, get: () => this.abstractIn(row) });
		}
		return content;
	}

	/** The abstract in the column `abstract` of a row. Undefined if there is none. */
	abstractIn(row: SqlRow): RichText | undefined {
		const packed = row['abstract'];
		return packed instanceof Uint8Array ? richText(this.#compressionOf(packed[0] ?? 0).decode(packed)) : undefined;
	}

	/** Packs another text of a record as bodies are packed. Must be called in a transaction, after `write`. */
	packed(text: string): Uint8Array {
		const tag = this.#compressions.length - 1;
		return this.#compressionOf(tag).encode(text, tag);
	}

	/** Unpacks the text in the column `name` of a row. */
	unpacked(row: SqlRow | undefined, name: string): string {
		const packed = bytesIn(row, name);
		return this.#compressionOf(packed[0] ?? 0).decode(packed);
	}

	/**
	 * Writes the new records. Must be called once in each transaction. `records` is the number of records in the
	 * index.
	 */
	write(records: number, coming: readonly NewRecord[]): void {
		this.#loadCompressions();
		this.#makeCompression(records, coming);
		for (let at = 0; at < coming.length; at += RECORDS_PACKED_AT_ONCE) {
			this.#writeSome(coming.slice(at, at + RECORDS_PACKED_AT_ONCE));
		}
	}

	#writeSome(coming: readonly NewRecord[]): void {
		const tag = this.#compressions.length - 1;
		const compression = this.#compressionOf(tag);
		const packed = coming.map(
			({ id, written: { text, abstract } }) =>
				this.#preparation?.bodyOf(id, tag) ?? {
					id,
					body: compression.encode(text, tag),
					abstract: abstract === undefined ? null : compression.encode(abstract, tag),
				},
		);
		for (const { id, body, abstract } of packed) {
			this.#sql.run('INSERT INTO bodies VALUES (?, ?, ?)', id, body, abstract);
		}
	}

	delete(id: number): void {
		this.#sql.run('DELETE FROM bodies WHERE id = ?', id);
	}

	/** Makes the next compression if there are enough records. */
	#makeCompression(records: number, coming: readonly NewRecord[]): void {
		const due = COMPRESSION_AT_RECORDS[this.#compressions.length - 1];
		if (due === undefined || records + coming.length < due) {
			return;
		}
		const stored = this.#sql.rows('SELECT body, abstract FROM bodies ORDER BY id DESC LIMIT ?', SAMPLE_RECORDS);
		const written = coming.map((record) => record.written);
		const sample = [...written, ...stored.map((row) => writtenRecord(this.inRow(row)))].slice(0, SAMPLE_RECORDS);
		const compression = wordCompressionFor(sample.flatMap(({ text, abstract }) => [text, abstract ?? '']));
		this.#sql.run('INSERT INTO codebooks VALUES (?, ?)', this.#compressions.length, compression.words);
		this.#preparation?.useWords(this.#compressions.length, compression.words);
		this.#compressions = [...this.#compressions, compression];
	}

	/** Must be called after a failed transaction: a compression made in it is not in the database. */
	forget(): void {
		this.#compressions = this.#compressions.slice(0, 1);
	}

	#compressionOf(tag: number): WordCompression {
		if (tag >= this.#compressions.length) {
			this.#loadCompressions();
		}
		const compression = this.#compressions[tag];
		if (compression === undefined) {
			throw new DamagedIndex(`the index has no codebook ${tag}`);
		}
		return compression;
	}

	#loadCompressions(): void {
		const rows = this.#sql.rows('SELECT id, words FROM codebooks WHERE id >= ? ORDER BY id', this.#compressions.length);
		if (rows.length > 0) {
			const known = this.#compressions.slice(0, numberIn(rows[0], 'id'));
			this.#compressions = [...known, ...rows.map((row) => new WordCompression(textIn(row, 'words')))];
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
