/** The references coloured in a note: `known` and `unknown` ones. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlights, locatorHighlights } from '../../server/src/features/colouring/highlights.ts';
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

test('a key of several papers is marked as ambiguous', () => {
	const two =
		'//- /a.bib\n@misc{one, title = {Apples}, doi = {10.1000/1}}\n//- /b.bib\n@misc{one, title = {Pears}, doi = {10.1000/2}}\n';
	const { workspace, uri } = workspaceOf(`${two}//- /note.md\n@paper[one; 10.1000/1]`);
	assert.deepEqual(
		highlights(workspace, uri).map(({ ambiguous }) => ambiguous),
		[true, false],
	);
});

test('locators are coloured as far as they are known terms, on one line', () => {
	const text = '@paper[one, p. 4; see @one, my view, § 3] and @paper[one, p.\n5] or @paper[one, alas]';
	const { workspace, uri } = workspaceOf(`//- /note.md\n${text}`);
	assert.deepEqual(
		locatorHighlights(workspace, uri).map(({ start, end }) => text.slice(start, end)),
		['p. 4', '§ 3'],
	);
});
