/** Problems for two papers with the same key, one at each place, computed from the current index. */

import type { AreApart, FileProblem } from '../../corpus/corpus.ts';
import { clashMessages } from '../../messages/clashMessages.ts';
import type { RelatedPlace } from '../../util/problem.ts';
import { type Sql, textIn } from '../database/sql.ts';
import type { Clash } from './clashes.ts';
import { holdersOf } from './naming.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import { RecordPlaces } from './recordPlaces.ts';

/** Other places shown with a problem. More would not help to fix it. */
const MAX_RELATED = 10;
/** Records compared under one key. A file in which every record has the same key is not worth more. */
const MAX_COMPARED = 100;

/** One problem for each of the `clashes` of one file. `areApart` says which files cannot clash with each other. */
export function clashProblems(sql: Sql, clashes: readonly Clash[], areApart: AreApart | undefined): FileProblem[] {
	const places = new RecordPlaces(sql);
	return clashes.map((clash) => ({
		...clashProblem(places, clash),
		related: otherPlaces(sql, places, { clash, areApart }),
	}));
}

/** The problem at the place of one record, without the places of the others. */
export function clashProblem(places: RecordPlaces, { name, record }: Clash): FileProblem {
	return {
		code: 'duplicate-key',
		message: clashMessages.sharedKey(name),
		range: places.placeOf(record).keyRange,
	};
}

interface Asked {
	readonly clash: Clash;
	readonly areApart: AreApart | undefined;
}

function otherPlaces(sql: Sql, places: RecordPlaces, { clash, areApart }: Asked): readonly RelatedPlace[] {
	const { name, record } = clash;
	const holders = holdersOf(sql, name).map((holder) => ({ ...holder, uri: uriOf(sql, holder.file) }));
	const own = holders.find((holder) => holder.record === record);
	return holders
		.filter(({ paper, uri }) => paper !== own?.paper && !(own && areApart?.(own.uri, uri)))
		.slice(0, MAX_COMPARED)
		.map((holder) => ({
			uri: holder.uri,
			range: places.placeOf(holder.record).keyRange,
			message: clashMessages.otherPaperWithKey(name),
		}))
		.sort((a, b) => compareText(a.uri, b.uri) || compareRanges(a.range, b.range))
		.slice(0, MAX_RELATED);
}

function uriOf(sql: Sql, file: number): string {
	return textIn(sql.row('SELECT uri FROM files WHERE id = ?', file), 'uri');
}
