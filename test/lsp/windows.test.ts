/** The built server on a machine that looks like Windows: drives, shares, names in another case, backslashes. */

import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { LocationLink, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { eventually } from '../support/eventually.ts';
import { absentBesideLinux } from '../support/posix.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor, StdioOptions } from '../support/stdioEditor.ts';

const skip = absentBesideLinux('case to heed, which the disks of these tests do without');

interface WindowsCase extends ServerCase {
	/** Starts a server on a folder of the disks, `C/notes` or `UNC/server/share/notes`. */
	startOn(folder: string, options?: StdioOptions): Promise<StdioEditor>;
}

/** Files by their places on the disks of `windowsMachine.ts`, and servers there. Addresses are those of VS Code. */
function windowsCase(t: TestContext, files: Readonly<Record<string, string>>): WindowsCase {
	const machine = serverCase(t, files);
	const addressOf = (path: string): string => {
		const [disk = '', ...names] = path.slice(machine.folder.length + 1).split('/');
		const place = names.map(encodeURIComponent).join('/');
		return disk === 'UNC' ? `file://${place}` : `file:///${disk.toLowerCase()}%3A/${place}`;
	};
	const env = {
		WINDOWS_DISKS: machine.folder,
		NODE_OPTIONS: `--import=${join(import.meta.dirname, '../support/windowsMachine.ts')}`,
		USERPROFILE: 'C:\\Users\\Ann',
		LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
	};
	return {
		...machine,
		startOn: (on, options) => machine.start({ on, env, addressOf, ...options }),
	};
}

/** The addresses of the files that hold papers. */
async function filesRead(editor: StdioEditor): Promise<string[]> {
	const { files } = await indexed(editor);
	return files
		.filter(({ papers }) => papers > 0)
		.map(({ uri }) => uri)
		.sort();
}

/** Until these files, and no others, hold papers. */
function filesBecome(editor: StdioEditor, expected: readonly string[]): Promise<string[]> {
	return eventually({
		read: () => filesRead(editor),
		accept: (files) => files.join() === expected.join(),
		what: `the files ${expected}`,
	});
}

/** Where F12 leads from `needle` in an open note. */
async function definition(editor: StdioEditor, uri: string, character: number): Promise<string[]> {
	const at = { textDocument: { uri }, position: { line: 0, character } };
	const links = await editor.request<LocationLink[]>('textDocument/definition', at);
	return links.map(({ targetUri }) => targetUri);
}

test('libraries on drives, on shares and at home are read, however their paths are written', { skip }, async (t) => {
	const files = windowsCase(t, {
		'C/notes/own.bib': entry('own2020', 'Own'),
		'C/notes/a.md': 'See @paper[drive2020].',
		'C/Users/Ann/Papers/home.bib': entry('home2020', 'Home'),
		'D/Library/Refs.bib': entry('drive2020', 'Drive'),
		'UNC/server/Share/group.bib': entry('group2020', 'Group'),
		'UNC/server/share2/deep/down/more.bib': entry('deep2020', 'Deep'),
	});
	const nowhere = ['C:\\x?.bib', '\\\\nobody\\x\\y.bib', 'E:\\gone\\*.bib', '\\\\', 'con:'];
	const corpus = ['own.bib', '~\\papers\\HOME.bib', 'd:\\LIBRARY\\refs.BIB', '\\\\SERVER\\share\\group.bib'];
	const editor = await files.startOn('C/notes', {
		settings: { corpus: [...nowhere, ...corpus, '\\\\server\\share2\\**\\*.bib', '\\\\?\\D:\\library\\refs.bib'] },
	});
	assert.deepEqual(await filesRead(editor), [
		'file:///c%3A/Users/Ann/Papers/home.bib',
		'file:///c%3A/notes/own.bib',
		'file:///d%3A/Library/Refs.bib',
		'file://server/Share/group.bib',
		'file://server/share2/deep/down/more.bib',
	]);
	await editor.open('a.md');
	assert.deepEqual(await editor.problems('a.md'), []);
	assert.deepEqual(await definition(editor, editor.uri('a.md'), 14), ['file:///d%3A/Library/Refs.bib']);
	const { notes } = await status(editor);
	assert.equal(notes, 1);
	assert.deepEqual(editor.heard.errors, []);
});

test('in a workspace on a share, paths of every kind lead where they do on a drive', { skip }, async (t) => {
	const files = windowsCase(t, {
		'UNC/server/share/notes/a.md': '---\nbibliography: [..\\lib\\front.json, D:/own.json]\n---\n@paper[own2020]',
		'UNC/server/share/lib/front.json': csl('front2020'),
		'UNC/server/share/root.bib': entry('root2020', 'Root'),
		'D/own.json': csl('own2020'),
		'C/Users/Ann/home.bib': entry('home2020', 'Home'),
	});
	const editor = await files.startOn('UNC/server/share/notes', {
		folders: [files.path('UNC/server/share/lib')],
		settings: { corpus: ['\\root.bib', '~\\home.bib', 'D:\\own.json'] },
	});
	await filesBecome(editor, [
		'file:///c%3A/Users/Ann/home.bib',
		'file:///d%3A/own.json',
		'file://server/share/lib/front.json',
		'file://server/share/root.bib',
	]);
	await editor.open('a.md');
	assert.deepEqual(await editor.problems('a.md'), []);
});

function csl(key: string): string {
	return JSON.stringify([{ id: key, type: 'book', title: key, publisher: 'P', issued: { raw: '2020' } }]);
}

test('what is excluded with backslashes, from home or in another case is not read', { skip }, async (t) => {
	const files = windowsCase(t, {
		'C/notes/own.bib': entry('own2020', 'Own'),
		'C/notes/Drafts/old/a.bib': entry('draft2020', 'Draft'),
		'C/notes/Drafts/n.md': 'See @paper[own2020].',
		'C/Users/Ann/lib/b.bib': entry('kept2020', 'Kept'),
		'C/Users/Ann/lib/Old/b.bib': entry('old2020', 'Old'),
	});
	const settings = { libraries: ['~\\lib'], exclude: ['drafts\\**', '~\\LIB\\old'] };
	const editor = await files.startOn('C/notes', { settings });
	const expected = ['file:///c%3A/Users/Ann/lib/b.bib', 'file:///c%3A/notes/own.bib'];
	assert.deepEqual(await filesRead(editor), expected);
	assert.equal((await status(editor)).notes, 0);
});

test('a file is followed under any spelling of its name, and goes by the name it is given', { skip }, async (t) => {
	const files = windowsCase(t, {
		'C/notes/Refs.bib': entry('one2020', 'One'),
		'C/notes/A.md': 'See @paper[one2020].',
	});
	const editor = await files.startOn('C/notes');
	await known(editor, 'one2020');
	const changed = (...uris: readonly string[]): Promise<void> =>
		editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
			changes: uris.map((uri) => ({ uri, type: 2 })),
		});
	files.put('C/notes/Refs.bib', entry('two2020', 'Two'));
	await changed('file:///C:/NOTES/refs.bib');
	await known(editor, 'two2020');
	await known(editor, 'one2020', false);
	// VS Code for Java and others write the drive in upper case, and the colon as it is.
	const uri = 'file:///C:/notes/a.md';
	const textDocument = { uri, languageId: 'markdown', version: 1, text: 'See @paper[two2020].' };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	const cited = await eventually({
		read: async () => (await paper(editor, 'two2020'))?.citedBy ?? [],
		accept: ({ length }) => length > 0,
		what: 'the note that cites',
	});
	assert.deepEqual(
		cited.map((place) => place.uri),
		[uri],
	);
	assert.equal((await status(editor)).notes, 1);
	assert.deepEqual(await definition(editor, uri, 12), ['file:///c%3A/notes/Refs.bib']);
});

