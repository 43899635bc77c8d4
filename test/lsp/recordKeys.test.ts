/** "Give this record a key" over the protocol: the pattern's key, in the record and in every note that cites it. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { LATE } from '../support/capabilities.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

async function opened(t: TestContext, bib: string, { keyPattern = 'auth.lower + year', note = '' } = {}) {
	const on = serverCase(t, { 'refs.bib': bib, 'note.md': note });
	const paperNotes = { keyPattern };
	const editor = await on.start({ ...LATE, clientName: 'Neovim', settings: paperNotes });
	await indexed(editor);
	await editor.open('refs.bib');
	return editor;
}

async function keyAction(editor: StdioEditor, { line = 0, only = 'refactor' } = {}): Promise<CodeAction | undefined> {
	const textDocument = { uri: editor.uri('refs.bib') };
	const { items } = await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
	const at = { line, character: 3 };
	const context = { diagnostics: items, only: [only] };
	const found = await editor.request<CodeAction[]>('textDocument/codeAction', {
		textDocument,
		range: { start: at, end: at },
		context,
	});
	return found.find(({ title }) => title.startsWith('Give this record'));
}

/** The new texts by file name. */
async function chosen(editor: StdioEditor, action: CodeAction | undefined): Promise<Record<string, readonly string[]>> {
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', action ?? {});
	const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	return Object.fromEntries(
		changes.map(({ textDocument: { uri }, edits }) => [
			uri.slice(uri.lastIndexOf('/') + 1),
			edits.map((one) => ('newText' in one ? one.newText : '')),
		]),
	);
}

const MAPLE = 'title = {On Trees}, author = {Maple, M.}, year = 2020, journal = {J}}\n';

test('a record gets the key of the pattern, and its notes follow', async (t) => {
	const editor = await opened(t, `@article{x1, ${MAPLE}`, { note: '@paper[x1, p. 3] and @paper[-@x1]' });
	const action = await keyAction(editor);
	assert.equal(action?.title, 'Give this record the key "maple2020"');
	assert.equal(action.kind, 'refactor.rewrite.paperNotes.key');
	assert.deepEqual(await chosen(editor, action), { 'refs.bib': ['maple2020'], 'note.md': ['maple2020', 'maple2020'] });
	assert.equal((await keyAction(editor, { only: 'refactor.rewrite.paperNotes.key' }))?.title, action.title);
});

test('a record without a key gets one as a fix, and notes that cite it by the generated key follow', async (t) => {
	const editor = await opened(t, `@article{,${MAPLE}`, { note: '@paper[maple2020trees]' });
	const action = await keyAction(editor, { only: 'quickfix' });
	assert.deepEqual(
		action?.diagnostics?.map(({ code }) => code),
		['unreadable-entry'],
	);
	assert.deepEqual(await chosen(editor, action), { 'refs.bib': ['maple2020'], 'note.md': ['maple2020'] });
});

test('a key that cannot be cited becomes one that can, also where other records refer to it', async (t) => {
	const bib = `@book{my trees, ${MAPLE}@inbook{b, title = {Leaves}, author = {Oak, O.}, year = 2020, crossref = {my trees}}\n`;
	const editor = await opened(t, bib, { note: '@paper[maple2020trees]' });
	const action = await keyAction(editor, { only: 'quickfix' });
	assert.equal(action?.title, 'Give this record the key "my_trees"');
	assert.deepEqual(await chosen(editor, action), { 'refs.bib': ['my_trees', 'my_trees'], 'note.md': ['my_trees'] });
});

test('equal keys are told apart, and a key that is right stays', async (t) => {
	const other = MAPLE.replace('Trees', 'Leaves');
	const editor = await opened(t, `@article{maple2020, ${MAPLE}@article{x2, ${other}`);
	assert.equal(await keyAction(editor), undefined);
	assert.equal((await keyAction(editor, { line: 1 }))?.title, 'Give this record the key "maple2020a"');
});

test('a pattern that is wrong is said when the action is chosen', async (t) => {
	const editor = await opened(t, `@article{x1, ${MAPLE}`, { keyPattern: 'auth + yaer' });
	const action = await keyAction(editor);
	assert.equal(action?.title, 'Give this record a key');
	assert.deepEqual(await chosen(editor, action), {});
});
