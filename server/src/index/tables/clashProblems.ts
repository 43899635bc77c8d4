/** Problems for two papers with the same key, one at each place, computed from the current index. */

import type { FileProblem } from '../../corpus/corpus.ts';
import { entryMessages } from '../../messages/entryMessages.ts';
import type { RelatedPlace } from '../../util/problem.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import { holdersOf } from './naming.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import { RecordPlaces } from './recordPlaces.ts';

/** Other places shown with a problem. More would not help to fix it. */
const MAX_RELATED = 10;
/** Records compared under one key. A file in which every record has the same key is not worth more. */
const MAX_COMPARED = 100;

export interface Clash {
	readonly name: string;
	readonly record: number;
}

export function clashProblems(sql: Sql, file: number): readonly FileProblem[] {
	const places = new RecordPlaces(sql);
	return sql.rows('SELECT record, name FROM clashes WHERE file = ?', file).map((row) => {
		const clash = { record: numberIn(row, 'record'), name: textIn(row, 'name') };
		return { ...clashProblem(places, clash), related: otherPlaces(sql, places, clash) };
	});
}

/** The problem at the place of one record, without the places of the others. */
export function clashProblem(places: RecordPlaces, { name, record }: Clash): FileProblem {
	return {
		code: 'duplicate-key',
		message: entryMessages.sharedKey(name),
		range: places.placeOf(record).keyRange,
	};
}

function otherPlaces(sql: Sql, places: RecordPlaces, { name, record }: Clash): readonly RelatedPlace[] {
	const holders = holdersOf(sql, name);
	const own = holders.find((holder) => holder.record === record);
	return holders
		.filter((holder) => holder.paper !== own?.paper)
		.slice(0, MAX_COMPARED)
		.map((holder) => ({
			uri: textIn(sql.row('SELECT uri FROM files WHERE id = ?', holder.file), 'uri'),
			range: places.placeOf(holder.record).keyRange,
			message: entryMessages.otherPaperWithKey(name),
		}))
		.sort((a, b) => compareText(a.uri, b.uri) || compareRanges(a.range, b.range))
		.slice(0, MAX_RELATED);
}
