/** The part of a paper that the words after a key mean. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locatorText } from '../../server/src/messages/locators.ts';
import { locatorsIn, pageOf } from '../../server/src/notes/locator.ts';

function check(written: string, expected: string, page?: number): void {
	const found = locatorsIn(written);
	assert.equal(
		found.map(({ term, value, isSeveral }) => locatorText(term, value, isSeveral)).join(', '),
		expected,
		written,
	);
	assert.equal(pageOf(found), page, written);
}

test('pages, with and without an abbreviation, in several languages', () => {
	check('p. 12', 'page 12', 12);
	check('pp. 12-15', 'pages 12–15', 12);
	check('pp.12--15', 'pages 12–15', 12);
	check('p4', 'page 4', 4);
	check('12', 'page 12', 12);
	check('12–15, 20', 'pages 12–15, 20', 12);
	check('S. 12', 'page 12', 12);
	check('s. 12f.', 'pages 12f', 12);
	check('págs. 3 y 5', 'pages 3 y 5', 3);
	check('стр. 7', 'page 7', 7);
	check('第12页', 'page 12', 12);
	check('p. iv', 'page iv');
	check('e1004', '');
	check('p. e1004', '');
});

test('the other terms of CSL', () => {
	check('ch. 3', 'chapter 3');
	check('Kap. IV', 'chapter IV');
	check('secs. 2 and 4', 'sections 2 and 4');
	check('§ 3.2', 'section 3.2');
	check('§§ 3–5', 'sections 3–5');
	check('¶ 7', 'paragraph 7');
	check('fig. 2b', 'figure 2b');
	check('Abb. 4', 'figure 4');
	check('vol. 2', 'volume 2');
	check('n. 14', 'note 14');
	check('no. 3', 'issue 3');
	check('tbl. 1', 'table 1');
	check('eq. 5', 'equation 5');
	check('app. A1', 'appendix A1');
	check('第三章', '');
	check('第3章', 'chapter 3');
});

test('several, and words around them', () => {
	check('vol. 2, p. 12', 'volume 2, page 12', 12);
	check('§ 3, pp. 4, 7, my emphasis', 'section 3, pages 4, 7', 4);
	check('emphasis mine, p. 12', 'page 12', 12);
	check('{p. 12}', 'page 12', 12);
});

test('other words are no locators', () => {
	for (const words of ['and others', 'passim', '12 June 2020', 'did not', 'in press', 'a 12', 'mixed 3', 's', '']) {
		check(words, '');
	}
});

test('a hostile text takes linear time', () => {
	const long = `${'1, '.repeat(20_000)}x ${'p. '.repeat(20_000)} ${'1-'.repeat(20_000)}`;
	const began = performance.now();
	locatorsIn(long);
	assert.ok(performance.now() - began < 1000);
});
