/** The light bulb over the protocol: each fix names its problem, and only requested kinds are returned. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver/node';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const LIBRARY = entry('anderson2020deep', 'Deep Ones') + entry('petersson2020wide', 'Wide Ones');
const NOTE = 'See @paper[andersson2020deep] and @paper[peterson2020wide; petersson2020wide].';

async function opened(t: TestContext, text = NOTE): Promise<StdioEditor> {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': text });
	const editor = await files.start({ clientName: 'Neovim' });
	await indexed(editor);
	await editor.open('note.md');
	return editor;
}

interface Asked {
	readonly range: Range;
	readonly diagnostics?: readonly Diagnostic[];
	readonly only?: readonly string[];
}

async function actions(editor: StdioEditor, { range, diagnostics = [], only }: Asked): Promise<CodeAction[]> {
	const context = { diagnostics, ...(only ? { only } : {}) };
	const params = { textDocument: { uri: editor.uri('note.md') }, range, context };
	return (await editor.request<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
}

/** On the note's first line. */
function rangeOf(text: string): Range {
	const character = NOTE.indexOf(text);
	return { start: { line: 0, character }, end: { line: 0, character: character + text.length } };
}

function cursorIn(text: string): Range {
	const { start } = rangeOf(text);
	return { start, end: start };
}

async function problems(editor: StdioEditor): Promise<Diagnostic[]> {
	const textDocument = { uri: editor.uri('note.md') };
	return (await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items;
}

test('of two unknown keys on a line, the one at the cursor is mended, and says so', async (t) => {
	const editor = await opened(t);
	const diagnostics = await problems(editor);
	for (const [wrong, right] of [
		['andersson2020deep', 'anderson2020deep'],
		['peterson2020wide', 'petersson2020wide'],
	] as const) {
		const [first] = await actions(editor, { range: cursorIn(wrong), diagnostics });
		assert.equal(first?.title, `Cite "${right}"`);
		assert.deepEqual(
			first.diagnostics?.map(({ range }) => range),
			[rangeOf(wrong)],
		);
	}
});

test('what only our own extension can do is offered to it alone', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[xqzvw99].' });
	const titles = async (editor: StdioEditor) => {
		await indexed(editor);
		await editor.open('note.md');
		const position = { line: 0, character: 14 };
		const found = await actions(editor, { range: { start: position, end: position } });
		return found.map(({ title, command }) => [title, command?.arguments]);
	};
	const add = 'Add a record for "xqzvw99" to a.bib';
	assert.deepEqual(await titles(await files.start({ clientName: 'Neovim' })), [[add, undefined]]);
	const vscode = await files.start({ initializationOptions: { editor: 'vscode', storagePath: null } });
	const key = { start: { line: 0, character: 11 }, end: { line: 0, character: 18 } };
	const place = { uri: vscode.uri('note.md'), range: key };
	const data = { uri: place.uri, later: { kind: 'addRecord', reference: 'xqzvw99', file: vscode.uri('a.bib') } };
	assert.deepEqual(await titles(vscode), [
		['Search for another paper…', [place]],
		[add, [[{ title: add, data }]]],
	]);
});

test('in a selection each fix says which problem it mends, in the order of the text', async (t) => {
	const editor = await opened(t);
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: NOTE.length } };
	const found = await actions(editor, { range, diagnostics: await problems(editor) });
	const mended = found.map(({ title, diagnostics }) => [title, diagnostics?.map((one) => one.range.start.character)]);
	assert.deepEqual(mended, [
		['Cite "anderson2020deep"', [NOTE.indexOf('andersson')]],
		['Cite "petersson2020wide"', [NOTE.indexOf('peterson')]],
		['Fix all unknown keys in this note', [NOTE.indexOf('andersson')]],
		['Add a record for "andersson2020deep" to a.bib', [NOTE.indexOf('andersson')]],
		['Add a record for "peterson2020wide" to a.bib', [NOTE.indexOf('peterson')]],
	]);
});

test('fixes come where fixes are asked for, other forms where a rewriting is', async (t) => {
	const editor = await opened(t);
	const kinds = async (text: string, only?: readonly string[]) => {
		const found = await actions(editor, { range: cursorIn(text), ...(only ? { only } : {}) });
		return [...new Set(found.map(({ kind }) => kind))];
	};
	assert.deepEqual(await kinds('andersson'), ['quickfix']);
	assert.deepEqual(await kinds('andersson', ['refactor']), []);
	assert.deepEqual(await kinds('petersson'), ['refactor.rewrite']);
	assert.deepEqual(await kinds('petersson', ['refactor']), ['refactor.rewrite']);
	assert.deepEqual(await kinds('petersson', ['quickfix']), []);
	assert.deepEqual(await kinds('petersson', ['source.organizeImports']), []);
	assert.deepEqual(await kinds('petersson', ['source.fixAll']), ['source.fixAll.paperNotes']);
});

test('an editor that fixes a note when it is saved puts all right that is sure', async (t) => {
	const editor = await opened(t);
	const [fix, ...others] = await actions(editor, { range: cursorIn('See'), only: ['source.fixAll.paperNotes'] });
	assert.deepEqual(others, []);
	const edits = fix?.edit?.changes?.[editor.uri('note.md')] ?? [];
	assert.deepEqual(
		edits.map(({ newText }) => newText),
		['anderson2020deep', 'petersson2020wide'],
	);
	assert.deepEqual(
		edits.map(({ range }) => range),
		[rangeOf('andersson2020deep'), rangeOf('peterson2020wide')],
	);
	const clean = await opened(t, 'See @paper[anderson2020deep].');
	assert.deepEqual(await actions(clean, { range: cursorIn('See'), only: ['source.fixAll'] }), []);
});

test('in a corpus file, fixes name their problems, and what is safe is fixed when it is saved', async (t) => {
	const text = '@misc{a title = {On Trees}}\n\n@misc{b,\n  title = {On Leaves},\n  Title = {On Leaves},\n}\n';
	const files = serverCase(t, { 'a.bib': text });
	const editor = await files.start({ clientName: 'Neovim' });
	await indexed(editor);
	await editor.open('a.bib');
	const textDocument = { uri: editor.uri('a.bib') };
	const { items } = await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
	const ask = (range: Range, only: readonly string[]) =>
		editor.request<CodeAction[]>('textDocument/codeAction', {
			textDocument,
			range,
			context: { diagnostics: items, only },
		});
	const [comma, ...others] = await ask({ start: { line: 0, character: 6 }, end: { line: 0, character: 6 } }, [
		'quickfix',
	]);
	assert.deepEqual(others, []);
	assert.equal(comma?.title, 'Add the missing comma');
	assert.deepEqual(
		comma.diagnostics?.map(({ code }) => code),
		['unreadable-entry'],
	);
	const start = { line: 0, character: 0 };
	const [all] = await ask({ start, end: start }, ['source.fixAll']);
	assert.deepEqual(
		all?.edit?.changes?.[textDocument.uri]?.map(({ range, newText }) => [range.start.line, newText]),
		[
			[0, ','],
			[3, ''],
		],
	);
});
