/** Notebooks over the protocol: on disk, and with their cells open as VS Code opens them. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeLens, Hover, Location, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ExportResponse } from '../../server/src/exchangeProtocol.ts';
import type { PaperResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const cellOf = (...source: readonly string[]) => ({ cell_type: 'markdown', metadata: {}, source });

const FRONT_MATTER = { cell_type: 'raw', metadata: {}, source: ['---\n', 'bibliography: own.txt\n', '---'] };

const notebookOf = (...cells: readonly object[]): string => JSON.stringify({ cells, nbformat: 4 }, undefined, 1);

const FILES = {
	'refs.bib': entry('one', 'On Apples') + entry('two', 'On Pears'),
	'own.txt': entry('mine', 'On Plums'),
	'other.md': 'See @paper[one].\n',
	'a.ipynb': notebookOf(FRONT_MATTER, cellOf('@paper[one] and\n', '@paper[mine]'), cellOf('@paper[one; two]')),
	'b.ipynb': notebookOf(cellOf('"@paper[one]"')),
};

async function started(t: TestContext): Promise<StdioEditor> {
	const editor = await serverCase(t, FILES).start({ initializationOptions: { editor: 'vscode' } });
	await indexed(editor);
	return editor;
}

/** The address of a cell of `a.ipynb`, as VS Code makes it. */
const cellUri = (editor: StdioEditor, number: number): string =>
	`${editor.uri('a.ipynb').replace('file://', 'vscode-notebook-cell:')}#W${number}sZmlsZQ==`;

function openCell(editor: StdioEditor, number: number, text: string): Promise<void> {
	const textDocument = { uri: cellUri(editor, number), languageId: 'markdown', version: 1, text };
	return editor.connection.sendNotification('textDocument/didOpen', { textDocument });
}

function closeCell(editor: StdioEditor, number: number): Promise<void> {
	return editor.connection.sendNotification('textDocument/didClose', {
		textDocument: { uri: cellUri(editor, number) },
	});
}

/** Where the paper is cited, as names of files with the fragments of cells, and line and column. */
async function citedIn(editor: StdioEditor, key: string): Promise<readonly string[]> {
	const paper = await editor.request<PaperResponse>('paperNotes/paper', { key });
	const folder = editor.uri('');
	return paper.citedBy
		.map(({ uri, range: { start } }) => {
			const path = uri.replace('vscode-notebook-cell:', 'file://').slice(folder.length);
			return `${path.replace(/^\//, '')}:${start.line}:${start.character}`;
		})
		.sort();
}

const atStart = (editor: StdioEditor, cell: number) => ({
	textDocument: { uri: cellUri(editor, cell) },
	position: { line: 0, character: 8 },
});

/** In the files, lines and columns of the JSON. */
const ON_DISK = ['a.ipynb:15:12', 'a.ipynb:23:12', 'b.ipynb:6:14', 'other.md:0:11'];

const OPEN = ['a.ipynb#W1sZmlsZQ==:0:7', 'a.ipynb#W2sZmlsZQ==:0:7', 'b.ipynb:6:14', 'other.md:0:11'];

test('open cells count in place of their notebook, once each, until they are closed', async (t) => {
	const editor = await started(t);
	assert.deepEqual(await citedIn(editor, 'one'), ON_DISK);
	await openCell(editor, 1, '@paper[one]');
	await openCell(editor, 2, '@paper[one; two]');
	assert.deepEqual(await citedIn(editor, 'one'), OPEN);
	assert.equal((await indexed(editor)).notes, 3);
	await editor.open('refs.bib');
	const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
		textDocument: { uri: editor.uri('refs.bib') },
	});
	assert.deepEqual(
		lenses.map(({ command }) => command?.title),
		['Cited in 3 notes', 'Cited in 1 note'],
	);
	await closeCell(editor, 2);
	assert.deepEqual(await citedIn(editor, 'one'), OPEN.toSpliced(1, 1), 'a deleted cell is gone');
	await closeCell(editor, 1);
	await eventually({
		read: () => citedIn(editor, 'one'),
		accept: (places) => places.join() === ON_DISK.join(),
		what: 'the notebook as it is on disk',
	});
});

