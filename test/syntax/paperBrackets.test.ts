/** Where a citation in our own syntax begins and ends, and whether a place is inside. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketsAround } from '../../server/src/syntax/paperBrackets.ts';

/** The citation around the `|`; undefined where there is none. */
function check(marked: string, expected: string | undefined): void {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const found = bracketsAround(text, offset);
	assert.equal(found && text.slice(found.start, found.end), expected, marked);
}

test('a place is inside from behind the opening bracket to before the closing one', () => {
	check('See @paper[|vaswani2017] and', '@paper[vaswani2017]');
	check('See @paper[vaswani2017|] and', '@paper[vaswani2017]');
	check('See @paper|[vaswani2017] and', undefined);
	check('See @paper[vaswani2017]| and', undefined);
	check('|', undefined);
});

test('of two citations the one around the place counts', () => {
	check('@paper[a] and @paper[b|]', '@paper[b]');
	check('@paper[a|] and @paper[b]', '@paper[a]');
	check('@paper[a] a|nd @paper[b]', undefined);
});

test('brackets inside come in pairs', () => {
	check('@paper[a, p. 3 [sic]| and 4] more', '@paper[a, p. 3 [sic] and 4]');
});

test('one that is not closed ends with its line', () => {
	check('@paper[zeng verif|\nnext', '@paper[zeng verif');
	check('@paper[zeng verif\nne|xt', undefined);
});
