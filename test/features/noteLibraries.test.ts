/** Which papers a note means if several libraries in the window have one under the same key. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { paperDetails } from '../../server/src/features/card/paperDetails.ts';
import { highlights } from '../../server/src/features/colouring/highlights.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { definitions } from '../../server/src/features/navigation/definition.ts';
import { occurrences } from '../../server/src/features/navigation/occurrences.ts';
import { references } from '../../server/src/features/navigation/references.ts';
import { noteProblems, problemsIn } from '../../server/src/features/problems.ts';
import { searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

const FIRST = '@article{smith2020, title = {Tides of the Moon}, author = {Smith, Ann}, journal = {J}, year = 2020}';
const SECOND = '@article{smith2020, title = {Bread and Yeast}, author = {Smith, Bob}, journal = {J}, year = 2020}';
const THIRD = '@article{smith2020, title = {Chess Openings}, author = {Smith, Cyd}, journal = {J}, year = 2020}';

const TWO_PROJECTS = `
//- /a/refs.bib
${FIRST}
//- /b/refs.bib
${SECOND}
//- /a/note.md
---
bibliography: refs.bib
---
See @paper[smith2020] and @paper[smi|th2020, p. 3].
//- /disk/closed.md
---
bibliography: ../b/refs.bib
---
See @paper[smith2020].
//- /b/note.md
---
bibliography: [refs.bib]
---
See @paper[smith2020].
`;

/** The title on each card of the first note's first citation. */
function titles(fixture: string, options?: WorkspaceOptions): (string | undefined)[] {
	const { workspace, note, uri } = workspaceOf(fixture, options);
	return (hover(workspace, uri, note.text.indexOf('smith2020') + 1)?.cards ?? []).map(({ title }) => title);
}

/** Every problem of every file, as `path code`. */
function problems(fixture: string, options?: WorkspaceOptions): string[] {
	const { workspace, files } = workspaceOf(fixture, options);
	return files.flatMap(({ path }) => problemsIn(workspace, uriOf(path)).map(({ code }) => `${path} ${code}`));
}

const note = (bibliography: string | undefined, text = 'See @paper[smith2020].'): string =>
	`${bibliography === undefined ? '' : `---\nbibliography: ${bibliography}\n---\n`}${text}\n`;

test('two projects, each with a paper of its own under one key, have no problem', () => {
	assert.deepEqual(problems(TWO_PROJECTS), []);
	const { workspace } = workspaceOf(TWO_PROJECTS);
	assert.deepEqual(
		workspace.corpus.files().map((file) => file.problems),
		[0, 0],
	);
	assert.deepEqual(workspace.corpus.problemSums(), []);
});

test('everything about a citation is about the paper in the library of its note', () => {
	const { workspace, uri, offset, note: open } = workspaceOf(TWO_PROJECTS);
	assert.deepEqual(
		hover(workspace, uri, offset)?.cards.map((card) => [card.title, card.keyIn, card.citing.length]),
		[['Tides of the Moon', uri, 0]],
	);
	assert.deepEqual(
		definitions(workspace, uri, offset).map((one) => one.uri),
		[uriOf('/a/refs.bib')],
	);
	assert.equal(occurrences(workspace, uri, offset).length, 2);
	assert.deepEqual(
		references(workspace, { uri, offset }, { includeRecords: true }).map((place) => place.uri),
		[uriOf('/a/refs.bib'), uri, uri],
	);
	assert.ok(highlights(workspace, uri).every(({ known }) => known));
	assert.deepEqual(
		fixes(workspace, uri, { start: offset, end: offset }).filter(({ mends }) => mends),
		[],
	);
	const other = uriOf('/b/note.md');
	assert.equal(paperDetails(workspace, 'smith2020', uri)?.citedBy.length, 2, open.text);
	assert.deepEqual(
		paperDetails(workspace, 'smith2020', other)?.citedBy.map((place) => place.uri),
		[uriOf('/disk/closed.md'), other],
	);
	assert.equal(paperDetails(workspace, 'smith2020'), undefined);
});

