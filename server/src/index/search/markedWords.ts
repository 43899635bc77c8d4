/** Finds the words of a query in a title, an author list or an abstract, so that a list can show them bold. */

import { foldText } from '../../util/fold.ts';
import type { Span } from '../../util/span.ts';
import { type Query, readQuery } from './query.ts';
import type { QueryField } from './queryFilters.ts';

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The parts of `text` that a query matches: of `Pre-training of GFlowNets` for `train gf`, these are `train` and
 * `GF`. They are in order and do not overlap. `field` says what the text is, so that `title:` marks no authors.
 */
export function markWords(text: string, query: string, field?: QueryField): Span[] {
	const wanted = wordsFor(readQuery(query), field);
	return wanted.length === 0
		? []
		: [...text.matchAll(WORDS)].flatMap((word) => markIn(word[0], word.index, wanted) ?? []);
}

function wordsFor(query: Query, field: QueryField | undefined): string[] {
	return query.terms
		.filter((term) => term.field === undefined || field === undefined || term.field === field)
		.flatMap((term) => [...term.parts, term.whole]);
}

/** The longest of the wanted prefixes that the word has. */
function markIn(word: string, start: number, wanted: readonly string[]): Span | undefined {
	const folded = foldText(word);
	const found = wanted.filter((one) => folded.startsWith(one)).sort((one, other) => other.length - one.length)[0];
	return found === undefined ? undefined : { start, end: start + lengthOf(word, found.length) };
}

/** How many characters of a word fold to `folded` characters: `ﬁ` folds to two, a decomposed `é` to one. */
function lengthOf(word: string, folded: number): number {
	let length = 0;
	for (const letter of word) {
		if (foldText(word.slice(0, length)).length >= folded && !/\p{M}/u.test(letter)) {
			break;
		}
		length += letter.length;
	}
	return length;
}
