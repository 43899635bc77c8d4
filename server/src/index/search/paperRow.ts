/**
 * The row of a paper in the search tables. Rows ascend from the newest year to the oldest, and within a year from the
 * paper indexed last to the one indexed first. So a search that stops after the first matches has found the most
 * recent ones. Within a year rows are dense, since the index stores differences of rows. With the ids of papers
 * instead, which are spread over all years, it took half as much space again.
 */

/** A range of rows, both ends included. */
export interface RowRange {
	readonly first: number;
	readonly last: number;
}

/** Rows in a year. A row has 31 bits, which engines store as small integers. */
export const ROWS_OF_YEAR = 2 ** 23;
const LAST_YEAR = 2100;
/** Earlier years share one slot. */
const FIRST_YEAR = 1850;
const UNKNOWN_YEAR = LAST_YEAR - FIRST_YEAR + 1;

export const ALL_ROWS: RowRange = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** The rows of papers in a range of years. Papers of unknown year are not in it; they have rows of their own. */
export function rowsOf(years: { readonly from: number; readonly to: number } | undefined): RowRange {
	return years
		? { first: slotOf(years.to) * ROWS_OF_YEAR, last: (slotOf(years.from) + 1) * ROWS_OF_YEAR - 1 }
		: { first: UNKNOWN_YEAR * ROWS_OF_YEAR, last: (UNKNOWN_YEAR + 1) * ROWS_OF_YEAR - 1 };
}

/** The year of a row; undefined if unknown. */
export function yearOf(row: number): number | undefined {
	const slot = Math.floor(row / ROWS_OF_YEAR);
	return slot === UNKNOWN_YEAR ? undefined : LAST_YEAR - slot;
}

function slotOf(year: number): number {
	return LAST_YEAR - Math.trunc(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR));
}
