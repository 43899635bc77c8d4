/** From a paper to its literature note and its PDF, over the protocol. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Location, LocationLink } from 'vscode-languageserver';
import { CAPABILITIES } from '../support/capabilities.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FILES = {
	'refs.bib': entry('one', 'On Apples', '  file = {one.pdf},\n') + entry('two', 'On Pears', '  file = {gone.pdf},\n'),
	'one.pdf': '%PDF-1.4\n',
	'note.md': 'See @paper[one; two].\n',
	'literature/apples.md': '---\npaper: one\n---\n\nWhat I think of it.\n',
};

const BEGINNING = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function asked<T>(editor: StdioEditor, method: string, path: string, character: number): Promise<T> {
	return editor.request<T>(`textDocument/${method}`, {
		textDocument: { uri: editor.uri(path) },
		position: { line: 0, character },
	});
}

test('the declaration of a paper is its literature note, its implementation the PDF that is there', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('note.md');
	await editor.open('refs.bib');
	for (const [path, origin] of [['note.md', [11, 14]] as const, ['refs.bib', [9, 12]] as const]) {
		const [note] = await asked<LocationLink[]>(editor, 'declaration', path, origin[0] + 1);
		assert.deepEqual(note, {
			originSelectionRange: { start: { line: 0, character: origin[0] }, end: { line: 0, character: origin[1] } },
			targetUri: editor.uri('literature/apples.md'),
			targetRange: BEGINNING,
			targetSelectionRange: BEGINNING,
		});
		const pdfs = await asked<LocationLink[]>(editor, 'implementation', path, origin[0] + 1);
		assert.deepEqual(
			pdfs.map(({ targetUri }) => targetUri),
			[editor.uri('one.pdf')],
		);
	}
	assert.equal(await asked(editor, 'declaration', 'note.md', 17), null);
	assert.equal(await asked(editor, 'implementation', 'note.md', 17), null);
});

test('a client that knows no links gets places', async (t) => {
	const { textDocument } = CAPABILITIES;
	const capabilities = { ...CAPABILITIES, textDocument: { ...textDocument, declaration: { linkSupport: false } } };
	const editor = await serverCase(t, FILES).start({ capabilities });
	await indexed(editor);
	await editor.open('note.md');
	assert.deepEqual(await asked<Location[]>(editor, 'declaration', 'note.md', 12), [
		{ uri: editor.uri('literature/apples.md'), range: BEGINNING },
	]);
});

test('a key renamed in a citation is renamed in the literature note', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('note.md');
	const edit = await editor.request<{ documentChanges: { textDocument: { uri: string }; edits: object[] }[] }>(
		'textDocument/rename',
		{ textDocument: { uri: editor.uri('note.md') }, position: { line: 0, character: 12 }, newName: 'apples' },
	);
	const about = edit.documentChanges.find(({ textDocument }) => textDocument.uri.endsWith('apples.md'));
	assert.deepEqual(
		about?.edits.map((one) => ({ ...one, annotationId: undefined })),
		[
			{
				range: { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } },
				newText: 'apples',
				annotationId: undefined,
			},
		],
	);
});

test('the type definition of a paper is a page that the client asks for, and again when a note has changed', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('note.md');
	const asksAgain = Promise.withResolvers<string>();
	editor.connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
		asksAgain.resolve(uri);
		return null;
	});
	const [page] = await asked<LocationLink[]>(editor, 'typeDefinition', 'note.md', 12);
	const uri = page?.targetUri ?? '';
	assert.match(uri, /^paper-notes-page:\/one\.md\?/);
	assert.deepEqual(editor.serverCapabilities['workspace'], {
		textDocumentContent: { schemes: ['paper-notes-page'] },
		workspaceFolders: { supported: true, changeNotifications: true },
	});
	const text = async () => (await editor.request<{ text: string }>('workspace/textDocumentContent', { uri })).text;
	const before = await text();
	assert.match(before, /^# On Apples\n/);
	assert.match(before, /See @paper\\\[one; two\\\]\./);
	const open = { textDocument: { uri, languageId: 'markdown', version: 1, text: before } };
	await editor.connection.sendNotification('textDocument/didOpen', open);
	await editor.replace('note.md', 'See ', 'Look: ');
	assert.equal(await asksAgain.promise, uri);
	assert.match(await text(), /Look: @paper\\\[one; two\\\]\./);
	// The page is no note that cites.
	assert.match(await text(), /^## Cited in 1 note$/m);
});

test('a client that asks for no texts is offered no type definition', async (t) => {
	const { textDocumentContent: _, ...workspace } = CAPABILITIES.workspace;
	const editor = await serverCase(t, FILES).start({ capabilities: { ...CAPABILITIES, workspace } });
	assert.equal(editor.serverCapabilities['typeDefinitionProvider'], undefined);
	assert.deepEqual(editor.serverCapabilities['workspace'], {
		workspaceFolders: { supported: true, changeNotifications: true },
	});
});
