/** Keys by a pattern in Better BibTeX's formulas, and what is wrong with a pattern. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { freeKey, keyPattern } from '../../server/src/corpus/keyPattern/keyPattern.ts';

const ENTRY = `@article{x, title = {On the Growth of {Trees}: A Study of Leaves}, year = {2017}, journal = {Journal of Things},
author = {M{\\"u}ller, Ann and van der Maaten, Bo and Łoś, Cy}, pages = {12--20}}`;

function keyOf(pattern: string, entry = ENTRY): string {
	const [record] = readAll(bibtex, entry).papers;
	const made = keyPattern(pattern);
	return typeof made === 'function' && record ? made(record.item) : assert.fail(`${pattern} is wrong`);
}

test('functions take authors, words of the title, years and journals', () => {
	assert.equal(keyOf('auth'), 'Muller');
	assert.equal(keyOf('auth(3)'), 'Mul');
	assert.equal(keyOf('auth(n=0, m=2)'), 'vanderMaaten');
	assert.equal(keyOf('authorLast'), 'Los');
	assert.equal(keyOf('authors'), 'MullervanderMaatenLos');
	assert.equal(keyOf('authors(2)'), 'MullervanderMaatenEtAl');
	assert.equal(keyOf('title'), 'GrowthTreesStudyLeaves');
	assert.equal(keyOf('shorttitle'), 'GrowthTreesStudy');
	assert.equal(keyOf('shorttitle(2)'), 'GrowthTrees');
	assert.equal(keyOf('shorttitle(2,2)', '@misc{x, title = {on green apples}}'), 'GreenApples');
	assert.equal(keyOf('veryshorttitle.lower'), 'growth');
	assert.equal(keyOf('year + shortyear'), '201717');
	assert.equal(keyOf('journal.abbr'), 'JoT');
	assert.equal(keyOf('firstpage'), '12');
});

test('authEtAl names one or two authors, and the first of more', () => {
	const by = (authors: string) => keyOf('authEtAl', `@misc{x, author = {${authors}}}`);
	assert.deepEqual(
		[by('Abel, A.'), by('Abel, A. and Bell, B.'), by('Abel, A. and Bell, B. and Cox, C.')],
		['Abel', 'AbelBell', 'AbelEtAl'],
	);
});

test('filters change what stands before them', () => {
	assert.equal(keyOf('auth.lower + "_" + year'), 'muller_2017');
	assert.equal(keyOf('auth.upper.substring(2, 3)'), 'ULL');
	assert.equal(keyOf("journal.capitalize.condense('-')"), 'Journal-Of-Things');
	assert.equal(keyOf('journal.skipwords.select(2,1)'), 'Things');
	assert.equal(keyOf('journal.nopunct.fold.alphanum.lower'), 'journalofthings');
	assert.equal(keyOf("auth.prefix('by-').postfix('!')"), 'by-Muller');
});

test('the first formula that gives something counts', () => {
	const entry = '@misc{x, title = {Trees}}';
	assert.equal(keyOf('auth + year | title.lower', entry), 'trees');
	assert.equal(keyOf('auth', entry), '');
});

test('the same key is told apart by letters', () => {
	const taken = new Set(['k', 'ka', 'kb']);
	assert.equal(
		freeKey('k', (key) => taken.has(key)),
		'kc',
	);
	assert.equal(
		freeKey('x', (key) => taken.has(key)),
		'x',
	);
	assert.equal(
		freeKey('k', (key) => !/^kaa$/.test(key)),
		'kaa',
	);
});

test('what is wrong with a pattern is said with its place', () => {
	const fault = (pattern: string) => {
		const made = keyPattern(pattern);
		return typeof made === 'function' ? undefined : made.message.replace('paperNotes.keyPattern: ', '');
	};
	assert.equal(fault('year + auht'), 'there is no function "auht", at character 8.');
	assert.equal(fault('auth.lowr'), 'there is no filter "lowr", at character 6.');
	assert.equal(fault('auth +'), 'something is missing at the end, at character 7.');
	assert.equal(fault(''), 'something is missing at the end, at character 1.');
	assert.equal(fault('[auth]'), '"[" is not expected here, at character 1.');
	assert.equal(fault('auth(1'), 'something is missing at the end, at character 7.');
	assert.equal(fault('auth year'), '"year" is not expected here, at character 6.');
});
