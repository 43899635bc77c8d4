/** Gives rows to papers: in each year the one before the first that is taken. For one batch, while nobody else writes. */

import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { rowsOf } from './paperRow.ts';

export class RowNumbers {
	readonly #firstTaken: SqlStatement;
	/** By the first row that a year can have. */
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

/** A row that a paper had is not given again while runs may still hold it. */
const FIRST_TAKEN = `
	SELECT min(row) AS row FROM (
		SELECT min(row) AS row FROM search_paper WHERE row BETWEEN ? AND ?
		UNION ALL SELECT min(row) FROM search_gone WHERE row BETWEEN ? AND ?
	)`;
