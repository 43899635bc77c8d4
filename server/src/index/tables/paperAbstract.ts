/** Reads only the abstract of a paper. Most papers have one record, of which nothing else is unpacked. */

import { mergeRecords } from '../../corpus/merge.ts';
import { plainText } from '../../corpus/text/richText.ts';
import type { PlainText } from '../../util/textKinds.ts';
import type { Sql } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

/** Empty if there is none. */
export function paperAbstract(sql: Sql, bodies: RecordBodies, paper: number): PlainText {
	const rows = sql.rows(BODIES, paper);
	const [only] = rows;
	const abstract =
		rows.length === 1 && only !== undefined
			? bodies.abstractIn(only)
			: mergeRecords(rows.map((row) => bodies.inRow(row))).item.abstract;
	return plainText(abstract);
}

const BODIES = 'SELECT b.body, b.abstract FROM records r JOIN bodies b ON b.id = r.id WHERE r.paper = ?';
