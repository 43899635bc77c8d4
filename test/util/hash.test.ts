/** Hashes of texts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashTexts } from '../../server/src/util/hash.ts';

/** Longer than the chunk that is encoded at once, with characters of every length at its end. */
const LONG = `${'an abstract '.repeat(1365)}é→😀😀😀${' and more'.repeat(3000)}`;

test('a text that differs in one character has another number, wherever that stands', () => {
	const hashes = new Set([hashTexts(LONG)]);
	let texts = 1;
	for (let at = 0; at < LONG.length; at += at > 16_370 && at < 16_400 ? 1 : 97) {
		texts++;
		hashes.add(hashTexts(`${LONG.slice(0, at)}#${LONG.slice(at + 1)}`));
	}
	hashes.add(hashTexts(LONG.replace('😀😀😀', '😀😃😀')));
	assert.equal(hashes.size, texts + 1);
});

test('numbers are whole, of 48 bits, and the same for the same text however it was put together', () => {
	const hash = hashTexts([...LONG].join(''));
	assert.equal(hash, hashTexts(LONG));
	assert.ok(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 48);
});

test('where one text ends and the next begins counts', () => {
	const hashes = [hashTexts('ab', 'c'), hashTexts('a', 'bc'), hashTexts('abc'), hashTexts('abc', ''), hashTexts('')];
	assert.equal(new Set(hashes).size, hashes.length);
});

test('a hundred thousand short texts have as many numbers', () => {
	const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hashTexts(`{"key":"paper${index}"}`)));
	assert.equal(hashes.size, 100_000);
});
