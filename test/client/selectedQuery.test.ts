/** What is selected in a note, as a query. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectedQuery } from '../../client/src/search/selectedQuery.ts';

function check(selected: string, query: string): void {
	assert.equal(selectedQuery(selected), query, selected);
}

test('words are taken as they stand, on one line', () => {
	check('', '');
	check('Attention Is All\n  You Need.', 'Attention Is All You Need');
	check('(Vaswani et al., 2017)', 'Vaswani et al., 2017');
});

test('what is no query syntax in a text is none in the query', () => {
	check('“Attention Is All You Need”', 'Attention Is All You Need');
	check('BERT: Pre-training -based', 'BERT Pre-training based');
	check('a - b', 'a b');
});

test('Markdown and our own brackets go', () => {
	check('## **Attention** is _all_ `you` need', 'Attention is all you need');
	check('- [@vaswani2017]', 'vaswani2017');
	check('@paper[vaswani2017]', 'vaswani2017');
	check('snake_case_2020', 'snake_case_2020');
});

test('identifiers and addresses stay whole', () => {
	check('arXiv:1706.03762', 'arXiv:1706.03762');
	check('https://doi.org/10.1016/S0140-6736(20)30183-5', 'https://doi.org/10.1016/S0140-6736(20)30183-5');
	check('doi:10.18653/v1/N19-1423.', 'doi:10.18653/v1/N19-1423');
});

test('a long selection is cut at a word', () => {
	const query = selectedQuery('lorem ipsum '.repeat(100));
	assert.ok(query.length <= 200 && /(?:lorem|ipsum)$/.test(query), query);
});
