/**
 * Converting a citation to its other forms. Each result is parsed as the intended form, and the text around it stays the
 * same.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { itemAt, readNote } from '../../server/src/notes/note.ts';
import { otherForms } from '../../server/src/notes/otherForms.ts';

const SYNTAXES: readonly CitationSyntax[] = ['paper', 'pandoc'];

/** `marked` has the cursor as `|`. `expected` are the possible results. */
function check(marked: string, expected: Readonly<Record<string, string>>): void {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const cited = itemAt(readNote(text, { syntaxes: SYNTAXES }), offset);
	const forms = cited ? otherForms({ text, ...cited }) : [];
	const seen = forms.map(({ mode, span, newText }) => [
		mode,
		text.slice(0, span.start) + newText + text.slice(span.end),
	]);
	assert.deepEqual(Object.fromEntries(seen), expected);
	for (const [mode, after = ''] of seen) {
		const again = readNote(after, { syntaxes: SYNTAXES }).citations.flatMap(({ items }) => items);
		const item = again.find(({ reference }) => reference === cited?.item.reference);
		assert.equal(item?.mode, mode, after);
		assert.equal(item?.locator?.text, cited?.item.locator?.text, after);
	}
}

test('ours changes what stands before the key', () => {
	check('See @paper[a|].', { inText: 'See @paper[+@a].', suppressAuthor: 'See @paper[-@a].' });
	check('See @paper[+@a|, p. 4].', { parenthetical: 'See @paper[a, p. 4].', suppressAuthor: 'See @paper[-@a, p. 4].' });
	check('See @paper[x; see -@a|].', { parenthetical: 'See @paper[x; see @a].', inText: 'See @paper[x; see +@a].' });
	check('See @paper[@a|; b].', { inText: 'See @paper[+@a; b].', suppressAuthor: 'See @paper[-@a; b].' });
});

test("Pandoc's gains and loses its brackets", () => {
	check('See [@a|].', { inText: 'See @a.', suppressAuthor: 'See [-@a].' });
	check('See [-@a|, p. 4] x', { parenthetical: 'See [@a, p. 4] x', inText: 'See @a [p. 4] x' });
	check('As @a| says', { parenthetical: 'As [@a] says', suppressAuthor: 'As [-@a] says' });
	check('As @a| [p. 4] says', { parenthetical: 'As [@a, p. 4] says', suppressAuthor: 'As [-@a, p. 4] says' });
	check('As -@a| says', { parenthetical: 'As [@a] says', inText: 'As @a says' });
	check('As @{http://a.b?|} says', {
		parenthetical: 'As [@{http://a.b?}] says',
		suppressAuthor: 'As [-@{http://a.b?}] says',
	});
});

test('where Pandoc would read another thing, a form is left out or has braces', () => {
	check('[see @a|]', { suppressAuthor: '[see -@a]' });
	check('[@a|; @b]', { suppressAuthor: '[-@a; @b]' });
	check('[@a|] [x]', { suppressAuthor: '[-@a] [x]' });
	check('word[@a|]', { suppressAuthor: 'word[-@a]' });
	check('[@a|]s', { inText: '@{a}s', suppressAuthor: '[-@a]s' });
	check('@a|(x)', {});
});

test('what is not closed or cannot be a key has no other form', () => {
	check('@paper[a|', {});
	check('@paper[a b|]', {});
});
