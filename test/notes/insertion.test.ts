/** Citing `k` at the cursor, or in place of the selection between `‹` and `›`. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { insertionAt } from '../../server/src/notes/insertion.ts';
import { readNote } from '../../server/src/notes/note.ts';

interface Case {
	readonly syntaxes?: readonly CitationSyntax[];
	readonly keys?: readonly string[];
}

/** In `expected`, the bar is the end of the citation. Without a bar the end is not checked. */
function check(marked: string, expected: string, { syntaxes = ['paper'], keys = ['k'] }: Case = {}): void {
	const text = marked.replace(/[|‹›]/g, '');
	const start = marked.search(/[|‹]/);
	const selection = { start, end: marked.includes('›') ? marked.indexOf('›') - 1 : start };
	const { span, newText, end } = insertionAt(readNote(text, { syntaxes }), selection, keys);
	const result = text.slice(0, span.start) + newText + text.slice(span.end);
	const cursor = span.start + end;
	const seen = expected.includes('|') ? `${result.slice(0, cursor)}|${result.slice(cursor)}` : result;
	assert.equal(seen, expected, marked);
}

const PANDOC = { syntaxes: ['pandoc'] } as const;
const BOTH = { syntaxes: ['paper', 'pandoc'] } as const;
const TWO = { keys: ['k', 'l'] };

test('in prose, a citation of its own, which is never part of a word', () => {
	check('|', '@paper[k]|');
	check('See |.', 'See @paper[k]|.');
	check('See|.', 'See @paper[k]|.');
	check('(|)', '(@paper[k]|)');
	check('\\|x', '\\ @paper[k]|x');
	check('|@paper[a]', '@paper[k]| @paper[a]');
});

test('in a citation or right behind it, one more item after the one at the cursor', () => {
	check('@paper[a|]', '@paper[a; k]|');
	check('@paper[|a] x', '@paper[a; k]| x');
	check('@pa|per[a; b]', '@paper[a; k; b]|');
	check('@paper[a|b, p. 3; c]', '@paper[ab, p. 3; k; c]|');
	check('@paper[a; b| ]', '@paper[a; b; k ]|');
	check('@paper[a]|', '@paper[a; k]|');
	check('@paper[a] |', '@paper[a] @paper[k]|');
});

test('an empty item is filled', () => {
	check('@paper[|]', '@paper[k]|');
	check('@paper[ | ]', '@paper[k]|');
	check('@paper[a;|]', '@paper[a; k]|');
	check('@paper[a; |; b]', '@paper[a; k; b]|');
	check('@paper[|; b]', '@paper[k; b]|');
});

test('a citation that is not closed is closed', () => {
	check('x @paper[|', 'x @paper[k]|');
	check('x @paper[zeng| and so on', 'x @paper[zeng; k]| and so on');
	check('x @paper[‹zeng› and so on', 'x @paper[k]| and so on');
});

test('several papers become one citation, in their order', () => {
	check('See |.', 'See @paper[k; l]|.', TWO);
	check('See |.', 'See [@k; @l]|.', { ...TWO, ...PANDOC });
	check('@paper[a|; b]', '@paper[a; k; l; b]|', TWO);
	check('@paper[a; |; b]', '@paper[a; k; l; b]|', TWO);
	check('[see @a|, p. 3]', '[see @a, p. 3; @k; @l]|', { ...TWO, ...PANDOC });
	check('As @a| says', 'As @a [@k; @l]| says', { ...TWO, ...PANDOC });
});

test('what is selected is replaced, without the space around it', () => {
	check('As ‹Vaswani 2017› says', 'As @paper[k]| says');
	check('‹a whole line\n›next', '@paper[k]|\nnext');
	check('A‹ll›', 'A @paper[k]|');
});

test('a selection that cuts into citations takes the whole of them', () => {
	check('x ‹y @pa›per[a] z', 'x @paper[k]| z');
	check('x @paper[a, p‹. 3] y @paper[b›] z', 'x @paper[k]| z');
	check('x ‹@paper[a]› z', 'x @paper[k]| z');
	check('x ‹[@a; @b]› z', 'x [@k; @l]| z', { ...TWO, ...BOTH });
});

test('a selected key is replaced, and what belongs to it stays', () => {
	check('@paper[‹wrong›, p. 3; b]', '@paper[k, p. 3; b]|');
	check('@paper[see -@‹wrong›, p. 3; b]', '@paper[see -@k, p. 3; k2; b]|', { keys: ['k', 'k2'] });
	check('@paper[wr‹on›g]', '@paper[k]|');
	check('@paper[‹a, p. 3; b›; c]', '@paper[k; c]|');
	check('@paper[a, ‹p. 3›; c]', '@paper[a, p. 3; k; c]|');
	check('[@‹wrong›, p. 3]', '[@k, p. 3; @l]|', { ...TWO, ...PANDOC });
	check('As @‹wrong› [p. 3] says', 'As @k [p. 3; @l]| says', { ...TWO, ...PANDOC });
});

test('the nearest citation before says how to write it, else the first after, as far as the note is read so', () => {
	check('@paper[a] [@b] | [@c]', '@paper[a] [@b] [@k]| [@c]', BOTH);
	check('[@b] @paper[a] | [@c]', '[@b] @paper[a] @paper[k]| [@c]', BOTH);
	check('| [@b] @paper[a]', '[@k]| [@b] @paper[a]', BOTH);
	check('As @a says, |.', 'As @a says, [@k]|.', BOTH);
	check('[@a] |', '[@a] @paper[k]|');
	check('@paper[a] |', '@paper[a] [@k]|', PANDOC);
	check('|', '@paper[k]|', BOTH);
	check('|', '[@k]|', PANDOC);
});

test("Pandoc's citations get items, also behind one in the text, and braces where a key needs them", () => {
	check('[see @a|, p. 3]', '[see @a, p. 3; @k]|', PANDOC);
	check('As @a| says', 'As @a [@k]| says', PANDOC);
	check('As @a [p. 3]| says', 'As @a [p. 3; @k]| says', BOTH);
	check('See |', 'See [@{a,b}]|', { ...PANDOC, keys: ['a,b'] });
	check('See [@{‹a,c›}]', 'See [@{a,b}]|', { ...PANDOC, keys: ['a,b'] });
	check('See [@‹a›]', 'See [@{a,b}]|', { ...PANDOC, keys: ['a,b'] });
});
