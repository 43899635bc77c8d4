/** Brings the index up to what corpus files hold, file by file, batch by batch. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import type { Range } from '../../util/span.ts';
import { type IndexFailure, indexFailureOf } from '../database/indexFailure.ts';
import { numberIn, optionalText, type Sql, textIn } from '../database/sql.ts';
import { type CorpusFile, type FileState, type ReaderVersion, SAME_READERS } from './corpusFile.ts';
import { macroSource } from './fileMacros.ts';
import type { FileChange, FileReading } from './fileReading.ts';
import { FileUpdate, Overtaken } from './fileUpdate.ts';
import { IdAllocator } from './idAllocator.ts';
import { RecordBodies, writtenRecord } from './recordBodies.ts';
import type { SearchTables } from './searchText.ts';
import { SeenMarks } from './seenMarks.ts';
import { markUnread } from './unreadFile.ts';

/** A record and where it stands. */
export interface PlacedRecord extends RecordContent {
	readonly range: Range;
	/** The key, or where there is none the title; by default, where the record begins. */
	readonly keyRange?: Range | undefined;
}

/** Between batches: how far the file has been read. The caller may let others have their turn, or stop for good. */
export interface WriteProgress {
	readonly records: number;
}

export type WriteResult =
	| ({ readonly outcome: 'done' } & FileChange)
	/** Another process wrote the same file in between; look at its state again. */
	| { readonly outcome: 'overtaken' }
	| { readonly outcome: 'failed'; readonly failure: IndexFailure };

export type Writing = Generator<WriteProgress, WriteResult>;

export interface WriterOptions {
	readonly search: SearchTables;
	/** Called for each record, and may take its time: where others need the processors, writing waits. */
	readonly rest?: () => void;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
	readonly readerVersion?: ReaderVersion;
	/**
	 * Records to the first transaction for a file; later ones grow to four times as many. 1000: 60 ms, in which no other
	 * process can write; readers are never kept waiting.
	 */
	readonly batch?: number;
	/** Records to a page of places; see `pageLayout.ts`. */
	readonly pageSize?: number;
}

/** New records that a batch holds unless told otherwise. */
const BATCH = 1000;

export class CorpusWriter {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #ids: IdAllocator;
	readonly #seen: SeenMarks;
	readonly #options: WriterOptions & {
		readonly now: () => number;
		readonly batch: number;
		readonly readerVersion: ReaderVersion;
	};

	constructor(sql: Sql, options: WriterOptions) {
		this.#sql = sql;
		this.#bodies = new RecordBodies(sql);
		this.#ids = new IdAllocator(sql);
		this.#seen = new SeenMarks(sql);
		this.#options = { now: Date.now, batch: BATCH, readerVersion: SAME_READERS, ...options };
	}

	/**
	 * The state in which a file was last read to its end. Undefined if it never was, or must be read again, be it that its
	 * reader is another today.
	 */
	fileState(uri: string): FileState | undefined {
		const row = this.#sql.row(
			'SELECT size, mtime, hash, format, reader FROM files WHERE uri = ? AND finished = 1',
			uri,
		);
		if (!row || numberIn(row, 'reader') !== this.#options.readerVersion(optionalText(row, 'format'))) {
			return undefined;
		}
		return { size: numberIn(row, 'size'), mtime: numberIn(row, 'mtime'), hash: textIn(row, 'hash') };
	}

	/** The source of a macro that some other file than `uri` defines. */
	macroSource(name: string, uri: string): string | undefined {
		return macroSource(this.#sql, name, uri);
	}

	/** Every file in the index, finished or not. */
	uris(): readonly string[] {
		return this.#sql.rows('SELECT uri FROM files ORDER BY uri').map((row) => textIn(row, 'uri'));
	}

	/** Notes that a file was looked at and says what it said before: another time, the same text. */
	touchFile({ uri, size, mtime }: Pick<CorpusFile, 'uri' | 'size' | 'mtime'>): void {
		this.#sql.transaction(() => this.#sql.run('UPDATE files SET size = ?, mtime = ? WHERE uri = ?', size, mtime, uri));
	}

	/** Notes that a file cannot be read for now: as `markUnread` does. */
	markUnread(uri: string, problemOf: (records: number) => FileProblem): void {
		markUnread(this.#sql, uri, problemOf);
	}

	/**
	 * Makes `records` what the index knows of a file. Records that it holds already are left untouched, wherever they have
	 * moved. A change that fits one batch is one transaction; a larger one becomes visible batch by batch, old records
	 * serving until they are replaced. Stopped in the middle, by a crash or by the caller, the index is consistent and
	 * knows that the file is not finished.
	 *
	 * `reading` is asked for once the records have all been read.
	 */
	*replaceFile(file: CorpusFile, records: Iterable<PlacedRecord>, reading: () => FileReading): Writing {
		try {
			const update = this.#updateOf(file.uri);
			let count = 0;
			for (const placed of records) {
				this.#options.rest?.();
				const begin = { start: placed.range.start, end: placed.range.start };
				update.add(writtenRecord(placed), placed.range, placed.keyRange ?? begin);
				count++;
				if (update.isBatch) {
					update.writeBatch();
				}
				if (count % this.#options.batch === 0) {
					yield { records: count };
				}
			}
			yield* this.#remainingBatches(update, count);
			const reader = this.#options.readerVersion(file.format);
			return { outcome: 'done', ...update.finish({ ...file, reader }, reading()) };
		} catch (error) {
			return this.#ending(error);
		}
	}

	/** Takes a file and all its records out of the index. */
	*removeFile(uri: string): Writing {
		try {
			const update = this.#updateOf(uri);
			yield* this.#remainingBatches(update, 0);
			return { outcome: 'done', ...update.remove() };
		} catch (error) {
			return this.#ending(error);
		}
	}

	/** Makes search as quick as it can be after much was written. It may be left at any time. */
	*compact(): Writing {
		try {
			for (const steps = (this.#options.search.compact?.() ?? [])[Symbol.iterator](); ; ) {
				if (this.#sql.transaction(() => steps.next().done)) {
					return { outcome: 'done', records: 0, added: 0, removed: 0, stale: [] };
				}
				yield { records: 0 };
			}
		} catch (error) {
			return this.#ending(error);
		}
	}

	*#remainingBatches(update: FileUpdate, records: number): Generator<WriteProgress, void> {
		update.close();
		while (update.isBatch) {
			update.writeBatch();
			yield { records };
		}
	}

	#updateOf(uri: string): FileUpdate {
		const { search, now, batch, pageSize } = this.#options;
		return new FileUpdate(
			{ sql: this.#sql, bodies: this.#bodies, ids: this.#ids, seen: this.#seen, search, now: now(), batch, pageSize },
			uri,
		);
	}

	#ending(error: unknown): WriteResult {
		// What was made in a transaction that failed is not in the database.
		this.#bodies.forget();
		this.#ids.forget();
		this.#options.search.discard?.();
		if (error instanceof Overtaken) {
			return { outcome: 'overtaken' };
		}
		const failure = indexFailureOf(error);
		if (failure === undefined) {
			throw error;
		}
		return { outcome: 'failed', failure };
	}
}
