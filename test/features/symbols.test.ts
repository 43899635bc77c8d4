/** Names to go to, links, lenses and hints. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationHints } from '../../server/src/features/citationHints.ts';
import { citationLenses } from '../../server/src/features/citationLenses.ts';
import { fileLinks } from '../../server/src/features/navigation/links.ts';
import { fileSymbols, paperSymbols } from '../../server/src/features/navigation/symbols.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const BIB = `
//- /corpus.bib
@article{ash2001, author = {Ash, Ann}, title = {Leaves in {Autumn}}, journal = {Trees}, year = {2001}}
@book{elm2002, author = {Elm, Ed and Fir, Flo and Oak, Ola}, title = {Bark}, publisher = {P}, year = {2002}}`;

const NOTES = `${BIB}
//- /note.md
As @paper[see @ash2001, p. 3; elm2002] and @paper[nobody] say.
//- /disk/other.md
@paper[ash2001]
`;

test('the outline of a note are its citations, with the titles of their papers', () => {
	const { workspace, uri } = workspaceOf(NOTES);
	const symbols = fileSymbols(workspace, uri);
	assert.deepEqual(
		symbols.map(({ name, detail }) => [name, detail]),
		[
			['ash2001', 'Leaves in Autumn'],
			['elm2002', 'Bark'],
			['nobody', ''],
		],
	);
	assert.deepEqual(symbols[0]?.selection, { start: { line: 0, character: 15 }, end: { line: 0, character: 22 } });
});

test('the outline of a note with very many citations does without titles, so that typing stays quick', () => {
	const { workspace, uri } = workspaceOf(NOTES.replace('@paper[nobody]', '@paper[elm2002] '.repeat(100)));
	const symbols = fileSymbols(workspace, uri);
	assert.equal(symbols.length, 102);
	assert.ok(symbols.every(({ detail }) => detail === ''));
});

test('the outline of a corpus file are its records', () => {
	const { workspace } = workspaceOf(NOTES);
	assert.deepEqual(
		fileSymbols(workspace, uriOf('/corpus.bib')).map(({ name, detail, selection }) => [name, detail, selection.start]),
		[
			['ash2001', 'Leaves in Autumn', { line: 0, character: 9 }],
			['elm2002', 'Bark', { line: 1, character: 6 }],
		],
	);
});

test('papers are found by anything, and their names hold what editors filter by', () => {
	const { workspace } = workspaceOf(NOTES);
	assert.deepEqual(
		paperSymbols(workspace, 'year:2002').map(({ name, uri, range }) => [name, uri, range.start]),
		[['Elm et al. 2002 Bark (elm2002)', uriOf('/corpus.bib'), { line: 1, character: 6 }]],
	);
	assert.equal(paperSymbols(workspace, '').length, 2);
});

test('DOIs, arXiv ids and addresses of an open corpus file are links, without the brackets around them', () => {
	const { workspace, uri, note } = workspaceOf(`
//- /note.md
x
//- /corpus.bib
@article{a|, title = {T}, doi = {10.1000/a(b)_c}, url = {https://example.org/x_y?z=1}, eprint={1706.03762v2},
  note = {See arXiv:math.GT/0309136, doi:10.1234/5.6. And https://doi.org/10.5555/12.}}`);
	assert.deepEqual(
		fileLinks(workspace, uri).map(({ span, url }) => [note.text.slice(span.start, span.end), url]),
		[
			['10.1000/a(b)_c', 'https://doi.org/10.1000/a(b)_c'],
			['https://example.org/x_y?z=1', 'https://example.org/x_y?z=1'],
			['1706.03762v2', 'https://arxiv.org/abs/1706.03762v2'],
			['math.GT/0309136', 'https://arxiv.org/abs/math.GT/0309136'],
			['10.1234/5.6', 'https://doi.org/10.1234/5.6'],
			['https://doi.org/10.5555/12', 'https://doi.org/10.5555/12'],
		],
	);
});

test('a record says in how many notes it is cited, once for each note', () => {
	const { workspace } = workspaceOf(`${NOTES}Again @paper[ash2001].`);
	assert.deepEqual(
		citationLenses(workspace, uriOf('/corpus.bib')).map(({ range, notes }) => [range.start.line, notes]),
		[
			[0, 2],
			[1, 1],
		],
	);
	assert.deepEqual(citationLenses(workspace, uriOf('/note.md')), []);
});

test('hints name author and year after each reference in view', () => {
	const { workspace, uri, note } = workspaceOf(NOTES);
	const hints = citationHints(workspace, uri, { start: 0, end: note.text.length });
	assert.deepEqual(
		hints.map(({ offset, text }) => [note.text.slice(0, offset).slice(-7), text]),
		[
			['ash2001', 'Ash 2001'],
			['elm2002', 'Elm et al. 2002'],
		],
	);
	assert.deepEqual(citationHints(workspace, uri, { start: 0, end: 5 }), []);
});

test('papers lead to their first records, those of a front matter too, as the whole records say', () => {
	const { workspace, uri } = workspaceOf(`
//- /z.bib
@article{one, title = {Apples}, doi = {10.1000/1}}
@article{two, title = {Apple Trees}}
//- /a.bib

@misc{ein, title = {Apples}, doi = {10.1000/1}}
//- /note.md
---
references:
- id: three
  title: Apple Juice
---
`);
	for (const view of [workspace, workspace.in(uri)]) {
		const found = paperSymbols(view, 'apple');
		assert.equal(found.length, view === workspace ? 2 : 3);
		for (const { name, uri: file, range } of found) {
			const [ref] = view.resolve(/\((\w+)\)$/.exec(name)?.[1] ?? '');
			const [first] = (ref && view.corpus.paper(ref.id)?.sources) ?? [];
			assert.deepEqual({ uri: file, keyRange: range }, { uri: first?.uri, keyRange: first?.keyRange });
		}
	}
});
