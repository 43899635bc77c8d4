/** One reading of one corpus file on its way into the index. */

import type { Range } from '../../util/span.ts';
import type { FileProblem } from '../corpus.ts';
import { Alignment } from './alignment.ts';
import type { CorpusFile } from './corpusFile.ts';
import type { IdBlock } from './idBlock.ts';
import { holdersOf } from './naming.ts';
import { type ClosedPage, PageLayout } from './pageLayout.ts';
import { PaperUpdate } from './paperUpdate.ts';
import { decodeOutline, decodePlaces, encodeOutline, type PageStart } from './places.ts';
import type { RecordBodies, WrittenRecord } from './recordBodies.ts';
import type { SearchTables } from './searchTables.ts';
import { bytesIn, numberIn, optionalText, type Sql } from './sql.ts';

export interface FileUpdateTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly ids: IdBlock;
	readonly search: SearchTables;
	readonly now: number;
	/** Records to a transaction. */
	readonly batch: number;
	readonly pageSize: number | undefined;
}

/** What a reading changed, in records. */
export interface FileChange {
	/** How many the file has now. */
	readonly records: number;
	readonly added: number;
	readonly removed: number;
}

/** Thrown when another process has written the file since this reading began. */
export class Overtaken extends Error {
	override readonly name = 'Overtaken';
}

interface NewRecord {
	readonly id: number;
	readonly written: WrittenRecord;
	readonly page: number;
}

export class FileUpdate {
	readonly #tools: FileUpdateTools;
	readonly #uri: string;
	/** 0 until the file is in the index. */
	#file: number;
	#edition: number;
	readonly #alignment = new Alignment();
	readonly #layout: PageLayout;
	readonly #knownPages: readonly PageStart[];
	readonly #outline: PageStart[] = [];
	/** New records whose page is not finished. */
	readonly #waiting = new Map<number, WrittenRecord>();
	readonly #ready: NewRecord[] = [];
	readonly #gone: number[] = [];
	readonly #moved: { readonly id: number; readonly page: number }[] = [];
	readonly #closed: ClosedPage[] = [];
	#added = 0;
	#removed = 0;
	#records = 0;
	#rewritten = 0;

	constructor(tools: FileUpdateTools, uri: string) {
		this.#tools = tools;
		this.#uri = uri;
		const row = tools.sql.row('SELECT id, edition, finished FROM files WHERE uri = ?', uri);
		this.#file = row === undefined ? 0 : numberIn(row, 'id');
		this.#edition = row === undefined ? 0 : numberIn(row, 'edition');
		const outline = tools.sql.row('SELECT pages FROM outlines WHERE file = ?', this.#file);
		this.#knownPages = outline === undefined ? [] : decodeOutline(bytesIn(outline, 'pages'));
		const isBroken = row !== undefined && numberIn(row, 'finished') === 0;
		this.#layout = new PageLayout(
			this.#loadPages(isBroken ? this.#recordPages() : undefined),
			() => tools.ids.next(),
			tools.pageSize,
		);
	}

	/** The next record of the file. */
	add(written: WrittenRecord, range: Range, keyRange: Range): void {
		const known = this.#alignment.take(written.hash);
		const record = known?.record ?? this.#tools.ids.next();
		if (known === undefined) {
			this.#waiting.set(record, written);
		}
		this.#records++;
		this.#collect(this.#layout.add({ record, hash: written.hash, range, keyRange }, known?.page));
	}

	/** No more records are to come: those not met again are gone. */
	close(): void {
		this.#collect(this.#layout.close());
		this.#gone.push(...this.#alignment.left());
	}

	/** Whether there is more to write than the last transaction should hold. */
	get isBatch(): boolean {
		return this.#ready.length + this.#gone.length > this.#tools.batch;
	}

