/** Changes on disk and in the editor are noticed without a restart. */

import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { CAPABILITIES } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

function citedBy(editor: StdioEditor, key: string, names: readonly string[]) {
	return eventually({
		read: async () => (await paper(editor, key))?.citedBy.map(({ uri }) => uri.split('/').at(-1)).sort(),
		accept: (seen) => JSON.stringify(seen) === JSON.stringify(names),
		what: `${key} to be cited by ${names.join(', ') || 'nobody'}`,
	});
}

test('a corpus file that is renamed keeps its papers, and one that goes takes them along', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One') });
	const editor = await files.start();
	await indexed(editor);
	renameSync(files.path('a.bib'), files.path('b.bib'));
	await editor.changed('a.bib');
	await editor.changed('b.bib');
	await eventually({
		read: async () => (await paper(editor, 'a2020'))?.sources.map(({ uri }) => uri),
		accept: (uris) => uris?.join() === editor.uri('b.bib'),
		what: 'the paper to come from b.bib',
	});
	await editor.remove('b.bib');
	await known(editor, 'a2020', false);
});

test('a folder that is moved away and back takes its papers and notes along, told by its name alone', async (t) => {
	const files = serverCase(t, {
		'ws/lib/deep/a.bib': entry('a2020', 'One'),
		'ws/lib/note.md': 'See @paper[b2020].',
		'ws/b.bib': entry('b2020', 'Two'),
	});
	const editor = await files.start({ on: 'ws' });
	await indexed(editor);
	await citedBy(editor, 'b2020', ['note.md']);
	renameSync(files.path('ws/lib'), files.path('away'));
	await editor.changed('lib');
	await known(editor, 'a2020', false);
	await citedBy(editor, 'b2020', []);
	renameSync(files.path('away'), files.path('ws/lib'));
	await editor.changed('lib');
	await known(editor, 'a2020');
	await citedBy(editor, 'b2020', ['note.md']);
	const folders = [...editor.heard.watchers.values()].flat().filter(({ globPattern }) => globPattern === '**');
	assert.deepEqual(
		folders.map(({ kind }) => kind),
		[5],
		'folders are watched as they come and go',
	);
});

test('a macro counts in every file of the corpus, and its change, its file gone or back, is seen there', async (t) => {
	const files = serverCase(t, {
		'a.bib': '@book{a2020, title = {One}, author = {Ann Author}, year = 2020, publisher = acm # { Press}}',
		'names.bib': '@string{acm = "ACM"}',
	});
	const editor = await files.start({ initializationOptions: { storagePath: files.path('storage') } });
	const publisher = (expected: string) =>
		eventually({
			read: async () => (await paper(editor, 'a2020'))?.paper['publisher'],
			accept: (seen) => seen === expected,
			what: `the publisher to be ${expected}`,
		});
	await publisher('ACM Press');
	await editor.write('names.bib', '@string{acm = short # "!"}');
	await publisher('short! Press');
	await editor.write('more.bib', '@string{short = {A.C.M.}}');
	await publisher('A.C.M.! Press');
	await editor.remove('names.bib');
	await publisher('acm Press');
	const { files: read } = await indexed(editor);
	assert.equal(read.find(({ uri }) => uri.endsWith('a.bib'))?.problems, 1, 'the macro is unknown now');
	await editor.close();
	files.put('names.bib', '@string{acm = "ACM"}');
	const next = await files.start({ initializationOptions: { storagePath: files.path('storage') } });
	await eventually({
		read: async () => (await paper(next, 'a2020'))?.paper['publisher'],
		accept: (seen) => seen === 'ACM Press',
		what: 'the macro to be known after a start',
	});
});

test("what comes and goes elsewhere in the workspace is nobody's concern", async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One') });
	const editor = await files.start({ settings: { exclude: ['drafts'] } });
	await indexed(editor);
	for (const name of ['build/out.js', 'drafts/c.bib', 'drafts/note.md']) {
		files.put(name, entry('c2020', 'Three'));
		await editor.changed(name);
	}
	await editor.changed('drafts');
	await editor.write('b.bib', entry('b2020', 'Two'));
	await known(editor, 'b2020');
	const { files: reported, notes } = await indexed(editor);
	assert.deepEqual([reported.length, notes], [2, 0]);
});

