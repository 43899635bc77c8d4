/** Where a paper stands: volume and pages, compared as numbers, because sources write them in many ways. */

import { foldedWords } from '../../util/fold.ts';
import { romanValue } from './numerals.ts';

/** Pages with an optional letter: `S31--S32`. A single page or an article number has no `last`. */
export interface Pages {
	readonly letter: string;
	readonly first: number;
	readonly last: number | undefined;
}

export interface Place {
	/** The volume's number: `66` for `66 (Supplement 1)`. */
	readonly volume: string | undefined;
	readonly issue: string | undefined;
	readonly pages: Pages | undefined;
}

const NUMBER = /\d+/;
const SUPPLEMENT_ONLY = /^\W*(?:suppl|issue|special)/i;

/** The number of a volume or issue. A volume that repeats the year says nothing. */
export function volumeNumber(written: string | undefined, year: number | undefined): string | undefined {
	if (written === undefined || SUPPLEMENT_ONLY.test(written) || written.startsWith('abs/')) {
		return undefined;
	}
	const digits = NUMBER.exec(written)?.[0].replace(/^0+(?=\d)/, '');
	if (digits !== undefined) {
		return digits === year?.toString() ? undefined : digits;
	}
	const word = foldedWords(written).at(-1) ?? '';
	return romanValue(word)?.toString() ?? (word.length > 0 && word.length <= 2 ? word : undefined);
}

const PAGES = /^\W*(?:pp?\.?|pages?)?\s*([a-z]*?)\.?\s*(\d{1,9})(?:\s*[-‐-―−]+\s*([a-z]*?)(\d{1,9}))?/i;

/** `494-6` is 494 to 496. ACM's `12:1--12:20` is article 12. Undefined if no number is written. */
export function pagesIn(written: string | undefined): Pages | undefined {
	const [, letter = '', from, , to] = PAGES.exec(written ?? '') ?? [];
	if (from === undefined) {
		return undefined;
	}
	const completed = to !== undefined && to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
	const first = Number(from);
	const last = completed === undefined ? undefined : Number(completed);
	return { letter: letter.toLowerCase(), first, last: last !== undefined && last >= first ? last : undefined };
}

/** Whether both name pages, and these do not overlap. An article number does not differ from pages counted from 1. */
export function pagesDiffer(a: Pages | undefined, b: Pages | undefined): boolean {
	if (a === undefined || b === undefined || isCountedFromOne(a, b) || isCountedFromOne(b, a)) {
		return false;
	}
	return a.first > (b.last ?? b.first) || b.first > (a.last ?? a.first);
}

/** Whether `pages` may be the pages of one article, counted from 1, where `other` gives its number. */
function isCountedFromOne(pages: Pages, other: Pages): boolean {
	return pages.first === 1 && pages.last !== undefined && other.last === undefined;
}

/** Whether both begin on the same page. Where each article begins on page 1, it must end on the same page as well. */
export function samePages(a: Pages | undefined, b: Pages | undefined): boolean {
	if (a === undefined || b === undefined || a.first !== b.first) {
		return false;
	}
	const sameLetter = a.letter === b.letter || a.letter === '' || b.letter === '';
	return sameLetter && (a.first > 1 || (a.last !== undefined && a.last === b.last));
}

/** Whether two values are known and equal. */
export function areEqual(a: string | undefined, b: string | undefined): boolean {
	return a !== undefined && a === b;
}

/** Whether two values are known and not equal. */
export function differ(a: string | undefined, b: string | undefined): boolean {
	return a !== undefined && b !== undefined && a !== b;
}

/** Whether two records stand at one place: an equal volume and an equal page. */
export function samePlace(a: Place, b: Place): boolean {
	return areEqual(a.volume, b.volume) && samePages(a.pages, b.pages);
}
