/** Brings the index up to date with corpus files, file by file, batch by batch. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { IdentityStatement } from '../../corpus/identity/statedIdentity.ts';
import type { KeyMemory } from '../../corpus/keyMemory.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import type { Range } from '../../util/span.ts';
import { type IndexFailure, indexFailureOf } from '../database/indexFailure.ts';
import { numberIn, optionalText, type Sql, textIn } from '../database/sql.ts';
import { type CorpusFile, type FileState, type ReaderVersion, SAME_READERS } from './corpusFile.ts';
import { macroSource } from './fileMacros.ts';
import type { FileChange, FileReading } from './fileReading.ts';
import { FileUpdate, Overtaken } from './fileUpdate.ts';
import { FirstIndexing } from './firstIndexing.ts';
import { IdAllocator } from './idAllocator.ts';
import { type BodyPreparation, RecordBodies, writtenRecord } from './recordBodies.ts';
import type { SearchTables } from './searchText.ts';
import { areStored } from './statedRecords.ts';
import { storeStatements } from './statements.ts';
import { markUnread } from './unreadFile.ts';

/** A record and its place. */
export interface PlacedRecord extends RecordContent {
	readonly range: Range;
	/** The place of the key or, if there is none, of the title. The default is the start of the record. */
	readonly keyRange?: Range | undefined;
}

/** Returned between batches: how far the file has been read. The caller may give others a turn, or stop for good. */
export interface WriteProgress {
	readonly records: number;
}

export type WriteResult =
	| ({ readonly outcome: 'done' } & FileChange)
	/** Another process wrote the same file in between: check its state again. */
	| { readonly outcome: 'overtaken' }
	| { readonly outcome: 'failed'; readonly failure: IndexFailure };

export type Writing = Generator<WriteProgress, WriteResult>;

export interface WriterOptions {
	readonly search: SearchTables;
	/** Used during a first indexing. */
	readonly preparation?: BodyPreparation | undefined;
	/** Called for each record. It may block for a while: writing waits if others need the processors. */
	readonly rest?: () => void;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
	readonly readerVersion?: ReaderVersion;
	/**
	 * Records in the first transaction for a file; later ones grow to eight times as many. 1000 records take 60 ms,
	 * during which no other process can write. Readers never wait.
	 */
	readonly batch?: number;
	/** Records in a page of places; see `pageLayout.ts`. */
	readonly pageSize?: number;
	/** Different records under one mark that are compared with each other; see `recordBlocks.ts`. */
	readonly maxCompared?: number;
	/** Where keys are remembered that records lose. If absent, they are forgotten. */
	readonly keyMemory?: Pick<KeyMemory, 'keepLost'> | undefined;
}

const NOTHING_READ: WriteResult = { outcome: 'done', records: 0, added: 0, removed: 0, stale: [] };

/** New records in a batch by default. */
const DEFAULT_BATCH = 1000;

