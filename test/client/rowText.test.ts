/** Rows of the quick pick: what the query has found stays in sight. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractLine, titleLine } from '../../client/src/rowText.ts';
import type { Mark } from '../../server/src/protocol.ts';

const LONG = 'Gradient-Based Learning Applied to Document Recognition';

function marksOf(text: string, word: string): Mark[] {
	const start = text.indexOf(word);
	return start < 0 ? [] : [[start, start + word.length]];
}

test('a title that fits stays whole, a longer one is cut between words', () => {
	assert.equal(titleLine('Attention Is All You Need', [[0, 9]]), 'Attention Is All You Need');
	assert.equal(titleLine(LONG), 'Gradient-Based Learning Applied to Document …');
	assert.equal(titleLine(LONG, marksOf(LONG, 'Learn')), 'Gradient-Based Learning Applied to Document …');
});

test('of a long title the beginning stays and the found word', () => {
	assert.equal(titleLine(LONG, marksOf(LONG, 'Recogn')), 'Gradient-Based … Recognition');
	const longer = `${LONG} and to Whatever Else One Might Recognise in the Pictures of a Paper`;
	assert.equal(
		titleLine(longer, marksOf(longer, 'Whatever')),
		'Gradient-Based … Whatever Else One Might Recognise in …',
	);
});

test('a title without spaces is cut all the same', () => {
	const title = '深'.repeat(100);
	assert.equal(titleLine(title), `${'深'.repeat(54)} …`);
	assert.equal(titleLine(title, [[60, 61]]), `${'深'.repeat(20)} … ${'深'.repeat(31)} …`);
});

test('an abstract is shown from a little before the found word, in one line', () => {
	const text = `${'Some words about nothing. '.repeat(8)}Here stands\nthe needle in its sentence.`;
	assert.match(abstractLine(text, marksOf(text, 'needle')), /^… .{0,40}Here stands the needle in its sentence\.$/);
	assert.ok(abstractLine(text).startsWith('Some words'));
	assert.equal(abstractLine('Short needle.', [[6, 12]]), 'Short needle.');
});
