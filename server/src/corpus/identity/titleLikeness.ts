/** How alike two titles are. */

import { editDistance } from '../../util/editDistance.ts';
import type { Identity } from './identity.ts';

/**
 * `equal`: the same letters. `near`: few letters differ. `part`: one has more words before or after. `some`: half of the
 * words of the shorter one, or more, are in the other. `little`: fewer.
 */
export type TitleLikeness = 'equal' | 'near' | 'part' | 'some' | 'little';

type Title = Pick<Identity, 'title' | 'titleWords' | 'titleNumbers'>;

/** The share of letters that may differ in titles that are near each other. */
const NEAR_SHARE = 0.08;
/** Titles of fewer letters are near no others: `Dunes`, `Tunes`. */
const MIN_NEAR_LETTERS = 13;

/** Both must have a title. */
export function titleLikeness(a: Title, b: Title): TitleLikeness {
	if (a.title === b.title) {
		return a.titleNumbers === b.titleNumbers ? 'equal' : 'some';
	}
	if (areNear(a, b)) {
		return 'near';
	}
	if (isPart(a, b) || isPart(b, a)) {
		return 'part';
	}
	return sharedWords(a.titleWords, b.titleWords) < 0.5 ? 'little' : 'some';
}

function areNear(a: Title, b: Title): boolean {
	const letters = Math.max(a.title.length, b.title.length);
	const most = Math.floor(letters * NEAR_SHARE);
	return letters >= MIN_NEAR_LETTERS && editDistance(a.title, b.title, most) !== undefined;
}

/** Whether all of `part` stands in `whole`, at its start or end, and is long enough to mean something. */
function isPart(part: Title, whole: Title): boolean {
	return (
		part.titleWords.length >= 2 &&
		part.titleWords.length < whole.titleWords.length &&
		(whole.title.startsWith(part.title) || whole.title.endsWith(part.title))
	);
}

/** The share of the words of the shorter title that the longer one has too. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	const known = new Set(longer);
	const words = shorter.filter((word) => word.length > 3);
	const counted = words.length > 0 ? words : shorter;
	return counted.filter((word) => known.has(word)).length / counted.length;
}