test('a key is renamed in notes that are open and closed, on all drives, and in its record', { skip }, async (t) => {
	const files = windowsCase(t, {
		'C/notes/a.md': 'See @paper[one2020].',
		'C/notes/Closed Ünote.md': 'And @paper[one2020].',
		'D/lib/refs.bib': entry('one2020', 'One'),
	});
	const settings = { corpus: ['D:\\lib\\*.bib'] };
	const editor = await files.startOn('C/notes', { settings, initializationOptions: { editor: 'vscode' } });
	await indexed(editor);
	await editor.open('a.md');
	const at = { textDocument: { uri: editor.uri('a.md') }, position: { line: 0, character: 12 } };
	const edit = await editor.request<WorkspaceEdit | null>('textDocument/rename', { ...at, newName: 'uno2020' });
	const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(changes.map(({ textDocument }) => textDocument.uri).sort(), [
		'file:///c%3A/notes/Closed%20%C3%9Cnote.md',
		'file:///c%3A/notes/a.md',
		'file:///d%3A/lib/refs.bib',
	]);
});

test('attached PDF files are where JabRef and Zotero say', { skip }, async (t) => {
	const files = windowsCase(t, {
		'C/notes/refs.bib': [
			entry('zotero2020', 'Zotero', '  file = {:C\\:\\\\Users\\\\Ann\\\\Zotero\\\\x y.pdf:PDF},\n'),
			entry('jab2020', 'Jab', '  file = {:a.pdf:PDF},\n'),
			'@Comment{jabref-meta: fileDirectory:D:\\\\pdf;}\n',
		].join(''),
	});
	const editor = await files.startOn('C/notes');
	const places = async (key: string) => (await known(editor, key))?.pdfs.flatMap((pdf) => pdf.places);
	assert.deepEqual(await places('zotero2020'), ['file:///c%3A/Users/Ann/Zotero/x%20y.pdf']);
	assert.ok((await places('jab2020'))?.includes('file:///d%3A/pdf/a.pdf'));
});

test('the index is kept in the local data of the user, and a damaged one is deleted', { skip }, async (t) => {
	const files = windowsCase(t, { 'C/notes/refs.bib': entry('one2020', 'One') });
	const start = (): Promise<StdioEditor> =>
		files.startOn('C/notes', { initializationOptions: { storagePath: undefined } });
	const first = await start();
	await known(first, 'one2020');
	assert.equal(await first.close(), 0);
	const folder = files.path('C/Users/Ann/AppData/Local/paper-notes');
	const name = readdirSync(folder).find((file) => /^papers-.*\.sqlite$/.test(file));
	assert.ok(name, 'the index');
	const second = await start();
	await known(second, 'one2020');
	assert.deepEqual(second.heard.words, []);
	assert.equal(await second.close(), 0);
	writeFileSync(join(folder, name), 'This is no database.\n'.repeat(500));
	const third = await start();
	await known(third, 'one2020');
	assert.match(third.heard.words.join('\n'), /damaged and is being rebuilt/);
});
