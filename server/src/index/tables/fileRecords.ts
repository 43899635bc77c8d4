/** The records of one corpus file, ordered by place. */

import type { FileRecord } from '../../corpus/corpus.ts';
import type { Position } from '../../util/span.ts';
import { bytesIn, numberIn, type Sql, textIn } from '../database/sql.ts';
import { decodeOutline, decodePlaces, type PageStart, type Place } from './places.ts';

const OUTLINE = 'SELECT o.pages FROM files f JOIN outlines o ON o.file = f.id WHERE f.uri = ?';
const PAGE = 'SELECT places FROM pages WHERE id = ?';
const PAPER = 'SELECT p.id, p.key FROM records r JOIN papers p ON p.id = r.paper WHERE r.id = ?';

/** All records of the file; none if it is not indexed. */
export function recordsIn(sql: Sql, uri: string): FileRecord[] {
	return pagesOf(sql, uri).flatMap((page) => placesOf(sql, page).flatMap((place) => recordOf(sql, place)));
}

/** The record at `position`. Reads one page, however many records the file has. */
export function recordAt(sql: Sql, uri: string, position: Position): FileRecord | undefined {
	const page = pagesOf(sql, uri).findLast(({ start }) => comparePositions(start, position) <= 0);
	const place = page && placesOf(sql, page).findLast(({ range }) => comparePositions(range.start, position) <= 0);
	return place && comparePositions(position, place.range.end) <= 0 ? recordOf(sql, place)[0] : undefined;
}

function pagesOf(sql: Sql, uri: string): PageStart[] {
	const row = sql.row(OUTLINE, uri);
	return row ? decodeOutline(bytesIn(row, 'pages')) : [];
}

function placesOf(sql: Sql, { page, start }: PageStart): Place[] {
	const row = sql.row(PAGE, page);
	return row ? decodePlaces(bytesIn(row, 'places'), start) : [];
}

/** The record with its paper. None for a record that is about to be removed, in the moment between two batches. */
function recordOf(sql: Sql, { record, range, keyRange }: Place): FileRecord[] {
	const row = sql.row(PAPER, record);
	return row ? [{ paper: { id: numberIn(row, 'id'), key: textIn(row, 'key') }, range, keyRange }] : [];
}

function comparePositions(one: Position, other: Position): number {
	return one.line - other.line || one.character - other.character;
}
