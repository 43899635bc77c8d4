/** Renaming and references over the protocol: files on disk and in the editor, and what different clients are answered. */

import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Location, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CAPABILITIES } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor, StdioOptions } from '../support/stdioEditor.ts';

const OURS: StdioOptions = { initializationOptions: { editor: 'vscode' } };

const FILES = {
	'refs.bib': entry('one', 'On Apples') + entry('two', 'On Pears'),
	'open.md': 'See @paper[one, p. 3].\n',
	'closed.md': 'And @paper[two; one].\n',
};

/** A server on `files` that has read them, with `open.md` open. */
async function started(
	t: TestContext,
	{
		files = FILES,
		...options
	}: StdioOptions & { readonly files?: Readonly<Record<string, string | Uint8Array>> } = OURS,
): Promise<{ readonly on: ServerCase; readonly editor: StdioEditor }> {
	const on = serverCase(t, files);
	const editor = await on.start(options);
	await indexed(editor);
	await editor.open('open.md');
	return { on, editor };
}

/** F2 on the reference `open.md` begins its first citation with. */
function rename(editor: StdioEditor, newName: string, character = 12): Promise<WorkspaceEdit | null> {
	const position = { line: 0, character };
	return editor.request('textDocument/rename', { textDocument: { uri: editor.uri('open.md') }, position, newName });
}

/** The refusals that people were shown: everything else that the server says goes to the log. */
async function refusal(editor: StdioEditor, message: RegExp): Promise<void> {
	await eventually({
		read: async () => editor.heard.words,
		accept: (words) => words.some((word) => message.test(word)),
		what: `the message ${message}`,
	});
}

test('open and closed files change in one edit that names the versions of the open ones', async (t) => {
	const { on, editor } = await started(t);
	await editor.replace('open.md', 'See', 'Please see');
	const edit = await rename(editor, 'uno', 20);
	const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(
		changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
		[
			[editor.uri('refs.bib'), null],
			[editor.uri('closed.md'), null],
			[editor.uri('open.md'), 2],
		],
	);
	assert.deepEqual(Object.keys(edit?.changeAnnotations ?? {}), ['Records and their references', 'Citations in notes']);
	const after = await Promise.all(
		changes.map(async ({ textDocument: { uri }, edits }) => {
			const text = uri.endsWith('open.md') ? await editor.text('open.md') : readFileSync(new URL(uri), 'utf8');
			return TextDocument.applyEdits(
				TextDocument.create(uri, '', 1, text),
				edits as Parameters<typeof TextDocument.applyEdits>[1],
			);
		}),
	);
	assert.deepEqual(after, [
		FILES['refs.bib'].replace('{one,', '{uno,'),
		'And @paper[two; uno].\n',
		'Please see @paper[uno, p. 3].\n',
	]);
	assert.equal(readFileSync(on.path('refs.bib'), 'utf8'), FILES['refs.bib'], 'the server itself writes nothing');
});

test('a client without versioned edits gets plain ones, and one that cannot ask first renames all the same', async (t) => {
	const { textDocument, workspace } = CAPABILITIES;
	const capabilities = {
		textDocument: { ...textDocument, rename: {} },
		workspace: { ...workspace, workspaceEdit: {} },
	};
	const { editor } = await started(t, { capabilities, clientName: 'Other' });
	assert.equal(editor.serverCapabilities['renameProvider'], true);
	const edit = await rename(editor, 'uno');
	assert.deepEqual(
		Object.keys(edit?.changes ?? {}),
		['refs.bib', 'closed.md', 'open.md'].map((name) => editor.uri(name)),
	);
});

test('our extension is answered a refusal with an edit of nothing and a message, any other client with an error', async (t) => {
	const ours = await started(t);
	assert.deepEqual(ours.editor.serverCapabilities['renameProvider'], { prepareProvider: true });
	assert.deepEqual(await rename(ours.editor, 'two'), { changes: {} });
	await refusal(ours.editor, /^Another paper already has the key "two"/);
	const other = await started(t, { clientName: 'Neovim' });
	await assert.rejects(rename(other.editor, 'two'), /Another paper already has the key "two"/);
	assert.deepEqual(
		other.editor.heard.words.filter((word) => word.includes('already has')),
		[],
	);
});

