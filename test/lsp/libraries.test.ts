/** Libraries that the settings name, with a workspace folder and without one. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { indexed } from '../support/scenarios.ts';
import { entry, fileStatus, known, serverCase, status } from '../support/serverCase.ts';

test('files and folders count beside those of the corpus, whatever their names hold', async (t) => {
	const files = serverCase(t, {
		'ws/own.bib': entry('own2020', 'Own'),
		'ws/data [1]/a {b}.json': JSON.stringify([{ id: 'inside2020', type: 'book', title: 'Inside' }]),
		'Ann\'s "Papers" #1%/论文 *.txt': entry('outside2020', 'Outside'),
		'elsewhere/not.bib': entry('not2020', 'Not'),
	});
	const libraries = ['data [1]', files.path('Ann\'s "Papers" #1%'), files.path('nowhere.bib')];
	const editor = await files.start({ on: 'ws', settings: { libraries } });
	await indexed(editor);
	await Promise.all(['own2020', 'inside2020', 'outside2020'].map((key) => known(editor, key)));
	await known(editor, 'not2020', false);
	const missing = await fileStatus(editor, 'nowhere.bib');
	assert.ok(missing?.note, 'a library that is not there is told');
});

test('~ is the home folder', async (t) => {
	const files = serverCase(t, { 'ws/note.md': '', 'home/Zotero/My Library.bib': entry('home2020', 'Home') });
	const env = { HOME: files.path('home'), USERPROFILE: files.path('home') };
	const editor = await files.start({ on: 'ws', settings: { libraries: ['~/Zotero/My Library.bib'] }, env });
	await known(editor, 'home2020');
});

test('a library that is chosen while the server runs is read, and followed as it changes', async (t) => {
	const files = serverCase(t, { 'ws/note.md': '', 'lib/refs.bib': entry('one2020', 'One') });
	let libraries: readonly string[] = [];
	const editor = await files.start({ on: 'ws', settings: () => ({ libraries }) });
	await indexed(editor);
	assert.equal((await status(editor)).papers, 0);
	libraries = [files.path('lib/refs.bib')];
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	await known(editor, 'one2020');
	await editor.write('../lib/refs.bib', entry('two2020', 'Two'));
	await known(editor, 'two2020');
	await known(editor, 'one2020', false);
	libraries = [];
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	await known(editor, 'two2020', false);
});

test('a single file without a folder can be cited in, once a library is named', async (t) => {
	const files = serverCase(t, { 'note.md': 'See @paper[]', 'lib/refs.bib': entry('one2020', 'One') });
	let libraries: readonly string[] = [];
	const storagePath = files.path('storage');
	const editor = await files.start({
		folderless: true,
		settings: () => ({ libraries }),
		initializationOptions: { storagePath },
	});
	await indexed(editor);
	await editor.open('note.md');
	libraries = [files.path('lib'), 'relative.bib'];
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	await known(editor, 'one2020');
	const [first] = await editor.completions('note.md', '@paper[|');
	assert.equal(first?.lineAfter, 'See @paper[one2020]');
	await editor.replace('note.md', '@paper[]', '@paper[one2020]');
	assert.deepEqual(await editor.problems('note.md'), []);
	const [card = ''] = await editor.hover('note.md', 'one|2020');
	assert.match(card, /One/);
});

test("a user's library is one root, however many folders are open", async (t) => {
	const files = serverCase(t, { 'a/note.md': '', 'b/note.md': '', 'lib/refs.bib': entry('one2020', 'One') });
	const libraries = [files.path('lib')];
	const editor = await files.start({ on: 'a', folders: [files.path('b')], settings: { libraries } });
	await known(editor, 'one2020');
	const uri = pathToFileURL(files.path('lib')).href;
	const watched = [...editor.heard.watchers.values()]
		.flat()
		.filter(({ globPattern }) => JSON.stringify(globPattern).includes(`"${uri}"`));
	assert.equal(watched.length, 1);
});