test('corpus files outside the workspace, by absolute path, from home or through .., are read and watched', async (t) => {
	const files = serverCase(t, {
		'ws/note.md': '',
		'out/a.bib': entry('a2020', 'One'),
		'home/b.bib': entry('b2020', 'Two'),
		'up.bib': entry('c2020', 'Three'),
	});
	const settings = { corpus: [files.path('out/a.bib'), '~/b.bib', '../up.bib'] };
	const editor = await files.start({
		on: 'ws',
		settings,
		env: { HOME: files.path('home'), USERPROFILE: files.path('home') },
	});
	await indexed(editor);
	for (const key of ['a2020', 'b2020', 'c2020']) {
		assert.ok(await paper(editor, key), key);
	}
	const watched = await eventually({
		read: () => [...editor.heard.watchers.values()].flat().map(({ globPattern }) => JSON.stringify(globPattern)),
		accept: (globs) => globs.length > 0,
		what: 'watchers',
	});
	for (const [folder, name] of [
		['out', 'a.bib'],
		['home', 'b.bib'],
		['', 'up.bib'],
	] as const) {
		assert.ok(
			watched.some((glob) =>
				glob.includes(`/${folder}"`) || (folder === '' && glob.includes(files.folder)) ? glob.includes(name) : false,
			),
			`${name} is not among ${watched.join(' ')}`,
		);
	}
	await editor.write('../out/a.bib', entry('changed2020', 'Changed'));
	await known(editor, 'changed2020');
	await editor.remove('../out/a.bib');
	await known(editor, 'changed2020', false);
});

test('a note created, edited and deleted on disk changes who cites a paper', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One'), 'one.md': 'See @paper[a2020].' });
	const editor = await files.start();
	await indexed(editor);
	await citedBy(editor, 'a2020', ['one.md']);
	await editor.write('two.md', 'See @paper[a2020].');
	await citedBy(editor, 'a2020', ['one.md', 'two.md']);
	await editor.write('one.md', 'Nothing to see.');
	await citedBy(editor, 'a2020', ['two.md']);
	await editor.remove('two.md');
	await citedBy(editor, 'a2020', []);
});

test("while a note is open its text counts, and once it is closed the disk's", async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One'), 'one.md': 'See @paper[a2020].' });
	const editor = await files.start();
	await indexed(editor);
	await editor.open('one.md');
	await editor.replace('one.md', '@paper[a2020]', 'nothing');
	await citedBy(editor, 'a2020', []);
	await editor.write('one.md', 'On disk, @paper[a2020] and @paper[a2020].');
	await citedBy(editor, 'a2020', []);
	await close(editor, 'one.md');
	await citedBy(editor, 'a2020', ['one.md', 'one.md']);
});

async function close(editor: StdioEditor, path: string): Promise<void> {
	await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri(path) } });
}

test("while a corpus file is open its text counts, and once it is closed the disk's", async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One') });
	const editor = await files.start();
	await indexed(editor);
	await editor.open('a.bib');
	await editor.replace('a.bib', 'a2020', 'dirty2020');
	await known(editor, 'dirty2020');
	await editor.write('a.bib', entry('disk2020', 'Disk'));
	await editor.write('b.bib', entry('b2020', 'Two'));
	await known(editor, 'b2020');
	assert.ok(await paper(editor, 'dirty2020'));
	await close(editor, 'a.bib');
	await known(editor, 'disk2020');
	assert.equal(await paper(editor, 'dirty2020'), null);
});

test('text that an editor has restored unsaved counts from the start, also while the corpus is first read', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One') });
	const editor = await files.start();
	const textDocument = {
		uri: editor.uri('a.bib'),
		languageId: 'bibtex',
		version: 1,
		text: entry('restored2020', 'Restored'),
	};
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	await known(editor, 'restored2020');
	assert.equal(await paper(editor, 'a2020'), null);
	await close(editor, 'a.bib');
	await known(editor, 'a2020');
});

test('a client that cannot watch misses nothing: the server looks again by itself', { timeout: 30_000 }, async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'One'), 'one.md': 'See @paper[b2020].' });
	const { workspace, ...others } = CAPABILITIES;
	const editor = await files.start({
		capabilities: { ...others, workspace: { ...workspace, didChangeWatchedFiles: {} } },
	});
	await indexed(editor);
	mkdirSync(files.path('deep'));
	writeFileSync(files.path('deep/b.bib'), entry('b2020', 'Two'));
	writeFileSync(files.path('two.md'), 'See @paper[b2020].');
	rmSync(files.path('one.md'));
	await known(editor, 'b2020');
	await citedBy(editor, 'b2020', ['two.md']);
});
