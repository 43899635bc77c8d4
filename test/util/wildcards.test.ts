/** Patterns for keys. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesOne } from '../../server/src/util/wildcards.ts';

test('`*` is any text and `?` one character, and everything else itself', () => {
	const matching: readonly (readonly [pattern: string, text: string])[] = [
		['', ''],
		['*', ''],
		['*', 'a/b'],
		['a*', 'a'],
		['*a*b*', 'xxaxxbxx'],
		['*aab', 'aaab'],
		['a.c', 'a.c'],
		['?', 'a'],
		['**a**', 'a'],
	];
	const others: readonly (readonly [pattern: string, text: string])[] = [
		['', 'a'],
		['a', ''],
		['a', 'ab'],
		['a.c', 'abc'],
		['?', ''],
		['*a', 'ab'],
		['[a]', 'a'],
	];
	for (const [pattern, text] of matching) {
		assert.ok(matchesOne(['no', pattern], text), `${pattern} and ${text}`);
	}
	for (const [pattern, text] of others) {
		assert.ok(!matchesOne([pattern], text), `${pattern} and ${text}`);
	}
	assert.ok(!matchesOne(['*a'.repeat(200)], 'a'.repeat(5000).concat('b')));
});
