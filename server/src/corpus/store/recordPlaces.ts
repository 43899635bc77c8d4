/** Where a record stands, looked up for one record. */

import type { Range } from '../../util/span.ts';
import { decodeOutline, decodePlaces } from './places.ts';
import { bytesIn, numberIn, type Sql } from './sql.ts';

export interface RecordPlace {
	readonly range: Range;
	readonly keyRange: Range;
}

const PAGE = `
	SELECT r.page, p.places, o.pages FROM records r JOIN pages p ON p.id = r.page JOIN outlines o ON o.file = r.file
	WHERE r.id = ?`;

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The top of the file for a record that is about to go, in the moment between two batches. */
export function placeOf(sql: Sql, record: number): RecordPlace {
	const row = sql.row(PAGE, record);
	const page = row && numberIn(row, 'page');
	const start = row && decodeOutline(bytesIn(row, 'pages')).find((entry) => entry.page === page)?.start;
	const place = start && decodePlaces(bytesIn(row, 'places'), start).find((entry) => entry.record === record);
	return place === undefined ? { range: TOP, keyRange: TOP } : { range: place.range, keyRange: place.keyRange };
}
