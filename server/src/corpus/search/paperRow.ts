/**
 * Where a paper stands in the search tables. Rows ascend from the newest year to the oldest, and within a year from the
 * paper that came last to the one that came first: a search that stops after the first matches has the most recent.
 */

import type { PaperId } from '../corpus.ts';

/** Ids below this: 27 bits, so that a row takes 35 bits, five bytes in SQLite. */
const IDS = 2 ** 27;
const LAST_YEAR = 2100;
/** Years before this one share a slot. */
const FIRST_YEAR = 1846;
const UNKNOWN_YEAR = LAST_YEAR - FIRST_YEAR + 1;

export function rowOf(id: PaperId, year: number | undefined): number {
	if (!(id >= 0 && id < IDS)) {
		throw new RangeError(`paper id ${id} is outside of what search can number`);
	}
	return (year === undefined ? UNKNOWN_YEAR : slotOf(year)) * IDS + (IDS - 1 - id);
}

export function idOf(row: number): PaperId {
	return IDS - 1 - (row % IDS);
}

/** The year that a row says; undefined where it is unknown. */
export function yearOf(row: number): number | undefined {
	const slot = Math.floor(row / IDS);
	return slot === UNKNOWN_YEAR ? undefined : LAST_YEAR - slot;
}

/** The rows of papers of a stretch of years; a paper of unknown year is in none. */
export function rowsOf(from: number, to: number): { readonly first: number; readonly last: number } {
	return { first: slotOf(to) * IDS, last: (slotOf(from) + 1) * IDS - 1 };
}

function slotOf(year: number): number {
	return LAST_YEAR - Math.trunc(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR));
}
