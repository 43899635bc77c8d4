/** The papers of a note's own library as rows of the search tables. */

import type { OwnLibrary } from '../corpus/corpus.ts';
import { numberIn, type Sql, textIn } from './database/sql.ts';

interface KnownRows {
	readonly version: number;
	readonly rows: Int32Array;
}

export class LibraryRows {
	readonly #sql: Sql;
	/** Read once for each version of the index: while someone types in a note, it stays the same. */
	readonly #known = new WeakMap<OwnLibrary, KnownRows>();

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** Ascending; empty if the library is the whole corpus. `version` is the current version of the index. */
	of(library: OwnLibrary, version: number): Int32Array {
		const known = this.#known.get(library);
		if (known?.version === version) {
			return known.rows;
		}
		const rows = this.#rowsOf(library);
		this.#known.set(library, { version, rows });
		return rows;
	}

	#rowsOf(library: OwnLibrary): Int32Array {
		const all = this.#sql.rows('SELECT id, uri FROM files');
		const files = all.filter((row) => library.has(textIn(row, 'uri'))).map((row) => numberIn(row, 'id'));
		const numbers: number[] =
			files.length > 0 && files.length < all.length
				? JSON.parse(textIn(this.#sql.row(ROWS, `[${files}]`), 'rows'))
				: [];
		return distinct(Int32Array.from(numbers).sort());
	}
}

/** As one text: as rows of a result, a hundred thousand numbers take ten times as long. */
const ROWS = `
	SELECT json_group_array(s.row) AS rows FROM records r JOIN search_row s ON s.id = r.paper
	WHERE r.file IN (SELECT value FROM json_each(?))`;

/** Several records of a paper give its row several times. */
function distinct(rows: Int32Array): Int32Array {
	return rows.filter((row, index) => row !== rows[index - 1]);
}
