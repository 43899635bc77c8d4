/** The sentence that a place stands in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceAround } from '../../server/src/notes/sentence.ts';

/** The signs around the place are no part of the text. */
function check(marked: string, expected: string): void {
	const start = marked.indexOf('«');
	const text = marked.replace('«', '').replace('»', '');
	assert.equal(sentenceAround(text, { start, end: marked.indexOf('»') - 1 }), expected);
}

test('of several sentences in a paragraph, the one with the place, over its lines', () => {
	check('One thing. It was shown «@a» to\nhold. Another one.', 'It was shown @a to hold.');
	check('First «@a».\r\nSecond one\r\nends here.', 'First @a.');
	check('这是真的。他们«@a»说过。还有。', '他们@a说过。');
});

test('a place that reaches over two sentences has both', () => check('A. B «b. C» c. D.', 'B b. C c.'));

test('headings, list items, quotes, tables and blank lines end a paragraph, and their marks are left out', () => {
	check('Before\n\n- [x] item «@a» goes\n  on\n- next', 'item @a goes on');
	check('# Head «@a» line\nText', 'Head @a line');
	check('> quoted «@a» here\n\nText', 'quoted @a here');
	check('Text\n1. one\n2. two «@a»\n3. three', 'two @a');
	check('Above\n\n«@a»\n\nBelow', '@a');
});

test('an endless sentence is cut between words on both sides of the place', () => {
	const words = 'word '.repeat(500);
	const found = ((text: string) => sentenceAround(text, { start: 2500, end: 2502 }))(`${words}@a ${words}`);
	assert.match(found, /^… (?:word ){50,60}@a (?:word ?){50,60}…$/);
	check(`${'x'.repeat(30_000)} «@a»`, `… @a`);
});
