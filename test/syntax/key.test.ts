/** Which keys a citation can hold, and which are equal. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citableKey, isCitable, isSameKey } from '../../server/src/syntax/key.ts';
import { pandocKey } from '../../server/src/syntax/pandocKey.ts';

test('a citation can hold nearly every key that a file may have', () => {
	for (const key of [
		'2022ApJ...934L...7R',
		'2019A&A...622A..13P',
		"O'Neil2000",
		'C++98',
		'smith2020(b)',
		'key=val',
		'smith2020.',
		'smith2020:',
		'----',
		'.',
		'a@b',
		'a[1]',
		'{a}',
		'a{b',
		'"a"',
		'`a`',
		'a\\b',
		'DBLP:conf/a/B-09',
		'https://example.org/a?b=c&d#e',
		'10.1002/(SICI)1<693::AID>3.0.CO2-O',
		'10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
		'Müller2020',
		'张伟2020',
		'smith\u200b2020',
	]) {
		assert.ok(isCitable(key), key);
	}
});

test('white space, separators, unpaired brackets and a leading mark are what it cannot hold', () => {
	for (const key of [
		'',
		'a b',
		'a\u00a0b',
		'a,b',
		'a;b',
		'a>3.0.CO;b',
		'10.1000/2.0.CO;2',
		'a[',
		'a]',
		'a]b[c',
		'a\\',
		'@a',
		'-@a',
		'+@a',
		'a@paper[b]',
		'a；b',
		'a＠b',
		'a【',
	]) {
		assert.ok(!isCitable(key), key);
		assert.ok(isCitable(citableKey(key)), `${key}: ${citableKey(key)}`);
	}
	assert.equal(citableKey(' smith, 2020 '), 'smith_2020');
	assert.equal(citableKey('-@smith'), 'smith');
});

test("braces hold a key that Pandoc's bare form does not, unless its own braces are not in pairs", () => {
	const cases: readonly (readonly [key: string, written: string | undefined])[] = [
		['smith2020', 'smith2020'],
		['a.b:c/d', 'a.b:c/d'],
		['smith2020(b)', '{smith2020(b)}'],
		['smith2020.', '{smith2020.}'],
		['----', '{----}'],
		['a{b}c', '{a{b}c}'],
		['a{b', undefined],
		['a}b{c', undefined],
	];
	for (const [key, written] of cases) {
		assert.equal(pandocKey(key), written, key);
	}
});

test('keys are equal however their accents are encoded', () => {
	assert.ok(isSameKey('mu\u0308ller', 'm\u00fcller'));
	assert.ok(!isSameKey('muller', 'm\u00fcller'));
	assert.ok(!isSameKey('Smith', 'smith'));
});