test('a note without a library of its own means all of them', () => {
	const fixture = `
//- /note.md
${note(undefined)}
//- /a/refs.bib
${FIRST}
//- /b/refs.bib
${SECOND}
//- /a/a.md
${note('refs.bib')}
//- /b/b.md
${note('refs.bib')}`;
	assert.deepEqual(titles(fixture), ['Tides of the Moon', 'Bread and Yeast']);
	assert.deepEqual(problems(fixture), ['/note.md ambiguous-paper']);
});

test('two files of one library clash, and the one named last counts, as in Pandoc', () => {
	const fixture = `
//- /note.md
${note('[a.bib, b.bib]')}
//- /a.bib
${FIRST}
//- /b.bib
${SECOND}`;
	assert.deepEqual(titles(fixture), ['Bread and Yeast']);
	assert.deepEqual(problems(fixture), ['/a.bib duplicate-key', '/b.bib duplicate-key']);
});

test('one key twice in one file is ambiguous, whoever names the file', () => {
	const fixture = `
//- /note.md
${note('a.bib')}
//- /a.bib
${FIRST}
${SECOND}
//- /b.bib
${THIRD}
//- /other.md
${note('b.bib')}`;
	assert.deepEqual(titles(fixture), ['Tides of the Moon', 'Bread and Yeast']);
	assert.deepEqual(problems(fixture), ['/note.md ambiguous-paper', '/a.bib duplicate-key', '/a.bib duplicate-key']);
});

test('a file that no note names may clash with any other', () => {
	const fixture = `
//- /note.md
${note('a.bib')}
//- /a.bib
${FIRST}
//- /library.bib
${SECOND}`;
	assert.deepEqual(titles(fixture), ['Tides of the Moon']);
	assert.deepEqual(problems(fixture), ['/a.bib duplicate-key', '/library.bib duplicate-key']);
});

test('a key that only another project has is unknown, but its paper is shown', () => {
	const fixture = `
//- /a/note.md
${note('refs.bib', 'See @paper[jones2001].')}
//- /disk/closed.md
${note('/a/refs.bib', 'See @paper[jones2001].')}
//- /a/refs.bib
${FIRST}
//- /b/refs.bib
@article{jones2001, title = {Clouds}, author = {Jones, Jo}, journal = {J}, year = 2001}
//- /b/note.md
${note('refs.bib', 'See @paper[jones2001].')}
//- /plain.md
${note(undefined, 'See @paper[jones2001].')}`;
	assert.deepEqual(problems(fixture), ['/a/note.md unknown-paper', '/disk/closed.md unknown-paper']);
	const { workspace } = workspaceOf(fixture);
	const [unknown] = noteProblems(workspace, uriOf('/a/note.md'));
	assert.match(String(unknown?.message), /No bibliography of this note has the key "jones2001"/);
	assert.equal(paperDetails(workspace, 'jones2001', uriOf('/a/note.md'))?.paper.item.title, 'Clouds');
});

test('a key of a library that is meant for all notes is known in each of them', () => {
	const library = '@article{jones2001, title = {Clouds}, author = {Jones, Jo}, journal = {J}, year = 2001}';
	const fixture = `
//- /a/note.md
${note('refs.bib', 'See @paper[jones2001].')}
//- /a/refs.bib
${FIRST}
//- /library.bib
${library}
`;
	assert.deepEqual(problems(fixture), [], 'no note names it');
	const named = `${fixture}//- /b/note.md\n${note('/library.bib', 'See @paper[jones2001].')}`;
	assert.deepEqual(problems(named), ['/a/note.md unknown-paper'], 'it is that of the other note');
	const isForAll = (uri: string): boolean => uri === uriOf('/library.bib');
	assert.deepEqual(problems(named, { isForAll }), [], 'the settings name it');
});

