/** Looks up the places of single records. */

import type { FirstPlace, PaperId } from '../../corpus/corpus.ts';
import type { Position, Range } from '../../util/span.ts';
import { bytesIn, numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import { decodeOutline, decodePlaces, type Place } from './places.ts';

export type RecordPlace = Pick<Place, 'range' | 'keyRange'>;

const HOME = 'SELECT page, file FROM records WHERE id = ?';
const PAGE = 'SELECT places FROM pages WHERE id = ?';
const OUTLINE = 'SELECT pages FROM outlines WHERE file = ?';
const RECORDS = 'SELECT r.id AS record, f.uri FROM records r JOIN files f ON f.id = r.file WHERE r.paper = ?';

const START_OF_FILE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Used for one answer. Caches the pages it has read, since the records asked for are often near each other. */
export class RecordPlaces {
	readonly #sql: Sql;
	readonly #pages = new Map<number, ReadonlyMap<number, Place>>();
	/** The start of each page, by file. */
	readonly #outlines = new Map<number, ReadonlyMap<number, Position>>();

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/**
	 * The place of a record. For a record about to be removed, in the moment between two batches, the start of the
	 * file.
	 */
	placeOf(record: number): RecordPlace {
		const home = this.#sql.row(HOME, record);
		const place = home && this.#pageOf(home).get(record);
		return place === undefined
			? { range: START_OF_FILE, keyRange: START_OF_FILE }
			: { range: place.range, keyRange: place.keyRange };
	}

	#pageOf(home: SqlRow): ReadonlyMap<number, Place> {
		const page = numberIn(home, 'page');
		let places = this.#pages.get(page);
		if (places === undefined) {
			places = this.#readPage(page, numberIn(home, 'file'));
			this.#pages.set(page, places);
		}
		return places;
	}

	#readPage(page: number, file: number): ReadonlyMap<number, Place> {
		const row = this.#sql.row(PAGE, page);
		const start = this.#outlineOf(file).get(page);
		const places = row === undefined || start === undefined ? [] : decodePlaces(bytesIn(row, 'places'), start);
		return new Map(places.map((place) => [place.record, place]));
	}

	#outlineOf(file: number): ReadonlyMap<number, Position> {
		const row = this.#outlines.has(file) ? undefined : this.#sql.row(OUTLINE, file);
		const outline = row ? decodeOutline(bytesIn(row, 'pages')) : [];
		const starts = this.#outlines.get(file) ?? new Map(outline.map(({ page, start }) => [page, start]));
		this.#outlines.set(file, starts);
		return starts;
	}
}

/** Where each paper's first record is, in the order of uris and of places. */
export function firstPlaces(sql: Sql, ids: readonly PaperId[]): ReadonlyMap<PaperId, FirstPlace> {
	const places = new RecordPlaces(sql);
	const found = new Map<PaperId, FirstPlace>();
	for (const id of ids) {
		const records = sql.rows(RECORDS, id).map((row) => ({ uri: textIn(row, 'uri'), record: numberIn(row, 'record') }));
		const uri = records.map((record) => record.uri).sort(compareText)[0];
		const [first] = records
			.filter((record) => record.uri === uri)
			.map(({ record }) => places.placeOf(record))
			.sort((one, other) => compareRanges(one.range, other.range));
		if (uri !== undefined && first) {
			found.set(id, { uri, keyRange: first.keyRange });
		}
	}
	return found;
}
