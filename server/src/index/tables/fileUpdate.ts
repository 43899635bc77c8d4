/** Writes one reading of one corpus file into the index. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { FileMacros } from '../../corpus/sharedMacros.ts';
import type { Range } from '../../util/span.ts';
import { numberIn, optionalText, type Sql } from '../database/sql.ts';
import type { BloomFilter } from './bloomFilter.ts';
import type { CorpusFile } from './corpusFile.ts';
import { writeMacros } from './fileMacros.ts';
import type { FileChange, FileReading } from './fileReading.ts';
import type { IdAllocator } from './idAllocator.ts';
import { knownFile } from './knownFile.ts';
import { holdersOf } from './naming.ts';
import { type ClosedPage, PageLayout } from './pageLayout.ts';
import { PaperUpdate } from './paperUpdate.ts';
import { encodeOutline, type PageStart } from './places.ts';
import type { NewRecord, RecordBodies, WrittenRecord } from './recordBodies.ts';
import type { RecordMatching } from './recordMatching.ts';
import type { SearchTables } from './searchText.ts';

export interface FileUpdateTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly ids: IdAllocator;
	readonly bloomFilter: BloomFilter;
	readonly search: SearchTables;
	readonly now: number;
	/** Records in the first transaction. */
	readonly batch: number;
	readonly pageSize: number | undefined;
	readonly maxCompared: number | undefined;
}

/** Thrown if another process has written the file since this reading began. */
export class Overtaken extends Error {
	override readonly name = 'Overtaken';
}

/** A corpus file with the version of its reader. */
interface ReadFile extends CorpusFile {
	readonly reader: number;
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
		const stale = this.#tools.sql.transaction(() => {
			const before = this.#shown();
			this.#claim();
			this.#write();
			this.#writePages([]);
			this.#deletePages(this.#unread());
			this.#writeFile(file, problems);
			if (this.#added + this.#removed + this.#rewritten > 0 || this.#shown() !== before) {
				this.#announce();
			}
			return writeMacros(this.#tools.sql, this.#file, macros);
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
			for (const table of ['outlines', 'problems']) {
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
				}
			}
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
		const { sql, bodies, search, bloomFilter } = tools;
		bloomFilter.begin();
		const ready = this.#ready.splice(0, this.#batch);
		const gone = [...this.#gone.splice(0, this.#batch), ...this.#replacedBy(ready)];
		const total = numberIn(sql.row('SELECT papers FROM state'), 'papers');
		bodies.write(total, ready);
		const update = new PaperUpdate({ ...tools, newId: () => ids.next() });
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

	#writeFile({ format, reader, size, mtime, hash, note }: ReadFile, problems: readonly FileProblem[]): void {
		const { sql } = this.#tools;
		const list = JSON.stringify(problems);
		if (optionalText(sql.row('SELECT list FROM problems WHERE file = ?', this.#file), 'list') !== list) {
			sql.run('INSERT OR REPLACE INTO problems VALUES (?, ?)', this.#file, list);
		}
		const counts = [this.#records, problems.length];
		sql.run(FINISH, format ?? null, reader, size, mtime, hash, note ?? null, ...counts, this.#file);
	}

	/** What readers can see of the file itself. If it does not change, there is no new version. */
	#shown(): string {
		const row = this.#tools.sql.row(SHOWN, this.#uri);
		return row === undefined ? '' : JSON.stringify(row);
	}

	/** Tells readers that something has changed. */
	#announce(): void {
		this.#tools.sql.run('UPDATE state SET version = version + 1');
	}
}

/**
 * The first papers of a large file should be visible soon. Later transactions are larger, up to this factor, since
 * full-text search takes half as long again with small ones.
 */
const MAX_BATCH_GROWTH = 4;

const NO_MACROS: FileMacros = { defined: [], wanted: [] };

const NEW_FILE = `
	INSERT INTO files (uri, edition, finished, reader, size, mtime, hash, records, problems) VALUES (?, 0, 0, 0, 0, 0, '', 0, 0)
	ON CONFLICT DO NOTHING RETURNING id`;
const SHOWN = `
	SELECT f.format, f.note, p.list, hex(o.pages) AS outline FROM files f
	JOIN problems p ON p.file = f.id JOIN outlines o ON o.file = f.id WHERE f.uri = ? AND f.finished = 1`;
const CLAIM =
	'UPDATE files SET edition = edition + 1, finished = 0, records = ? WHERE id = ? AND edition = ? RETURNING id';
const FINISH = `
	UPDATE files SET finished = 1, format = ?, reader = ?, size = ?, mtime = ?, hash = ?, note = ?, records = ?, problems = ?
	WHERE id = ?`;
