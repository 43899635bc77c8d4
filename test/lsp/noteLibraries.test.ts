/** Two projects in one window, each with a paper of its own under one key: every answer is about the note's own. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { PaperResponse, SearchResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, paper, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const note = (text: string): string => `---\nbibliography: refs.bib\n---\n\n${text}\n`;

const PROJECTS = {
	'moon/refs.bib': entry('smith2020', 'Tides of the Moon'),
	'moon/note.md': note('See @paper[smith2020].'),
	'moon/closed.md': note('Also @paper[smith2020].'),
	'bread/refs.bib': entry('smith2020', 'Bread and Yeast') + entry('other2020', 'Other Breads'),
	'bread/note.md': note('See @paper[smith2020].'),
};

function paperIn(editor: StdioEditor, key: string, path: string): Promise<PaperResponse | null> {
	return editor.request<PaperResponse | null>('paperNotes/paper', { key, uri: editor.uri(path) });
}

async function titleIn(editor: StdioEditor, path: string): Promise<unknown> {
	return (await paperIn(editor, 'smith2020', path))?.paper['title'];
}

test('cards, problems, places and counts are those of the note', async (t) => {
	const editor = await serverCase(t, PROJECTS).start();
	await indexed(editor);
	for (const [folder, title] of [
		['moon', 'Tides of the Moon'],
		['bread', 'Bread and Yeast'],
	] as const) {
		const path = `${folder}/note.md`;
		await editor.open(path);
		assert.deepEqual(await editor.problems(path), []);
		assert.match((await editor.hover(path, 'smi|th2020')).join('\n'), new RegExp(title));
		assert.deepEqual(
			(await editor.definition(path, 'smi|th2020')).map((place) => place.path),
			[`${folder}/refs.bib`],
		);
		assert.equal(await titleIn(editor, path), title);
		const search = { query: 'smith2020', uri: editor.uri(path) };
		const { items } = await editor.request<SearchResponse>('paperNotes/search', search);
		assert.deepEqual(
			items.map((item) => item.title),
			[title],
		);
		await editor.open(`${folder}/refs.bib`);
		assert.deepEqual(await editor.problems(`${folder}/refs.bib`), []);
	}
	assert.equal((await paperIn(editor, 'smith2020', 'moon/note.md'))?.citedBy.length, 2);
	assert.equal((await paperIn(editor, 'smith2020', 'bread/note.md'))?.citedBy.length, 1);
	assert.equal(await paper(editor, 'smith2020'), null);
	assert.deepEqual(
		(await status(editor)).files.map(({ problems }) => problems),
		[0, 0],
	);
});

test('a note that names another library means its papers from then on', async (t) => {
	const editor = await serverCase(t, PROJECTS).start();
	await indexed(editor);
	await editor.open('moon/note.md');
	await editor.replace('moon/note.md', 'bibliography: refs.bib', 'bibliography: ../bread/refs.bib');
	await eventually({
		read: () => titleIn(editor, 'moon/note.md'),
		accept: (title) => title === 'Bread and Yeast',
		what: 'the other library to decide',
	});
	assert.equal(await titleIn(editor, 'moon/closed.md'), 'Tides of the Moon');
	assert.equal((await paperIn(editor, 'smith2020', 'bread/note.md'))?.citedBy.length, 2);
});

test('what one project does with its key leaves the other as it is', async (t) => {
	const editor = await serverCase(t, PROJECTS).start();
	await indexed(editor);
	await editor.open('moon/note.md');
	await editor.open('bread/note.md');
	await editor.write('bread/refs.bib', entry('smith2021', 'Bread and Yeast'));
	await eventually({
		read: () => editor.problems('bread/note.md'),
		accept: (problems) => problems.some(({ code }) => code === 'unknown-paper') || problems.length === 0,
		what: 'the note to be checked again',
	});
	assert.equal(await titleIn(editor, 'moon/note.md'), 'Tides of the Moon');
	assert.deepEqual(await editor.problems('moon/note.md'), []);
});

test('a rename in one project changes its files alone, and one in a front matter that note alone', async (t) => {
	const listed = '---\nreferences:\n- id: moss2011\n  title: Mosses\n---\n\nSee @paper[moss2011].\n';
	const editor = await serverCase(t, { ...PROJECTS, 'moss.md': listed }).start();
	await indexed(editor);
	const renamed = async (path: string, line: number): Promise<string[]> => {
		await editor.open(path);
		const textDocument = { uri: editor.uri(path) };
		const params = { textDocument, position: { line, character: 'See @paper[m'.length }, newName: 'new' };
		const edit = await editor.request<WorkspaceEdit>('textDocument/rename', params);
		const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
		return changes.flatMap(({ textDocument: { uri }, edits }) =>
			edits.map(({ range: { start } }) => `${uri.slice(editor.uri('x').length - 1)}:${start.line}`),
		);
	};
	assert.deepEqual((await renamed('moon/note.md', 4)).sort(), [
		'moon/closed.md:4',
		'moon/note.md:4',
		'moon/refs.bib:0',
	]);
	assert.deepEqual(await renamed('moss.md', 6), ['moss.md:2', 'moss.md:6']);
});

test("in a window of two folders, each folder's own files come first", async (t) => {
	const files = {
		'one/refs.bib': entry('smith2020', 'Tides of the Moon'),
		'one/note.md': 'See @paper[smith2020] and @paper[smith2020 thor].',
		'two/refs.bib': entry('smith2020', 'Bread and Yeast') + entry('thorn2020', 'Thorns'),
		'two/note.md': 'See @paper[smith2020].',
	};
	const on = serverCase(t, files);
	const editor = await on.start({ on: 'one', folders: [on.path('one'), on.path('two')] });
	await indexed(editor);
	await editor.open('note.md');
	assert.match((await editor.hover('note.md', 'smi|th2020')).join('\n'), /Tides of the Moon/);
	assert.equal((await paperIn(editor, 'smith2020', '../two/note.md'))?.paper['title'], 'Bread and Yeast');
	const [first] = await editor.completions('note.md', 'smith2020| thor');
	assert.match(first?.label ?? '', /Tides of the Moon/);
	await editor.open('refs.bib');
	assert.deepEqual(await editor.problems('refs.bib'), []);
});

test('papers in the front matter are listed, shown, found and defined in their note', async (t) => {
	const listed = '---\nreferences:\n- id: moss2011\n  title: Mosses\n---\n\nSee @paper[moss2011] and @paper[mos].\n';
	const editor = await serverCase(t, { ...PROJECTS, 'moss.md': listed, 'other.md': '@paper[moss2011]\n' }).start();
	await indexed(editor);
	await editor.open('moss.md');
	const [first] = await editor.completions('moss.md', 'mos|]');
	assert.equal(first?.lineAfter, 'See @paper[moss2011] and @paper[moss2011].');
	assert.match((await editor.hover('moss.md', 'mo|ss2011] and')).join('\n'), /Mosses/);
	assert.deepEqual(
		(await editor.definition('moss.md', 'mo|ss2011] and')).map((place) => place.path),
		['moss.md'],
	);
	assert.equal((await paperIn(editor, 'moss2011', 'moss.md'))?.paper['title'], 'Mosses');
	const search = { query: 'moss', uri: editor.uri('moss.md') };
	const { items } = await editor.request<SearchResponse>('paperNotes/search', search);
	assert.deepEqual(
		items.map((item) => item.key),
		['moss2011'],
	);
	await editor.open('other.md');
	assert.deepEqual(
		(await editor.problems('other.md')).map(({ code }) => code),
		['unknown-paper'],
	);
});
