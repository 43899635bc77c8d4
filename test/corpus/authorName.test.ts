/** Splitting written names and lists of names into parts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorList, splitNames } from '../../server/src/corpus/formats/people/authorList.ts';
import { authorName } from '../../server/src/corpus/formats/people/authorName.ts';

/** Family names are in capitals after a bar: `Laurens | van der | MAATEN`. */
function check(written: string, family: string, rest: Readonly<Record<string, string>> = {}): void {
	const given = written.slice(0, written.indexOf(rest['non-dropping-particle'] ?? family)).trim();
	assert.deepEqual(authorName(written), { family, ...(given ? { given } : {}), ...rest }, written);
}

test('the last word is the family name', () => {
	check('Xingtai Lv', 'Lv');
	check('J. K. Rowling', 'Rowling');
	check('Bo Li-Wei', 'Li-Wei');
	check("Conor O'Brien", "O'Brien");
	check('Rami Al-Rfou', 'Al-Rfou');
	check('Émile Öztürk', 'Öztürk');
	check('Madonna', 'Madonna');
});

test('particles in lower case stand apart, and capital ones belong to the family name', () => {
	check('Laurens van der Maaten', 'Maaten', { 'non-dropping-particle': 'van der' });
	check('Nando de Freitas', 'Freitas', { 'non-dropping-particle': 'de' });
	check('van den Oord', 'Oord', { 'non-dropping-particle': 'van den' });
	check('Luc Van Gool', 'Van Gool');
	check('Teven Le Scao', 'Le Scao');
});

test('in Chinese, Japanese and Korean the family name comes first', () => {
	assert.deepEqual(authorName('张 伟'), { family: '张', given: '伟' });
	assert.deepEqual(authorName('김 민수'), { family: '김', given: '민수' });
	assert.deepEqual(authorName('山田 太郎'), { family: '山田', given: '太郎' });
	assert.deepEqual(authorName('约翰·史密斯'), { family: '约翰·史密斯' });
});

test('a suffix is no family name', () => {
	assert.deepEqual(authorName('Martin Luther King Jr.'), { family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
});

test('a team is one name', () => {
	for (const team of [
		'Olmo Team',
		'Team Olmo',
		'DeepSeek-AI',
		'OpenAI',
		'BigScience Workshop',
		'The ATLAS Collaboration',
	]) {
		assert.deepEqual(authorName(team), { literal: team });
	}
});

test('a list keeps its order, its "et al." and its affiliations', () => {
	const list = authorList('Ling Team, Bo Xue, Fanghao Shao et al. · tsinghua, meta-ai');
	assert.deepEqual(
		list.authors.map(({ literal, family }) => literal ?? family),
		['Ling Team', 'Xue', 'Shao'],
	);
	assert.equal(list.truncated, true);
	assert.deepEqual(list.affiliations, ['tsinghua', 'meta-ai']);
});

test('commas in brackets and before a suffix part no names, and "and" does', () => {
	assert.deepEqual(splitNames('Ann Lee (MIT, USA), Bob King, Jr. and Cy Young'), [
		'Ann Lee',
		'Bob King Jr.',
		'Cy Young',
	]);
});
