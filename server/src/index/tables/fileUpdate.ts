/** Writes one reading of one corpus file into the index. */

import type { KeyMemory } from '../../corpus/keyMemory.ts';
import type { FileMacros } from '../../corpus/sharedMacros.ts';
import type { Range } from '../../util/span.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import { writeMacros } from './fileMacros.ts';
import type { FileChange, FileReading } from './fileReading.ts';
import { type ReadFile, shownOf, writeFileRow } from './fileRow.ts';
import type { FirstIndexing } from './firstIndexing.ts';
import type { IdAllocator } from './idAllocator.ts';
import { knownFile } from './knownFile.ts';
import { holdersOf } from './naming.ts';
import { type ClosedPage, PageLayout } from './pageLayout.ts';
import { PaperUpdate } from './paperUpdate.ts';
import { encodeOutline, type PageStart } from './places.ts';
import type { BodyPreparation, NewRecord, RecordBodies, WrittenRecord } from './recordBodies.ts';
import type { RecordMatching } from './recordMatching.ts';
import type { SearchTables } from './searchText.ts';
import { StatedRecords } from './statedRecords.ts';
import { type UntitledRecord, writeUntitled } from './untitledRecords.ts';

export interface FileUpdateTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly preparation: BodyPreparation | undefined;
	readonly ids: IdAllocator;
	readonly firstIndexing: FirstIndexing;
	readonly search: SearchTables;
	readonly now: number;
	/** Records in the first transaction. */
	readonly batch: number;
	readonly pageSize: number | undefined;
	readonly maxCompared: number | undefined;
	readonly keyMemory: Pick<KeyMemory, 'keepLost'> | undefined;
}

/** Thrown if another process has written the file since this reading began. */
export class Overtaken extends Error {
	override readonly name = 'Overtaken';
}

interface ReadyRecord extends NewRecord {
	readonly page: number;
}

export class FileUpdate {
	readonly #tools: FileUpdateTools;
	readonly #uri: string;
	/** 0 until the file is in the index. */
	#file: number;
	#edition: number;
	readonly #matching: RecordMatching;
	readonly #layout: PageLayout;
	readonly #knownPages: readonly PageStart[];
	readonly #outline: PageStart[] = [];
	/** New records whose page is not finished. */
	readonly #waiting = new Map<number, WrittenRecord>();
	readonly #ready: ReadyRecord[] = [];
	readonly #gone: number[];
	readonly #moved: { readonly id: number; readonly page: number }[] = [];
	readonly #closed: ClosedPage[] = [];
	readonly #untitled: UntitledRecord[] = [];
	#added = 0;
	#removed = 0;
	#records = 0;
	#rewritten = 0;
	/** Records in the next transaction. */
	#batch: number;

	constructor(tools: FileUpdateTools, uri: string) {
		this.#tools = tools;
		this.#uri = uri;
		this.#batch = tools.batch;
		const known = knownFile(tools.sql, uri);
		this.#file = known.id;
		this.#edition = known.edition;
		this.#matching = known.matching;
		this.#knownPages = known.outline;
		this.#gone = [...known.strays];
		this.#layout = new PageLayout(known.pages, () => tools.ids.next(), tools.pageSize);
	}

	/** Adds the next record of the file. */
	add(written: WrittenRecord, range: Range, keyRange: Range): void {
		const known = this.#matching.take(written.hash);
		const record = known?.record ?? this.#tools.ids.next();
		if (known === undefined) {
			this.#waiting.set(record, written);
		}
		this.#records++;
		if (written.content.item.title === undefined) {
			this.#untitled.push({ record, keyRange });
		}
		this.#collect(this.#layout.add({ record, hash: written.hash, range, keyRange }, known?.page));
	}

	/** Ends the file. Known records that have not been found in it are removed. */
	close(): void {
		this.#collect(this.#layout.close());
		this.#addGone(this.#matching.left());
	}

	/** Whether there is more to write than the last transaction should contain. */
	get isBatch(): boolean {
		return this.#ready.length + this.#gone.length > this.#batch;
	}

