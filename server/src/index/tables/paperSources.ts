/** The records of one paper, with their places. */

import type { PaperId, Source } from '../../corpus/corpus.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { numberIn, optionalText, type Sql, textIn } from '../database/sql.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import type { RecordBodies } from './recordBodies.ts';
import { RecordPlaces } from './recordPlaces.ts';

export interface PaperSource {
	readonly source: Omit<Source, 'gives'>;
	readonly content: RecordContent;
}

/** In the order of files, and of places in them. */
export function sourcesOf(sql: Sql, bodies: RecordBodies, id: PaperId): PaperSource[] {
	const places = new RecordPlaces(sql);
	return sql
		.rows(SOURCES, id)
		.map((row) => {
			const content = bodies.inRow(row);
			const place = places.placeOf(numberIn(row, 'record'));
			const format = optionalText(row, 'format') ?? '';
			const source = { uri: textIn(row, 'uri'), format, key: content.key, ...place };
			return { source, content };
		})
		.sort((a, b) => compareText(a.source.uri, b.source.uri) || compareRanges(a.source.range, b.source.range));
}

const SOURCES = `
	SELECT r.id AS record, f.uri, f.format, b.body, b.abstract FROM records r JOIN files f ON f.id = r.file JOIN bodies b ON b.id = r.id WHERE r.paper = ?`;