test('the file of a notebook with open cells may change on disk, and counts when they are closed', async (t) => {
	const editor = await started(t);
	await openCell(editor, 1, '@paper[one]');
	await editor.write('a.ipynb', notebookOf(cellOf('@paper[two]'), cellOf('@paper[two]')));
	await editor.write('c.ipynb', notebookOf(cellOf('@paper[two]')));
	await eventually({
		read: () => citedIn(editor, 'two'),
		accept: (places) => places.join() === 'c.ipynb:6:12',
		what: 'the new notebook alone',
	});
	await closeCell(editor, 1);
	await eventually({
		read: () => citedIn(editor, 'two'),
		accept: ({ length }) => length === 3,
		what: 'the notebook as it is on disk',
	});
});

test('a cell is a note: problems, cards and references, with the libraries of its notebook', async (t) => {
	const editor = await started(t);
	await openCell(editor, 1, '@paper[mine] @paper[nobody]');
	await openCell(editor, 2, '@paper[one]');
	const { items } = await editor.request<{ items: readonly { readonly code: string; readonly range: object }[] }>(
		'textDocument/diagnostic',
		{ textDocument: { uri: cellUri(editor, 1) } },
	);
	const range = { start: { line: 0, character: 20 }, end: { line: 0, character: 26 } };
	assert.deepEqual(
		items.map((item) => [item.code, item.range]),
		[['unknown-paper', range]],
	);
	const hover = await editor.request<Hover>('textDocument/hover', atStart(editor, 2));
	const { value } = hover.contents as { readonly value: string };
	assert.match(value, /On Apples/);
	assert.match(value, /Cited in 2 notes/);
	const places = await editor.request<Location[]>('textDocument/references', {
		...atStart(editor, 2),
		context: { includeDeclaration: false },
	});
	assert.deepEqual(
		places.map(({ uri }) => uri).sort(),
		[editor.uri('b.ipynb'), editor.uri('other.md'), cellUri(editor, 2)].sort(),
	);
});

test('a rename from a cell changes cells, notes, records, and closed notebooks inside their strings', async (t) => {
	const editor = await started(t);
	await openCell(editor, 1, 'nothing');
	await openCell(editor, 2, '@paper[one; two]');
	const edit = await editor.request<WorkspaceEdit>('textDocument/rename', { ...atStart(editor, 2), newName: 'uno' });
	const changes = edit.documentChanges as TextDocumentEdit[];
	const range = (line: number, character: number) => ({
		start: { line, character },
		end: { line, character: character + 3 },
	});
	assert.deepEqual(
		changes.map(({ textDocument: { uri, version }, edits: [first] }) => [
			uri,
			version,
			first && 'range' in first && first.range,
		]),
		[
			[editor.uri('refs.bib'), null, range(0, 9)],
			[editor.uri('b.ipynb'), null, range(6, 14)],
			[editor.uri('other.md'), null, range(0, 11)],
			[cellUri(editor, 2), 1, range(0, 7)],
		],
	);
});

test('exporting from a cell writes what the whole notebook cites', async (t) => {
	const editor = await started(t);
	await openCell(editor, 1, '@paper[one]');
	await openCell(editor, 2, '@paper[two]');
	const exported = await editor.request<ExportResponse>('paperNotes/export', {
		uri: cellUri(editor, 1),
		format: 'bibtex',
	});
	assert.equal(exported.papers, 2);
});

test('a notebook open as JSON counts as its text in the editor', async (t) => {
	const editor = await started(t);
	await editor.open('b.ipynb');
	await editor.replace('b.ipynb', 'paper[one]', 'paper[two]');
	assert.deepEqual(await citedIn(editor, 'two'), ['a.ipynb:23:17', 'b.ipynb:6:14']);
	await editor.changed('b.ipynb');
	await editor.write('new.md', '@paper[two]');
	await eventually({
		read: () => citedIn(editor, 'two'),
		accept: (places) => places.includes('new.md:0:7'),
		what: 'the file that was written after the notebook',
	});
	assert.deepEqual(await citedIn(editor, 'two'), ['a.ipynb:23:17', 'b.ipynb:6:14', 'new.md:0:7']);
});
