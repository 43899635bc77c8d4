/**
 * Allocates rows for papers: in each year, the row before the first used one. For one batch, while nobody else
 * writes.
 */

import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { rowsOf } from './paperRow.ts';

export class RowNumbers {
	readonly #firstTaken: SqlStatement;
	/** The next row by the first possible row of a year. */
	readonly #next = new Map<number, number>();

	constructor(db: SqlDatabase) {
		this.#firstTaken = db.prepare(FIRST_TAKEN);
	}

	take(year: number | undefined): number {
		const { first, last } = rowsOf(year === undefined ? undefined : { from: year, to: year });
		const row = this.#next.get(first) ?? this.#before(first, last);
		this.#next.set(first, row - 1);
		return row;
	}

	#before(first: number, last: number): number {
		const taken = this.#firstTaken.get(first, last, first, last)?.['row'];
		const row = typeof taken === 'number' ? taken - 1 : last;
		if (row < first) {
			throw new RangeError(`no row is left among ${first} to ${last}`);
		}
		return row;
	}
}

/** The row of a deleted paper is not used again while runs may still have it. */
const FIRST_TAKEN = `
	SELECT min(row) AS row FROM (
		SELECT min(row) AS row FROM search_paper WHERE row BETWEEN ? AND ?
		UNION ALL SELECT min(row) FROM search_gone WHERE row BETWEEN ? AND ?
	)`;
