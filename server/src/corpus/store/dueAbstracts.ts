/** Abstracts that a large import has left for later: the papers can be found by everything else already. */

import { mergeRecords } from '../merge.ts';
import { searchFieldsOf } from '../summary.ts';
import { searchedNames } from './paperUpdate.ts';
import type { RecordBodies } from './recordBodies.ts';
import type { SearchTables } from './searchTables.ts';
import { numberIn, type Sql, textIn } from './sql.ts';

export interface AbstractTools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
	readonly search: SearchTables;
}

/** Makes up to `most` papers findable by their abstract. How many there were to do; 0: none is left. */
export function addDueAbstracts({ sql, bodies, search }: AbstractTools, most: number): number {
	const rows = sql.rows(DUE, most);
	for (const row of rows) {
		const paper = numberIn(row, 'id');
		const records = sql.rows(BODIES, paper).map((body) => bodies.inRow(body));
		const names = { key: textIn(row, 'key'), names: searchedNames(records), added: numberIn(row, 'added') };
		search.putAbstract?.(paper, searchFieldsOf(mergeRecords(records), names));
		sql.run('DELETE FROM abstracts_due WHERE paper = ?', paper);
	}
	return rows.length;
}

const DUE = 'SELECT p.id, p.key, p.added FROM abstracts_due a JOIN papers p ON p.id = a.paper ORDER BY p.id LIMIT ?';
const BODIES = 'SELECT b.body, b.abstract FROM records r JOIN bodies b ON b.id = r.id WHERE r.paper = ?';
