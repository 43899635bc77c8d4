import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markWords } from '../../../server/src/index/search/markedWords.ts';
import type { QueryField } from '../../../server/src/index/search/queryFilters.ts';

/** `[` and `]` stand around what is marked. */
function check(marked: string, query: string, field?: QueryField): void {
	const text = marked.replaceAll(/[[\]]/g, '');
	const spans = markWords(text, query, field);
	const shown = spans.reduceRight(
		(rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
		text,
	);
	assert.equal(shown, marked);
}

test('the typed letters of a word are marked, the longest where several fit', () => {
	check('[Learn]ing to [Learn] Deeply', 'learn');
	check('[Reinforce]ment of [Re]wards', 're reinforce');
	check('Nothing here', 'zeng');
	check('Nothing here', '');
});

test('accents and ligatures count as the letters they are', () => {
	check('[Mü]ller and [Mu\u0308]hle', 'mu');
	check('[ﬁ]nd', 'fi');
	check('[Stra\u00df]e', 'strass');
});

test('hyphens hold the pieces of a word together', () => {
	check('[Pre]-[train]ing and [pretrain]ing', 'pre-train');
});

test('a field marks its own text alone', () => {
	check('[Smith], J.', 'author:smith title:j', 'author');
	check('Deep [Sea]', 'author:deep sea', 'title');
});