export class CorpusWriter {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #ids: IdAllocator;
	readonly #firstIndexing: FirstIndexing;
	readonly #options: WriterOptions & {
		readonly now: () => number;
		readonly batch: number;
		readonly readerVersion: ReaderVersion;
	};

	constructor(sql: Sql, options: WriterOptions) {
		this.#sql = sql;
		this.#bodies = new RecordBodies(sql, options.preparation);
		this.#ids = new IdAllocator(sql);
		this.#firstIndexing = new FirstIndexing(sql);
		this.#options = { now: Date.now, batch: DEFAULT_BATCH, readerVersion: SAME_READERS, ...options };
	}

	/**
	 * The state of a file when it was last read completely. Undefined if it never was, or if it must be read again,
	 * for example because its reader has another version now.
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

	/** The source of a macro, from a file other than `uri` that defines it. */
	macroSource(name: string, uri: string): string | undefined {
		return macroSource(this.#sql, name, uri);
	}

	/** Every file in the index, finished or not. */
	uris(): readonly string[] {
		return this.#sql.rows('SELECT uri FROM files ORDER BY uri').map((row) => textIn(row, 'uri'));
	}

	/** Records that a file has another time but the same text as before. */
	touchFile({ uri, size, mtime }: Pick<CorpusFile, 'uri' | 'size' | 'mtime'>): void {
		this.#sql.transaction(() => this.#sql.run('UPDATE files SET size = ?, mtime = ? WHERE uri = ?', size, mtime, uri));
	}

	/** Records that a file cannot be read for now, as `markUnread` does. */
	markUnread(uri: string, problemOf: (records: number) => FileProblem): void {
		markUnread(this.#sql, uri, problemOf);
	}

	/**
	 * Replaces the records of a file. Records that are already in the index are left untouched, even if they have
	 * moved. A change that fits one batch is one transaction. A larger one becomes visible batch by batch, with old
	 * records in place until they are replaced. If it is stopped in the middle, by a crash or by the caller, the
	 * index is consistent and has the file marked as not finished.
	 *
	 * `reading` is called once all records have been read.
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

	/** Groups the papers by what people state about them, instead of what they stated before. */
	*state(statements: readonly IdentityStatement[]): Writing {
		try {
			if (!areStored(this.#sql, statements)) {
				this.#sql.transaction(() => this.#storeStatements(statements));
			}
			return NOTHING_READ;
		} catch (error) {
			return this.#ending(error);
		}
	}

	/** Removes a file and all its records from the index. */
	*removeFile(uri: string): Writing {
		try {
			const update = this.#updateOf(uri);
			yield* this.#remainingBatches(update, 0);
			return { outcome: 'done', ...update.remove() };
		} catch (error) {
			return this.#ending(error);
		}
	}

	/**
	 * Completes the index after a first indexing. Must be called when all files have been read; usually does nothing.
	 * It may be stopped at any time.
	 */
	completeFirst(): Writing {
		return this.#inSteps(() => this.#firstIndexing.end());
	}

	/** Makes search as fast as possible after much has been written. It may be stopped at any time. */
	compact(): Writing {
		return this.#inSteps(() => this.#options.search.compact?.() ?? []);
	}

	/** Each step is a transaction. */
	*#inSteps(begin: () => Iterable<void>): Writing {
		try {
			for (const steps = begin()[Symbol.iterator](); ; ) {
				if (this.#sql.transaction(() => steps.next().done)) {
					return NOTHING_READ;
				}
				yield { records: 0 };
			}
		} catch (error) {
			return this.#ending(error);
		}
	}

	#storeStatements(statements: readonly IdentityStatement[]): void {
		this.#firstIndexing.begin();
		if (this.#sql.row('SELECT 1 FROM records LIMIT 1') !== undefined) {
			this.#firstIndexing.useIndexes();
		}
		const { bloomFilter, marks: memoryMarks } = this.#firstIndexing;
		const newId = (): number => this.#ids.next();
		const { search, now, maxCompared } = this.#options;
		const tools = { sql: this.#sql, bodies: this.#bodies, bloomFilter, memoryMarks, newId, search, maxCompared };
		storeStatements({ ...tools, now: now() }, statements);
	}

	*#remainingBatches(update: FileUpdate, records: number): Generator<WriteProgress, void> {
		update.close();
		while (update.isBatch) {
			update.writeBatch();
			yield { records };
		}
	}

	#updateOf(uri: string): FileUpdate {
		const { search, preparation, now, batch, pageSize, maxCompared, keyMemory } = this.#options;
		return new FileUpdate(
			{
				sql: this.#sql,
				bodies: this.#bodies,
				preparation,
				ids: this.#ids,
				firstIndexing: this.#firstIndexing,
				search,
				now: now(),
				batch,
				pageSize,
				maxCompared,
				keyMemory,
			},
			uri,
		);
	}

	#ending(error: unknown): WriteResult {
		// What was created in a transaction that failed is not in the database.
		this.#bodies.forget();
		this.#ids.forget();
		this.#firstIndexing.forgetFailed();
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
