/** The terms of papers on their way into a run. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TermCollector } from '../../../server/src/index/search/postings/termCollector.ts';

test('every word counts as a word, however many there are', () => {
	const terms = new TermCollector();
	terms.begin(1);
	const words = Array.from({ length: 5000 }, (_, number) => `word${number}`);
	terms.addText(words.join(' '));
	const decoder = new TextDecoder();
	const found = [...terms.words()].map(({ bytes, start, end }) => decoder.decode(bytes.subarray(start, end)));
	assert.deepEqual(found, words);
});
