/** Going places over the protocol: symbols, links, lenses, hints, and renaming from a record. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type {
	CodeAction,
	CodeLens,
	DocumentLink,
	DocumentSymbol,
	InlayHint,
	WorkspaceEdit,
	WorkspaceSymbol,
} from 'vscode-languageserver';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import type { StdioOptions } from '../support/stdioEditor.ts';

const FILES = {
	'refs.bib': entry('one', 'On Apples', '  doi = {10.1000/1},\n') + entry('two', 'On Pears'),
	'open.md': 'See @paper[one, p. 3].\n',
	'closed.md': 'And @paper[two; one].\n',
};

async function started(t: TestContext, options: StdioOptions = {}) {
	const editor = await serverCase(t, FILES).start({ initializationOptions: { editor: 'vscode' }, ...options });
	await indexed(editor);
	await editor.open('open.md');
	await editor.open('refs.bib');
	const inNote = { textDocument: { uri: editor.uri('open.md') } };
	const inCorpus = { textDocument: { uri: editor.uri('refs.bib') } };
	return { editor, inNote, inCorpus };
}

test('outlines and papers to go to', async (t) => {
	const { editor, inNote, inCorpus } = await started(t);
	const outline = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', inCorpus);
	assert.deepEqual(
		outline.map(({ name, detail }) => [name, detail]),
		[
			['one', 'On Apples'],
			['two', 'On Pears'],
		],
	);
	// VS Code shows the headings of a note, and would name each of two outlines in its breadcrumbs.
	assert.equal(await editor.request('textDocument/documentSymbol', inNote), null);
	const papers = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'pears' });
	assert.deepEqual(
		papers.map(({ name, location }) => [name, location.uri]),
		[['Author 2020 On Pears (two)', editor.uri('refs.bib')]],
	);
});

test('in other editors than VS Code, the outline of a note are its citations', async (t) => {
	const { editor, inNote } = await started(t, { clientName: 'Other', initializationOptions: {} });
	const cited = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', inNote);
	assert.deepEqual(
		cited.map(({ name }) => name),
		['one'],
	);
});

test('links, and lenses that count notes', async (t) => {
	const { editor, inCorpus } = await started(t);
	const links = await editor.request<DocumentLink[]>('textDocument/documentLink', inCorpus);
	assert.deepEqual(
		links.map(({ target }) => target),
		['https://doi.org/10.1000/1'],
	);
	const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', inCorpus);
	assert.deepEqual(
		lenses.map(({ command }) => command?.title),
		['Cited in 2 notes', 'Cited in 1 note'],
	);
});

test('hints, for those who turn them on', async (t) => {
	const { editor, inNote } = await started(t, { settings: { inlayHints: true } });
	const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
	const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', { ...inNote, range });
	assert.deepEqual(
		hints.map(({ label, position }) => [label, position.character]),
		[['Author 2020', 14]],
	);
});

test('F2 on a record renames it and every citation of it', async (t) => {
	const on = serverCase(t, FILES);
	const editor = await on.start({ initializationOptions: { editor: 'vscode' } });
	await indexed(editor);
	await editor.open('refs.bib');
	const place = { textDocument: { uri: editor.uri('refs.bib') }, position: { line: 0, character: 10 } };
	assert.deepEqual(await editor.request('textDocument/prepareRename', place), {
		range: { start: { line: 0, character: 9 }, end: { line: 0, character: 12 } },
		placeholder: 'one',
	});
	const edit = await editor.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'apples' });
	const changed = (edit.documentChanges ?? []).map((change) =>
		'textDocument' in change ? change.textDocument.uri : '',
	);
	assert.deepEqual(changed.sort(), [editor.uri('closed.md'), editor.uri('open.md'), editor.uri('refs.bib')]);
	const offKey = { ...place, position: { line: 1, character: 12 } };
	assert.equal(await editor.request('textDocument/prepareRename', offKey), null);
});

test('mentions that are not cited are hints with an edit, and the light bulb cites them, for those who turn them on', async (t) => {
	const files = {
		...FILES,
		'open.md': 'See "On Pears, Again and Again".\n',
		'more.bib': entry('three', 'On Pears, Again and Again'),
	};
	const started = async (settings: Readonly<Record<string, unknown>>) => {
		const editor = await serverCase(t, files).start({ initializationOptions: { editor: 'vscode' }, settings });
		await indexed(editor);
		await editor.open('open.md');
		const textDocument = { uri: editor.uri('open.md') };
		const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } };
		const hints = await editor.request<InlayHint[] | null>('textDocument/inlayHint', {
			textDocument,
			range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
		});
		const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
			textDocument,
			range,
			context: { diagnostics: [] },
		});
		return { hints, titles: actions.map(({ title }) => title) };
	};
	const { hints, titles } = await started({ mentions: true });
	const end = { line: 0, character: 31 };
	assert.deepEqual(
		hints?.map(({ label, textEdits }) => [label, textEdits]),
		[['cite three?', [{ range: { start: end, end }, newText: ' @paper[three]' }]]],
	);
	assert.deepEqual(titles, ['Cite "three"']);
	assert.deepEqual(await started({}), { hints: null, titles: [] });
});
