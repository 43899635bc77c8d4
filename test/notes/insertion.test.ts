/** A citation of `k` put where the cursor is. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { insertionAt } from '../../server/src/notes/insertion.ts';
import { readNote } from '../../server/src/notes/note.ts';

function check(marked: string, expected: string, syntaxes: readonly CitationSyntax[] = ['paper']): void {
	const text = marked.replace('|', '');
	const { span, newText } = insertionAt(readNote(text, { syntaxes }), marked.indexOf('|'), 'k');
	assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), expected, marked);
}

test('in prose, a citation of its own, which is never part of a word', () => {
	check('|', '@paper[k]');
	check('See |.', 'See @paper[k].');
	check('See|.', 'See @paper[k].');
	check('(|)', '(@paper[k])');
	check('\\|x', '\\ @paper[k]x');
	check('@paper[a]|', '@paper[a]@paper[k]');
	check('|@paper[a]', '@paper[k]@paper[a]');
});

test('in a citation, one more item after the one at the cursor', () => {
	check('@paper[a|]', '@paper[a; k]');
	check('@paper[|a]', '@paper[a; k]');
	check('@pa|per[a; b]', '@paper[a; k; b]');
	check('@paper[a|b, p. 3; c]', '@paper[ab, p. 3; k; c]');
	check('@paper[a; b| ]', '@paper[a; b; k ]');
});

test('an empty item is filled', () => {
	check('@paper[|]', '@paper[k]');
	check('@paper[ | ]', '@paper[k]');
	check('@paper[a;|]', '@paper[a; k]');
	check('@paper[a; |; b]', '@paper[a; k; b]');
	check('@paper[|; b]', '@paper[k; b]');
});

test('a citation that is not closed is closed', () => {
	check('x @paper[|', 'x @paper[k]');
	check('x @paper[zeng| and so on', 'x @paper[zeng; k] and so on');
});

test("Pandoc's citations get an item, or a neighbour", () => {
	check('[see @a|, p. 3]', '[see @a, p. 3; @k]', ['pandoc']);
	check('As @a| says', 'As @a @paper[k] says', ['paper', 'pandoc']);
	check('See |', 'See [@k]', ['pandoc']);
});