	/** Writes part of what has changed; the file stays unfinished. */
	writeBatch(): void {
		this.#gone.push(...this.#alignment.passed());
		this.#tools.sql.transaction(() => {
			this.#claim();
			this.#write();
			this.#writePages(this.#unread());
			this.#announce();
		});
	}

	/** Writes the rest and what is known of the file as a whole. */
	finish(file: CorpusFile, problems: readonly FileProblem[]): FileChange {
		this.#tools.sql.transaction(() => {
			const before = this.#shown();
			this.#claim();
			this.#write();
			this.#writePages([]);
			this.#deletePages(this.#unread());
			this.#writeFile(file, problems);
			if (this.#added + this.#removed + this.#rewritten > 0 || this.#shown() !== before) {
				this.#announce();
			}
		});
		return { records: this.#records, added: this.#added, removed: this.#removed };
	}

	/** Takes the rest out of the index, and the file with it. */
	remove(): FileChange {
		const { sql } = this.#tools;
		if (this.#file === 0) {
			return { records: 0, added: 0, removed: 0 };
		}
		sql.transaction(() => {
			this.#claim();
			this.#write();
			this.#deletePages(this.#knownPages);
			for (const table of ['outlines', 'problems']) {
				sql.run(`DELETE FROM ${table} WHERE file = ?`, this.#file);
			}
			sql.run('DELETE FROM files WHERE id = ?', this.#file);
			this.#announce();
		});
		return { records: 0, added: 0, removed: this.#removed };
	}

	/** `pages`, where not all that the pages hold can be trusted: the page of each record that there really is. */
	#loadPages(pages: Map<number, number> | undefined): Map<number, Uint8Array> {
		const known = new Map<number, Uint8Array>();
		for (const start of this.#knownPages) {
			const row = this.#tools.sql.row('SELECT places FROM pages WHERE id = ?', start.page);
			// Written by another process meanwhile; the first transaction will notice.
			const bytes = row === undefined ? new Uint8Array() : bytesIn(row, 'places');
			const places = decodePlaces(bytes, start.start);
			known.set(start.page, bytes);
			this.#alignment.addPage(start, pages ? places.filter(({ record }) => pages.get(record) === start.page) : places);
			for (const { record } of places) {
				if (pages?.get(record) === start.page) {
					pages.delete(record);
				}
			}
		}
		this.#gone.push(...(pages?.keys() ?? []));
		return known;
	}

	/**
	 * After a reading that was stopped in the middle, pages may hold records that never came or have moved on, and records
	 * may stand in no page. This looks at all records of the corpus, 0.1 s for a million, and is needed once.
	 */
	#recordPages(): Map<number, number> {
		const rows = this.#tools.sql.rows('SELECT id, page FROM records WHERE file = ?', this.#file);
		return new Map(rows.map((row) => [numberIn(row, 'id'), numberIn(row, 'page')]));
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

	/** Makes this the one reading that writes the file, or gives way to another that has written since. */
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
		const { sql, bodies, search, ids, now, batch } = this.#tools;
		const ready = this.#ready.splice(0, batch);
		const gone = [...this.#gone.splice(0, batch), ...this.#replacedBy(ready)];
		const total = numberIn(sql.row('SELECT papers FROM state'), 'papers');
		bodies.prepare(
			total,
			ready.map(({ written }) => written),
		);
		const update = new PaperUpdate({ sql, bodies, search, now, newId: () => ids.next() });
		update.removeAll(gone);
		for (const { id, written, page } of ready) {
			update.add(id, written, { file: this.#file, page });
		}
		sql.run('UPDATE state SET papers = papers + ?', update.settle());
		this.#added += ready.length;
		this.#removed += gone.length;
	}

	/** Old records under the key of a new one: they go as it comes, so that nobody sees two papers of one key. */
	#replacedBy(ready: readonly NewRecord[]): number[] {
		if (this.#alignment.count === 0) {
			return [];
		}
		const holders = ready.flatMap(({ written: { content } }) =>
			content.key === undefined ? [] : holdersOf(this.#tools.sql, content.key),
		);
		return holders
			.filter(({ file, record }) => file === this.#file && this.#alignment.drop(record))
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

	/** Pages of the index whose records have not come up in the file so far. */
	#unread(): readonly PageStart[] {
		return this.#knownPages.filter(({ page }) => !this.#layout.isUsed(page));
	}

	#deletePages(pages: readonly PageStart[]): void {
		for (const { page } of pages) {
			this.#tools.sql.run('DELETE FROM pages WHERE id = ?', page);
		}
	}

	#writeFile({ format, size, mtime, hash, note }: CorpusFile, problems: readonly FileProblem[]): void {
		const { sql } = this.#tools;
		const list = JSON.stringify(problems);
		if (optionalText(sql.row('SELECT list FROM problems WHERE file = ?', this.#file), 'list') !== list) {
			sql.run('INSERT OR REPLACE INTO problems VALUES (?, ?)', this.#file, list);
		}
		const counts = [this.#records, problems.length];
		sql.run(FINISH, format ?? null, size, mtime, hash, note ?? null, ...counts, this.#file);
	}

	/** What readers can see of the file itself: a file read again for nothing is no news. */
	#shown(): string {
		const row = this.#tools.sql.row(SHOWN, this.#uri);
		return row === undefined ? '' : JSON.stringify(row);
	}

	/** Lets readers know that there is something new. */
	#announce(): void {
		this.#tools.sql.run('UPDATE state SET version = version + 1');
	}
}

const NEW_FILE = `
	INSERT INTO files (uri, edition, finished, size, mtime, hash, records, problems) VALUES (?, 0, 0, 0, 0, '', 0, 0)
	ON CONFLICT DO NOTHING RETURNING id`;
const SHOWN = `
	SELECT f.format, f.note, p.list, hex(o.pages) AS outline FROM files f
	JOIN problems p ON p.file = f.id JOIN outlines o ON o.file = f.id WHERE f.uri = ? AND f.finished = 1`;
const CLAIM =
	'UPDATE files SET edition = edition + 1, finished = 0, records = ? WHERE id = ? AND edition = ? RETURNING id';
const FINISH = `
	UPDATE files SET finished = 1, format = ?, size = ?, mtime = ?, hash = ?, note = ?, records = ?, problems = ?
	WHERE id = ?`;
