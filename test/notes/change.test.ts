/** Changes of a text: the difference between two texts, and where inserted text is after all changes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedSpans, difference, edited } from '../../server/src/notes/change.ts';

test('two texts differ from where they begin to differ to where they end to', () => {
	for (const [before, after, from, to, insert] of [
		['a @paper[x] b', 'a @paper[xy] b', 10, 10, 'y'],
		['a @paper[xy] b', 'a @paper[x] b', 10, 11, ''],
		['aaa', 'aaaa', 3, 3, 'a'],
		['abcabc', 'abc', 3, 6, ''],
		['same', 'same', 4, 4, ''],
		['', 'new', 0, 0, 'new'],
		['old', '', 0, 3, ''],
		['one', 'two', 0, 3, 'two'],
	] as const) {
		const change = difference(before, after);
		assert.deepEqual(change, { from, to, insert }, `${before} -> ${after}`);
		assert.equal(edited(before, [change]), after);
	}
});

test('what changes have put in is found after all of them', () => {
	const changes = [
		{ from: 8, to: 8, insert: 'B' },
		{ from: 0, to: 2, insert: 'long' },
		{ from: 6, to: 7, insert: '' },
	];
	const text = edited('0123456789', changes);
	assert.deepEqual(
		changedSpans(changes).map(({ start, end }) => text.slice(start, end)),
		['B', 'long', ''],
	);
});
