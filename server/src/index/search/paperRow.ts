/**
 * Where a paper stands in the search tables. Rows ascend from the newest year to the oldest, and within a year from the
 * paper that came last to the one that came first: a search that stops after the first matches has the most recent.
 * Within a year rows are dense, since the index writes differences of rows: with the papers' own ids, which are spread
 * over all years, it took half as much again.
 */

/** A stretch of rows; both ends belong to it. */
export interface RowRange {
	readonly first: number;
	readonly last: number;
}

/** Rows in a year: a row takes 31 bits, which engines keep as they are. */
export const ROWS_OF_YEAR = 2 ** 23;
const LAST_YEAR = 2100;
/** Years before this one share a slot. */
const FIRST_YEAR = 1850;
const UNKNOWN_YEAR = LAST_YEAR - FIRST_YEAR + 1;

export const ALL_ROWS: RowRange = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** The rows of papers of a stretch of years; a paper of unknown year is in none of them, but has rows of its own. */
export function rowsOf(years: { readonly from: number; readonly to: number } | undefined): RowRange {
	return years
		? { first: slotOf(years.to) * ROWS_OF_YEAR, last: (slotOf(years.from) + 1) * ROWS_OF_YEAR - 1 }
		: { first: UNKNOWN_YEAR * ROWS_OF_YEAR, last: (UNKNOWN_YEAR + 1) * ROWS_OF_YEAR - 1 };
}

/** The year that a row says; undefined where it is unknown. */
export function yearOf(row: number): number | undefined {
	const slot = Math.floor(row / ROWS_OF_YEAR);
	return slot === UNKNOWN_YEAR ? undefined : LAST_YEAR - slot;
}

function slotOf(year: number): number {
	return LAST_YEAR - Math.trunc(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR));
}
