/** What the index has of a file before it is read again. */

import { bytesIn, numberIn, type Sql } from '../database/sql.ts';
import { decodeOutline, decodePlaces, type PageStart } from './places.ts';
import { RecordMatching } from './recordMatching.ts';

export interface KnownFile {
	/** 0 for a file that is not in the index. */
	readonly id: number;
	readonly edition: number;
	readonly outline: readonly PageStart[];
	/** Pages by number. */
	readonly pages: ReadonlyMap<number, Uint8Array>;
	/** Matches the records with those of the new text. */
	readonly matching: RecordMatching;
	/** Records that are in no page, left by a reading that was stopped in the middle. */
	readonly strays: readonly number[];
}

export function knownFile(sql: Sql, uri: string): KnownFile {
	const matching = new RecordMatching();
	const row = sql.row('SELECT id, edition, finished FROM files WHERE uri = ?', uri);
	if (row === undefined) {
		return { id: 0, edition: 0, outline: [], pages: new Map(), matching, strays: [] };
	}
	const id = numberIn(row, 'id');
	const outlineRow = sql.row('SELECT pages FROM outlines WHERE file = ?', id);
	const outline = outlineRow === undefined ? [] : decodeOutline(bytesIn(outlineRow, 'pages'));
	const unfinished = numberIn(row, 'finished') === 0 ? pagesOfRecords(sql, id) : undefined;
	const pages = new Map<number, Uint8Array>();
	for (const start of outline) {
		const page = sql.row('SELECT places FROM pages WHERE id = ?', start.page);
		// The page is gone if another process is writing the file. The first transaction will notice.
		const bytes = page === undefined ? new Uint8Array() : bytesIn(page, 'places');
		pages.set(start.page, bytes);
		const places = decodePlaces(bytes, start.start).filter(({ record }) => takeFrom(unfinished, record, start.page));
		matching.addPage(start, places);
	}
	return { id, edition: numberIn(row, 'edition'), outline, pages, matching, strays: [...(unfinished?.keys() ?? [])] };
}

/**
 * The pages of all records of a file. After a reading that was stopped in the middle, pages may list records that
 * were never written or have moved, and records may be in no page. This reads all records of the corpus, 0.1 s for a
 * million, and is needed once.
 */
function pagesOfRecords(sql: Sql, file: number): Map<number, number> {
	const pages = new Map<number, number>();
	for (const row of sql.each('SELECT id, page FROM records WHERE file = ?', file)) {
		pages.set(numberIn(row, 'id'), numberIn(row, 'page'));
	}
	return pages;
}

/** Whether the record really is in that page. If so, it is removed from `pages`. */
function takeFrom(pages: Map<number, number> | undefined, record: number, page: number): boolean {
	return pages === undefined || (pages.get(record) === page && pages.delete(record));
}
