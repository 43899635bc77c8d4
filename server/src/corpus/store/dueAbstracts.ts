/** Abstracts that a large import has left for later: the papers can be found by everything else already. */

import { mergeRecords } from '../merge.ts';
import { plainText } from '../text/richText.ts';
import type { RecordBodies } from './recordBodies.ts';
import type { SearchTables } from './searchTables.ts';
import { numberIn, type Sql } from './sql.ts';

export interface AbstractTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly search: SearchTables;
}

/** Makes up to `most` papers findable by their abstract. How many there were to do; 0: none is left. */
export function addDueAbstracts({ sql, bodies, search }: AbstractTools, most: number): number {
	const papers = sql.rows(DUE, most).map((row) => numberIn(row, 'paper'));
	for (const paper of papers) {
		const rows = sql.rows(BODIES, paper);
		const [only] = rows;
		const abstract =
			rows.length === 1 && only !== undefined
				? bodies.abstractIn(only)
				: mergeRecords(rows.map((row) => bodies.inRow(row))).item.abstract;
		search.putAbstract?.(paper, plainText(abstract ?? ''));
	}
	sql.run('DELETE FROM abstracts_due WHERE paper <= ?', papers.at(-1) ?? 0);
	return papers.length;
}

const DUE = 'SELECT paper FROM abstracts_due ORDER BY paper LIMIT ?';
const BODIES = 'SELECT b.body, b.abstract FROM records r JOIN bodies b ON b.id = r.id WHERE r.paper = ?';
