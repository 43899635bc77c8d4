/** Links in the workspace: those inside it are followed, and those that lead out of it only where the settings allow it. */

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { absentOnWindows } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, paper, type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const LINKS = { skip: absentOnWindows('links that anyone may make') };

const OUTSIDE = {
	'out/file.bib': entry('file2020', 'File'),
	'out/folder/a.bib': entry('folder2020', 'Folder'),
	'out/named/b.bib': entry('named2020', 'Named'),
	'out/note.md': 'See @paper[own2020].\n',
	'ws/own.bib': entry('own2020', 'Own'),
	'ws/cites.md': '---\nbibliography: [lib/b.bib, lone.bib]\n---\n\nSee @paper[own2020].\n',
};

/** A file, a folder of papers, a folder and a file that a note names, and a note: all of them elsewhere. */
function linkOut(files: ServerCase): void {
	mkdirSync(files.path('ws/papers'));
	symlinkSync(files.path('out/file.bib'), files.path('ws/papers/file.bib'));
	symlinkSync('../../out/folder', files.path('ws/papers/folder'));
	symlinkSync(files.path('out/named'), files.path('ws/lib'));
	symlinkSync(files.path('out/named/b.bib'), files.path('ws/lone.bib'));
	symlinkSync(files.path('out/note.md'), files.path('ws/note.md'));
}

const KEYS = ['file2020', 'folder2020', 'named2020'];

async function citing(editor: StdioEditor): Promise<readonly string[]> {
	const own = await paper(editor, 'own2020');
	return (own?.citedBy ?? []).map(({ uri }) => uri.replace(/.*\//, '')).sort();
}

async function problemsIn(editor: StdioEditor, name: string): Promise<Diagnostic[]> {
	const textDocument = { uri: editor.uri(name) };
	return (await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items;
}

test('links out of the workspace are not followed, and say so', LINKS, async (t) => {
	const files = serverCase(t, OUTSIDE);
	linkOut(files);
	const editor = await files.start({ on: 'ws' });
	await known(editor, 'own2020');
	await indexed(editor);
	for (const key of KEYS) {
		await known(editor, key, false);
	}
	assert.deepEqual(await citing(editor), ['cites.md']);
	for (const [name, target] of [
		['ws/papers/file.bib', 'out/file.bib'],
		['ws/papers/folder', 'out/folder'],
		['ws/lone.bib', 'out/named/b.bib'],
	] as const) {
		const found = await fileStatus(editor, name);
		assert.equal(found?.papers, 0, name);
		assert.ok(found.note?.includes(`to "${files.path(target)}"`), `${name}: ${found.note}`);
	}
	await editor.open('cites.md');
	const faults = (await problemsIn(editor, 'cites.md')).filter(({ code }) => code === 'missing-bibliography');
	assert.equal(faults.length, 2);
	assert.ok(faults.every(({ message }) => String(message).includes('leads out of the open folder')));
});

test('a linked library is read once the settings name it, and no longer when they do not', LINKS, async (t) => {
	const files = serverCase(t, OUTSIDE);
	linkOut(files);
	let libraries: readonly string[] = [files.path('out')];
	const editor = await files.start({ on: 'ws', settings: () => ({ libraries }) });
	for (const key of KEYS) {
		await known(editor, key);
	}
	assert.equal((await fileStatus(editor, 'ws/papers/file.bib'))?.papers, 1);
	assert.equal((await fileStatus(editor, 'ws/papers/folder/a.bib'))?.papers, 1);
	await editor.open('cites.md');
	assert.deepEqual(await problemsIn(editor, 'cites.md'), []);
	libraries = [];
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	for (const key of KEYS) {
		await known(editor, key, false);
	}
	await known(editor, 'own2020');
	libraries = [files.path('out/file.bib')];
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	await known(editor, 'file2020');
	await known(editor, 'folder2020', false);
});

test('the light bulb in such a file offers to allow its target', LINKS, async (t) => {
	const files = serverCase(t, OUTSIDE);
	linkOut(files);
	const editor = await files.start({
		on: 'ws',

		initializationOptions: { editor: 'vscode' },
	});
	await indexed(editor);
	await editor.open('papers/file.bib');
	const start = { line: 0, character: 0 };
	const [diagnostic] = await problemsIn(editor, 'papers/file.bib');
	assert.equal(diagnostic?.code, 'unreadable-file');
	const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: editor.uri('papers/file.bib') },
		range: { start, end: start },
		context: { diagnostics: [diagnostic] },
	});
	assert.deepEqual(
		actions.map(({ title, command }) => [title, command?.command, command?.arguments]),
		[['Allow this library', 'paperNotes.allowLibrary', [files.path('out/file.bib')]]],
	);
});

test('links within the workspace are followed, and their targets watched', LINKS, async (t) => {
	const files = serverCase(t, {
		'store/refs.txt': entry('one2020', 'One'),
		'store/more/x.txt': entry('more2020', 'More'),
		'papers/own.bib': entry('own2020', 'Own'),
	});
	symlinkSync('../store/refs.txt', files.path('papers/refs.bib'));
	symlinkSync('../store/more', files.path('papers/more'));
	symlinkSync('..', files.path('papers/root'));
	symlinkSync(files.folder, files.path('again'));
	const editor = await files.start();
	await known(editor, 'one2020');
	await known(editor, 'more2020');
	const { files: read } = await indexed(editor);
	assert.deepEqual(
		read
			.filter(({ papers }) => papers > 0)
			.map(({ uri }) => uri.slice(editor.uri('x').length - 1))
			.sort(),
		['papers/more/x.txt', 'papers/own.bib', 'papers/refs.bib'],
	);
	await editor.write('store/refs.txt', entry('two2020', 'Two'));
	await known(editor, 'two2020');
	await known(editor, 'one2020', false);
	await editor.write('store/more/x.txt', entry('other2020', 'Other'));
	await known(editor, 'other2020');
	await known(editor, 'more2020', false);
});