test('before anything is typed, the key is offered, and nothing outside citations', async (t) => {
	const { editor } = await started(t);
	const ask = (character: number) =>
		editor.request<{ range: Range; placeholder: string } | null>('textDocument/prepareRename', {
			textDocument: { uri: editor.uri('open.md') },
			position: { line: 0, character },
		});
	const start = { line: 0, character: 11 };
	const expected = { range: { start, end: { line: 0, character: 14 } }, placeholder: 'one' };
	assert.deepEqual([await ask(12), await ask(18), await ask(1)], [expected, expected, null]);
});

test('a file that cannot be written refuses the whole rename', async (t) => {
	for (const name of ['refs.bib', 'closed.md']) {
		const { on, editor } = await started(t);
		chmodSync(on.path(name), 0o444);
		assert.equal(statSync(on.path(name)).mode & 0o222, 0);
		assert.deepEqual(await rename(editor, 'uno'), { changes: {} });
		await refusal(editor, new RegExp(`^${name} cannot be written to`));
	}
});

test('a corpus file with unsaved changes is changed as the editor has it', async (t) => {
	const { editor } = await started(t);
	await editor.open('refs.bib');
	await editor.replace('refs.bib', '@article{one', '% new\n\n@article{one');
	const edit = await rename(editor, 'uno');
	const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(change?.textDocument, { uri: editor.uri('refs.bib'), version: 2 });
	const range = change.edits[0] && 'range' in change.edits[0] ? change.edits[0].range : undefined;
	assert.deepEqual(range?.start, { line: 2, character: 9 });
});

test('a record that has just gone from its file, or moved in it, is noticed', async (t) => {
	const { on, editor } = await started(t);
	on.put('refs.bib', `\n\n${FILES['refs.bib']}`);
	const edit = await rename(editor, 'uno');
	const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	const range = change?.edits[0] && 'range' in change.edits[0] ? change.edits[0].range : undefined;
	assert.deepEqual(range?.start, { line: 2, character: 9 });
	on.put('refs.bib', entry('two', 'On Pears'));
	assert.deepEqual(await rename(editor, 'uno'), { changes: {} });
	await refusal(editor, /^The key "one" was not found in refs\.bib/);
});

test('a file that would be damaged by being written as UTF-8 refuses the rename', async (t) => {
	const latin = Buffer.from(`% Gr\u00fc\u00dfe\n${FILES['refs.bib']}`, 'latin1');
	const { editor } = await started(t, { ...OURS, files: { ...FILES, 'refs.bib': latin } });
	assert.deepEqual(await rename(editor, 'uno'), { changes: {} });
	await refusal(editor, /^refs\.bib is not valid UTF-8/);
});

test('in a long file others are answered in between, and the rename comes whole', async (t) => {
	const many = Array.from({ length: 20_000 }, (_, at) => entry(`k${at}`, `Title ${at}`, '  crossref = {one},\n'));
	const { editor } = await started(t, { ...OURS, files: { ...FILES, 'refs.bib': FILES['refs.bib'] + many.join('') } });
	const answers: string[] = [];
	const position = { line: 0, character: 12 };
	const [edit] = await Promise.all([
		rename(editor, 'uno').then((found) => {
			answers.push('rename');
			return found;
		}),
		editor
			.request('textDocument/hover', { textDocument: { uri: editor.uri('open.md') }, position })
			.then(() => answers.push('hover')),
	]);
	assert.deepEqual(answers, ['hover', 'rename']);
	const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.equal(change?.edits.length, 20_001);
});

test('references are all citations, with the record where the client asks for declarations', async (t) => {
	const { on, editor } = await started(t);
	const ask = async (includeDeclaration: boolean) => {
		const found = await editor.request<Location[]>('textDocument/references', {
			textDocument: { uri: editor.uri('open.md') },
			position: { line: 0, character: 12 },
			context: { includeDeclaration },
		});
		return found
			.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}:${range.start.character}`)
			.sort();
	};
	assert.deepEqual(await ask(false), ['closed.md:0:16', 'open.md:0:11']);
	assert.deepEqual(await ask(true), ['closed.md:0:16', 'open.md:0:11', 'refs.bib:0:9']);
	assert.equal(pathToFileURL(on.path('refs.bib')).href, editor.uri('refs.bib'));
});

test('VS Code is not asked to change a file that it keeps from extensions', async (t) => {
	const files = { ...FILES, 'refs.bib': `${FILES['refs.bib']}\n${'%'.repeat(51 * 1024 * 1024)}\n` };
	const ours = await started(t, { ...OURS, files });
	assert.deepEqual(await rename(ours.editor, 'uno'), { changes: {} });
	await refusal(ours.editor, /^refs\.bib has more than 50 MB.*paper-notes rename OLD NEW/);
});
