/** Where the record of a cited paper is. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitions } from '../../server/src/features/navigation/definition.ts';
import { lineStartsOf, rangeOf } from '../../server/src/util/lines.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

/** Marks in corpus files are the targets; the mark in the note is the origin. */
function checkDefinitions(fixture: string): void {
	const { workspace, files, note, uri, offset } = workspaceOf(fixture);
	const found = definitions(workspace, uri, offset);
	const expected = files
		.filter((file) => file !== note)
		.flatMap(({ path, text, marks }) =>
			marks.map((mark) => ({ uri: uriOf(path), selection: rangeOf(lineStartsOf(text), mark) })),
		);
	assert.deepEqual(
		found.map(({ uri: target, selection }) => ({ uri: target, selection })),
		expected,
	);
	const [mark] = note.marks;
	for (const { origin, range, selection } of found) {
		assert.deepEqual(origin, mark && { start: mark.start, end: mark.end });
		assert.ok(
			range.start.line <= selection.start.line && selection.end.line <= range.end.line,
			'the key is in the entry',
		);
	}
}

test('a key leads to the key of its entry', () =>
	checkDefinitions(`
//- /corpus.bib
@article{one, title = {First}}
@article{two, title = {Second}}
         ^^^
//- /note.md
@paper[one; see @tw|o, p. 4]
                 ^^^
`));

test('an alias and a DOI lead to the entry that has them', () => {
	checkDefinitions(`
//- /corpus.bib
@article{one, ids = {uno}, title = {First}}
         ^^^
//- /note.md
@paper[un|o]
       ^^^
`);
	checkDefinitions(`
//- /corpus.bib
@article{one, doi = {10.1000/1}, title = {First}}
         ^^^
//- /note.md
@paper[doi:10.1000|/1]
       ^^^^^^^^^^^^^
`);
});

test('a paper of several files leads to each of its records', () =>
	checkDefinitions(`
//- /a.bib
@article{one, title = {First}, doi = {10.1000/1}}
         ^^^
//- /b.bib
% exported
@misc{ein, title = {First}, doi = {10.1000/1}}
      ^^^
//- /papers/c.json
[{"id": "uno", "type": "book", "title": "First", "DOI": "10.1000/1"}]
         ^^^
//- /note.md
@paper[ein|]
       ^^^
`));

test('an ambiguous key leads to all that have it', () =>
	checkDefinitions(`
//- /a.bib
@article{x, title = {On Apples}, author = {Smith, Ann}, year = 2020}
         ^
//- /b.bib
@article{x, title = {Of Pears}, author = {Jones, Bob}, year = 1990}
         ^
//- /note.md
@paper[x|]
       ^
`));

test('a record without a key is shown at its title', () =>
	checkDefinitions(`
//- /papers/digest.md
# Green Apples
  ^^^^^^^^^^^^

**Authors**: Ann Smith

**Link**: [PDF](https://arxiv.org/pdf/2001.00001)

**Abstract**: Apples.

---
//- /note.md
@paper[smith2020green|]
       ^^^^^^^^^^^^^^
`));

test('an unknown key, code and prose lead nowhere', () => {
	for (const note of ['@paper[nobod|y]', '`@paper[on|e]`', 'on|e', '@pa|per[one]']) {
		checkDefinitions(`//- /corpus.bib\n@article{one, title = {First}}\n//- /note.md\n${note}`);
	}
});