test('project files name the library of all notes below them, after the note and the inner project', () => {
	const files = `
//- /refs.bib
${FIRST}
//- /book/own.bib
${SECOND}
//- /book/part/part.bib
${THIRD}`;
	const named = (path: string, text: string): string => `//- ${path}\n${text}\n`;
	const quarto = named('/_quarto.yml', 'bibliography: refs.bib');
	const metadata = named('/book/part/_metadata.yml', 'bibliography: part.bib');
	const inPart = (bibliography?: string): string => `\n${named('/book/part/note.md', note(bibliography))}`;
	assert.deepEqual(titles(inPart() + quarto + files.trimStart()), ['Tides of the Moon']);
	assert.deepEqual(titles(inPart() + quarto + metadata + files.trimStart()), ['Chess Openings']);
	assert.deepEqual(titles(inPart('../own.bib') + quarto + metadata + files.trimStart()), ['Bread and Yeast']);
});

test("in a window of several folders, a folder's own files come first", () => {
	const fixture = `
//- /one/note.md
${note(undefined)}
//- /one/refs.bib
${FIRST}
//- /two/refs.bib
${SECOND}`;
	assert.equal(titles(fixture).length, 2);
	const options = { folders: ['/one', '/two'] };
	assert.deepEqual(titles(fixture, options), ['Tides of the Moon']);
	assert.deepEqual(problems(fixture, options), []);
	const shared = `${fixture}\n//- /home/library.bib\n${THIRD}`;
	assert.deepEqual(titles(shared, options).sort(), ['Chess Openings', 'Tides of the Moon']);
});

test('an ambiguous key can be replaced by a name that only one of the papers has', () => {
	const fixture = `
//- /note.md
See @paper[smith2020|].
//- /a.bib
${FIRST.replace(/\}$/, ', doi = {10.1000/tides}}')}
//- /b.bib
${SECOND.replace(/\}$/, ', ids = {yeast}}')}`;
	const { workspace, uri, offset } = workspaceOf(fixture);
	const titlesOfFixes = fixes(workspace, uri, { start: offset, end: offset }).map(({ edits }) => edits[0]?.newText);
	assert.deepEqual(titlesOfFixes.sort(), ['10.1000/tides', 'yeast']);
});

test('a paper that two libraries have is defined in the own one, and cited by the key that it has there', () => {
	const fixture = `
//- /a/note.md
${note('refs.bib', 'See @paper[tid|es].')}
//- /a/refs.bib
${FIRST.replace('smith2020', 'tides')}
//- /b/refs.bib
${FIRST.replace('journal = {J}', 'journal = {Journal of the Sea}, volume = {2}, pages = {1--9}')}
//- /b/note.md
${note('refs.bib', 'See @paper[tides] and @paper[].')}`;
	const { workspace, uri, offset } = workspaceOf(fixture);
	assert.deepEqual(
		definitions(workspace, uri, offset).map((one) => one.uri),
		[uriOf('/a/refs.bib')],
	);
	for (const [path, key] of [
		['/a/note.md', 'tides'],
		['/b/note.md', 'smith2020'],
	] as const) {
		const found = searchPapers(workspace, { query: 'tides', limit: 5, offset: 0, uri: uriOf(path) });
		assert.deepEqual(
			found.papers.map((paper) => paper.key),
			[key],
		);
		assert.equal(paperDetails(workspace, 'tides', uriOf(path))?.key, key);
		assert.equal(paperDetails(workspace, 'tides', uriOf(path))?.citedBy.length, 2);
	}
	const other = uriOf('/b/note.md');
	const at = workspace.note(other)?.text.indexOf('tides') ?? 0;
	assert.deepEqual(
		fixes(workspace, other, { start: at, end: at })
			.flatMap(({ edits }) => edits[0]?.newText ?? [])
			.slice(0, 1),
		['smith2020'],
	);
});

test('while notes are being read, no key is called ambiguous', () => {
	const fixture = `//- /note.md\n${note(undefined)}//- /a.bib\n${FIRST}\n//- /b.bib\n${SECOND}`;
	const ofNote = (complete: boolean): string[] =>
		problems(fixture, { complete }).filter((problem) => problem.startsWith('/note.md'));
	assert.deepEqual(ofNote(true), ['/note.md ambiguous-paper']);
	assert.deepEqual(ofNote(false), []);
});
