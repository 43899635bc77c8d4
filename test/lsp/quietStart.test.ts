/** If nothing has changed, a start does not start a thread. Changes before or after it are noticed nevertheless. */

import { type TestContext, test } from 'node:test';
import { indexed } from '../support/scenarios.ts';
import { entry, known, type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

async function indexedCase(t: TestContext): Promise<ServerCase> {
	const papers = Array.from({ length: 60 }, (_, index) => entry(`p${index}n2020`, `Paper number ${index}`));
	const files = serverCase(t, { 'ws/library.bib': papers.join(''), 'ws/note.md': 'See @paper[p1n2020].' });
	const editor = await start(files);
	await indexed(editor);
	await editor.close();
	return files;
}

function start(files: ServerCase, settings = {}): Promise<StdioEditor> {
	return files.start({ on: 'ws', settings, initializationOptions: { storagePath: files.path('storage') } });
}

test('what changes after a start at which all is as it was', async (t) => {
	const files = await indexedCase(t);
	const editor = await start(files);
	await indexed(editor);
	await known(editor, 'p1n2020');
	await editor.write('new.bib', entry('new2020', 'A New Paper'));
	await known(editor, 'new2020');
	await editor.remove('new.bib');
	await known(editor, 'new2020', false);
});

test('what an editor has typed into a corpus file before the first look', async (t) => {
	const files = await indexedCase(t);
	const editor = await start(files);
	await editor.open('library.bib');
	await editor.replace('library.bib', '{p1n2020,', '{typed2020,');
	await known(editor, 'typed2020');
});

test('what changed while no server ran', async (t) => {
	const files = await indexedCase(t);
	files.put('ws/library.bib', entry('other2020', 'Another Library'));
	const editor = await start(files);
	await known(editor, 'other2020');
	await known(editor, 'p1n2020', false);
});

test('another corpus in the settings than before', async (t) => {
	const files = await indexedCase(t);
	files.put('ws/elsewhere/more.txt', entry('more2020', 'More'));
	const editor = await start(files, { corpus: ['elsewhere'] });
	await known(editor, 'more2020');
	await known(editor, 'p1n2020', false);
});