	/** Writes part of the changes. The file stays unfinished. */
	writeBatch(): void {
		this.#addGone(this.#matching.passed());
		this.#tools.sql.transaction(() => {
			this.#claim();
			this.#write();
			this.#writePages(this.#unread());
			this.#announce();
		});
		this.#batch = Math.min(this.#batch * 2, this.#tools.batch * MAX_BATCH_GROWTH);
	}

	/** Writes the rest, and the data of the file as a whole. */
	finish(file: ReadFile, { problems, macros = NO_MACROS }: FileReading): FileChange {
		const { sql } = this.#tools;
		const stale = sql.transaction(() => {
			const before = shownOf(sql, this.#uri);
			this.#claim();
			this.#write();
			this.#writePages([]);
			this.#deletePages(this.#unread());
			writeFileRow(sql, { ...file, id: this.#file, records: this.#records, problems });
			writeUntitled(sql, this.#file, { records: this.#untitled, problems });
			if (this.#added + this.#removed + this.#rewritten > 0 || shownOf(sql, this.#uri) !== before) {
				this.#announce();
			}
			return writeMacros(sql, this.#file, macros);
		});
		return { records: this.#records, added: this.#added, removed: this.#removed, stale };
	}

	/** Removes the remaining records from the index, and the file. */
	remove(): FileChange {
		const { sql } = this.#tools;
		if (this.#file === 0) {
			return { records: 0, added: 0, removed: 0, stale: [] };
		}
		const stale = sql.transaction(() => {
			this.#claim();
			this.#write();
			this.#deletePages(this.#knownPages);
			for (const table of ['outlines', 'problems', 'untitled']) {
				sql.run(`DELETE FROM ${table} WHERE file = ?`, this.#file);
			}
			sql.run('DELETE FROM files WHERE id = ?', this.#file);
			this.#announce();
			return writeMacros(sql, this.#file, NO_MACROS);
		});
		return { records: 0, added: 0, removed: this.#removed, stale };
	}

	/** Pushes one by one: an engine accepts some 100,000 arguments in a call, and a file may lose more records. */
	#addGone(records: readonly number[]): void {
		for (const record of records) {
			this.#gone.push(record);
		}
	}

	#collect(pages: readonly ClosedPage[]): void {
		for (const page of pages) {
			this.#closed.push(page);
			this.#outline.push(page.start);
			for (const id of page.arrivals) {
				const written = this.#waiting.get(id);
				if (written === undefined) {
					this.#moved.push({ id, page: page.start.page });
				} else {
					this.#waiting.delete(id);
					this.#ready.push({ id, written, page: page.start.page });
					this.#prepare(id, written);
				}
			}
		}
	}

	#prepare(id: number, { text, abstract, content: { extra } }: WrittenRecord): void {
		const { firstIndexing, preparation } = this.#tools;
		if (firstIndexing.marks) {
			const translations = extra?.translations?.flatMap((translation) => translation.abstract ?? []) ?? [];
			preparation?.add({ id, text, abstract, translations });
		}
	}

	/**
	 * Makes this reading the only one that writes the file. Throws if another process has written the file in the
	 * meantime.
	 */
	#claim(): void {
		const { sql } = this.#tools;
		if (this.#file === 0) {
			const row = sql.row(NEW_FILE, this.#uri);
			if (row === undefined) {
				throw new Overtaken(this.#uri);
			}
			this.#file = numberIn(row, 'id');
			this.#edition = 0;
		}
		const claimed = sql.row(CLAIM, this.#records, this.#file, this.#edition);
		if (claimed === undefined) {
			throw new Overtaken(this.#uri);
		}
		this.#edition++;
	}

	#write(): void {
		const { ids, ...tools } = this.#tools;
		const { sql, bodies, search, firstIndexing } = tools;
		firstIndexing.begin();
		const ready = this.#ready.splice(0);
		const gone = [...this.#gone.splice(0, this.#batch), ...this.#replacedBy(ready)];
		const total = numberIn(sql.row('SELECT papers FROM state'), 'papers');
		bodies.write(total, ready);
		if (gone.length > 0) {
			firstIndexing.useIndexes();
		}
		const { bloomFilter, marks } = firstIndexing;
		const stated = new StatedRecords(sql);
		const update = new PaperUpdate({ ...tools, stated, bloomFilter, memoryMarks: marks, newId: () => ids.next() });
		update.removeAll(gone);
		for (const { id, written, page } of ready) {
			update.add(id, written.content, { file: this.#file, page });
		}
		sql.run('UPDATE state SET papers = papers + ?', update.settle());
		search.flush?.();
		this.#added += ready.length;
		this.#removed += gone.length;
	}

	/**
	 * Old records with the key of a new one. They are removed in the same transaction, so that nobody sees two papers
	 * with one key.
	 */
	#replacedBy(ready: readonly ReadyRecord[]): number[] {
		if (this.#matching.count === 0) {
			return [];
		}
		const holders = ready.flatMap(({ written: { content } }) =>
			content.key === undefined ? [] : holdersOf(this.#tools.sql, content.key),
		);
		return holders
			.filter(({ file, record }) => file === this.#file && this.#matching.drop(record))
			.map(({ record }) => record);
	}

	#writePages(unread: readonly PageStart[]): void {
		const { sql } = this.#tools;
		for (const { start, bytes } of this.#closed.splice(0)) {
			if (bytes !== undefined) {
				sql.run('INSERT OR REPLACE INTO pages VALUES (?, ?)', start.page, bytes);
				this.#rewritten++;
			}
		}
		for (const { id, page } of this.#moved.splice(0)) {
			sql.run('UPDATE records SET page = ? WHERE id = ?', page, id);
		}
		const outline = encodeOutline([...this.#outline, ...unread]);
		sql.run('INSERT OR REPLACE INTO outlines VALUES (?, ?)', this.#file, outline);
	}

	/** Pages in the index whose records have not been found in the file so far. */
	#unread(): readonly PageStart[] {
		return this.#knownPages.filter(({ page }) => !this.#layout.isUsed(page));
	}

	#deletePages(pages: readonly PageStart[]): void {
		for (const { page } of pages) {
			this.#tools.sql.run('DELETE FROM pages WHERE id = ?', page);
		}
	}

	/** Tells readers that something has changed. */
	#announce(): void {
		this.#tools.sql.run('UPDATE state SET version = version + 1');
	}
}

/**
 * The first papers of a large file should be visible soon. Later transactions are larger, up to this factor: each makes
 * a run of terms, and runs of 8,000 papers take half the time to merge that runs of 1,000 take.
 */
const MAX_BATCH_GROWTH = 8;

const NO_MACROS: FileMacros = { defined: [], wanted: [] };

const NEW_FILE = `
	INSERT INTO files (uri, edition, finished, reader, size, mtime, hash, records, problems) VALUES (?, 0, 0, 0, 0, 0, '', 0, 0)
	ON CONFLICT DO NOTHING RETURNING id`;
const CLAIM =
	'UPDATE files SET edition = edition + 1, finished = 0, records = ? WHERE id = ? AND edition = ? RETURNING id';
