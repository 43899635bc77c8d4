/** The papers that a note lists under `references:` in its front matter, as Pandoc reads them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { paperDetails } from '../../server/src/features/card/paperDetails.ts';
import { completions } from '../../server/src/features/citing/completion.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { definitions } from '../../server/src/features/navigation/definition.ts';
import { references } from '../../server/src/features/navigation/references.ts';
import { problemsIn } from '../../server/src/features/problems.ts';
import { lineStartsOf, rangeOf } from '../../server/src/util/lines.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const FRONT_MATTER = `---
title: A note
author:
- name: Somebody
references:
- id: moss2011
  type: book
  title: Mosses of *Iceland*
  author:
  - family: Moss
    given: Ida
  issued: 2011
  DOI: 10.1000/moss
- id: smith2020
  type: book
  title: Lichens
...
`;

function noteWith(
	text: string,
	corpus = '//- /corpus.bib\n@book{x, title = {X}, author = {A, B}, year = 2000}\n',
): string {
	return `${corpus}//- /note.md\n${FRONT_MATTER}${text}\n`;
}

function keysIn(fixture: string): string[] {
	const { workspace, uri, offset } = workspaceOf(fixture);
	return (completions(workspace, uri, offset)?.rows ?? []).flatMap((row) => (row.kind === 'paper' ? [row.key] : []));
}

function codes(fixture: string): string[] {
	const { workspace, files } = workspaceOf(fixture);
	return files.flatMap(({ path }) => problemsIn(workspace, uriOf(path)).map(({ code }) => `${path} ${code}`));
}

test('a citation of one shows its card and leads to its place in the front matter', () => {
	const { workspace, uri, offset, note } = workspaceOf(noteWith('See @paper[mo|ss2011] and @paper[10.1000/moss].'));
	const cards = hover(workspace, uri, offset)?.cards ?? [];
	assert.deepEqual(
		cards.map(({ key, keyIn, published }) => [key, keyIn, published]),
		[['moss2011', uri, '2011']],
	);
	assert.match(String(cards[0]?.title), /Mosses of .*Iceland/);
	const start = note.text.indexOf('moss2011');
	assert.deepEqual(
		definitions(workspace, uri, offset).map(({ uri: target, selection }) => [target, selection]),
		[[uri, rangeOf(lineStartsOf(note.text), { start, end: start + 'moss2011'.length })]],
	);
	assert.equal(references(workspace, { uri, offset }, { includeRecords: true }).length, 3);
	assert.equal(references(workspace, { uri, offset: start }, { includeRecords: false }).length, 2);
	assert.equal(paperDetails(workspace, 'moss2011', uri)?.citedBy.length, 2);
	assert.equal(paperDetails(workspace, 'moss2011'), undefined);
});

test('it is known in its own note alone', () => {
	assert.deepEqual(codes(noteWith('@paper[moss2011; smith2020; x]')), []);
	assert.deepEqual(codes(`${noteWith('@paper[moss2011]')}//- /other.md\n@paper[moss2011]\n`), [
		'/other.md unknown-paper',
	]);
	assert.deepEqual(codes(`${noteWith('')}//- /disk/closed.md\n${FRONT_MATTER}@paper[moss2011; nobody2011]\n`), [
		'/disk/closed.md unknown-paper',
	]);
});

test('a mistyped key is corrected to one of the front matter', () => {
	const { workspace, uri, offset } = workspaceOf(noteWith('See @paper[mos|s2101].'));
	const [first] = fixes(workspace, uri, { start: offset, end: offset });
	assert.equal(first?.edits[0]?.newText, 'moss2011');
});

test('it comes before papers of the corpus under the same key', () => {
	const corpus = '//- /corpus.bib\n@book{smith2020, title = {Ferns}, author = {Smith, A}, year = 2020}\n';
	const { workspace, uri, offset } = workspaceOf(noteWith('See @paper[sm|ith2020].', corpus));
	assert.deepEqual(
		hover(workspace, uri, offset)?.cards.map(({ title }) => title),
		['Lichens'],
	);
	assert.deepEqual(codes(noteWith('See @paper[smith2020].', corpus)), []);
});

test('the list has them first, found by author, title and key', () => {
	const corpus = '//- /corpus.bib\n@book{fern2021, title = {Mosses and Ferns}, author = {Moss, A}, year = 2021}\n';
	assert.deepEqual(keysIn(noteWith('@paper[moss|]', corpus)), ['moss2011', 'fern2021']);
	assert.deepEqual(keysIn(noteWith('@paper[iceland|]', corpus)), ['moss2011']);
	assert.deepEqual(keysIn(noteWith('@paper[|]', corpus)), ['moss2011', 'smith2020', 'fern2021']);
	assert.deepEqual(keysIn(noteWith('@paper[smith20|]', corpus)), ['smith2020']);
});

test('what changes in the front matter changes for the note at once', () => {
	const { workspace, uri, note } = workspaceOf(noteWith('See @paper[moss2012].'));
	assert.deepEqual(
		problemsIn(workspace, uri).map(({ code }) => code),
		['unknown-paper'],
	);
	const at = note.text.indexOf('moss2011') + 'moss201'.length;
	workspace.apply({ kind: 'noteEdited', uri, edits: [{ from: at, to: at + 1, insert: '2' }] });
	assert.deepEqual(problemsIn(workspace, uri), []);
	assert.equal(paperDetails(workspace, 'moss2012', uri)?.citedBy.length, 1);
});

test('an entry that cannot be read is a problem where it stands, in a list of papers alone', () => {
	const list = (...items: readonly string[]): string =>
		`//- /corpus.bib\n@book{x, title = {X}, author = {A, B}, year = 2000}\n//- /note.md\n---\nreferences:\n${items.map((item) => `- ${item}\n`).join('')}---\n`;
	assert.deepEqual(codes(list('id: a', 'Some book')), ['/note.md unreadable-entry']);
	assert.deepEqual(codes(list('https://example.org', 'Some book')), []);
	const twice = workspaceOf(`${list('id: a\n  title: One', 'id: a\n  title: Two')}@paper[a]`);
	assert.deepEqual(
		problemsIn(twice.workspace, twice.uri).map(({ code }) => code),
		['ambiguous-paper'],
	);
});

test('papers listed in a later block of YAML are papers of the note, too', () => {
	const block = '---\nnocite: all\nreferences:\n- id: fern1999\n  type: book\n  title: Ferns\n...';
	const text = `---\ntitle: A note\n---\nSee @paper[fe|rn1999] and @paper[nobody1999].\n\n${block}\n\nMore of @paper[fern1999].\n`;
	const { workspace, uri, offset, note } = workspaceOf(`//- /note.md\n${text}`);
	const start = note.text.indexOf('id: fern1999') + 'id: '.length;
	assert.deepEqual(
		definitions(workspace, uri, offset).map(({ uri: target, selection }) => [target, selection]),
		[[uri, rangeOf(lineStartsOf(note.text), { start, end: start + 'fern1999'.length })]],
	);
	assert.equal(references(workspace, { uri, offset: start }, { includeRecords: false }).length, 2);
	assert.deepEqual(
		problemsIn(workspace, uri).map(({ code, range }) => [code, range.start.line]),
		[['unknown-paper', 3]],
	);
});

test('the last block with a list of papers counts, as in Pandoc', () => {
	const lists = ['one', 'two'].map((id) => `---\nreferences:\n- id: ${id}\n  title: Ferns\n---\n\n`);
	assert.deepEqual(codes(`//- /note.md\n${lists.join('')}@paper[one] @paper[two]\n`), ['/note.md unknown-paper']);
});

for (const [what, before, after] of [
	['between rules', '---\n\nreferences: one\n\n', '\n\n---'],
	['in fenced code', '```yaml\n\n', '\n```\n'],
	['in a comment', '<!--\n\n', '\n-->\n'],
	['among other text', '---\nSee references\nreferences:\n---\n\n', ''],
] as const) {
	test(`a list of papers ${what} is none`, () => {
		const list = what === 'among other text' ? '' : '---\nreferences:\n- id: fern1999\n  title: Ferns\n---\n';
		const shown = what === 'between rules' ? '- id: fern1999' : list;
		assert.deepEqual(codes(`//- /note.md\nText.\n\n${before}${shown}${after}\n\n@paper[fern1999]\n`), [
			'/note.md unknown-paper',
		]);
	});
}
