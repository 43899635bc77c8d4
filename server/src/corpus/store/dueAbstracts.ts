/** Abstracts that a large import has left for later: the papers can be found by everything else already. */

import { plainText } from '../text/richText.ts';
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
	const rows = sql.rows(DUE, most);
	let count = 0;
	let last = 0;
	for (const [at, row] of rows.entries()) {
		const paper = numberIn(row, 'paper');
		if (paper !== last) {
			const isLone = rows[at + 1]?.['paper'] !== paper;
			search.putAbstract?.(paper, isLone ? plainText(bodies.abstractIn(row) ?? '') : paperAbstract(sql, bodies, paper));
			count++;
			last = paper;
		}
	}
	sql.run('DELETE FROM abstracts_due WHERE paper <= ?', last);
	return count;
}

/** The records of those papers, paper by paper: read at once, since each question by itself costs as much as its answer. */
const DUE = `
	SELECT d.paper, b.abstract FROM (SELECT paper FROM abstracts_due ORDER BY paper LIMIT ?) d
	JOIN records r ON r.paper = d.paper JOIN bodies b ON b.id = r.id ORDER BY d.paper`;
