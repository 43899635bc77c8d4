/** The keys in `[@key]` that a note shows at a glance. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pandocKeys } from '../../server/src/syntax/pandocKeys.ts';

function check(text: string, ...expected: readonly string[]): void {
	assert.deepEqual(pandocKeys(text), expected, text);
}

test('a key in brackets is seen, with what may stand before it', () => {
	check('As [@smith2020] says', 'smith2020');
	check('[see @smith2020, p. 3] and [-@doe]', 'smith2020', 'doe');
	check('[@{https://a.b/c}]', 'https://a.b/c');
	check('[@{smith2020}]', 'smith2020');
	check('[[@smith2020]]', 'smith2020');
	check('[@smith2020.]', 'smith2020');
});

test('what is no citation in brackets is not', () => {
	for (const text of [
		'',
		'@smith2020',
		'me@x.org',
		'[me@x.org](mailto:me@x.org)',
		'[\\@smith]',
		'[@]',
		'[a]\n@b',
		'[a] @b',
	]) {
		check(text);
	}
});

test('a key counts once, and of many only the first few', () => {
	check('[@a] [@a] [@b]', 'a', 'b');
	check('[@a] [@b] [@c] [@d] [@e] [@f]', 'a', 'b', 'c', 'd', 'e');
});

test('a long text of brackets and signs is read in time', () => {
	for (const piece of ['[', '@', '[ @', '[a', '[@ ']) {
		const text = piece.repeat(200_000);
		const began = performance.now();
		assert.deepEqual(pandocKeys(text).length <= 1, true);
		const took = performance.now() - began;
		assert.ok(took < 2000, `${JSON.stringify(piece)} took ${took} ms`);
	}
});
