/** Looks up the places of single records. */

import type { Range } from '../../util/span.ts';
import { bytesIn, numberIn, type Sql } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { decodeOutline, decodePlaces, type Place } from './places.ts';

export type RecordPlace = Pick<Place, 'range' | 'keyRange'>;

const HOME = 'SELECT page, file FROM records WHERE id = ?';
const PAGE = 'SELECT p.places, o.pages FROM pages p, outlines o WHERE p.id = ? AND o.file = ?';

const START_OF_FILE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Used for one answer. Caches the pages it has read, since the records asked for are often near each other. */
export class RecordPlaces {
	readonly #sql: Sql;
	readonly #pages = new Map<number, ReadonlyMap<number, Place>>();

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
		const row = this.#sql.row(PAGE, page, file);
		const start = row && decodeOutline(bytesIn(row, 'pages')).find((entry) => entry.page === page)?.start;
		const places = start === undefined ? [] : decodePlaces(bytesIn(row, 'places'), start);
		return new Map(places.map((place) => [place.record, place]));
	}
}
