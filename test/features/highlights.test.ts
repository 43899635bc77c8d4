/** The references coloured in a note: `known` and `unknown` ones. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlights } from '../../server/src/features/colouring/highlights.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

function checkHighlights(note: string, options?: WorkspaceOptions): void {
	const fixture = `//- /corpus.bib\n@article{one, doi = {10.1000/1}, title = {First}}\n//- /note.md\n${note}`;
	const { workspace, uri, note: file } = workspaceOf(fixture, options);
	const seen = highlights(workspace, uri).map(({ span, known }) => ({ ...span, text: known ? 'known' : 'unknown' }));
	assert.deepEqual(seen, file.marks);
}

test('each reference alone is coloured, whether it is known or not', () =>
	checkHighlights(`
See @paper[see @one, p. 4; two] and @paper[10.1000/1].
                ^^^ known
                           ^^^ unknown
                                           ^^^^^^^^^ known
`));

test('until the corpus has been read, every paper may yet be known', () =>
	checkHighlights(
		`
@paper[one; two]
       ^^^ known
            ^^^ known
`,
		{ complete: false },
	));

test('half a key in a citation that is not closed has no colour of its own', () =>
	checkHighlights(`
@paper[one; tw
       ^^^ known
`));

test('the sign that cites in the text is no part of the key', () =>
	checkHighlights(`
@paper[+@one; -@two]
         ^^^ known
                ^^^ unknown
`));

test('without any papers no key is marked as unknown: one problem says so', () => {
	const { workspace, uri } = workspaceOf('@paper[one; two]');
	assert.deepEqual(
		highlights(workspace, uri).map(({ known }) => known),
		[true, true],
	);
});

test('nothing is coloured in code', () => checkHighlights('`@paper[one]`\n\n    @paper[one]'));

test('a note that is not open has no colours', () => {
	const { workspace } = workspaceOf('//- /disk/note.md\n@paper[one]');
	assert.deepEqual(highlights(workspace, uriOf('/disk/note.md')), []);
});
