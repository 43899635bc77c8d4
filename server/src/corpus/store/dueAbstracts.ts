/** Abstracts that a large import has left for later: the papers can be found by everything else already. */

import { paperAbstract } from './paperAbstract.ts';
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
		search.putAbstract?.(paper, paperAbstract(sql, bodies, paper));
	}
	sql.run('DELETE FROM abstracts_due WHERE paper <= ?', papers.at(-1) ?? 0);
	return papers.length;
}

const DUE = 'SELECT paper FROM abstracts_due ORDER BY paper LIMIT ?';
