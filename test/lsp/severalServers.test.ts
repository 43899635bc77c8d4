/** Servers of several windows share one index of one folder. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, type ServerCase, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

function small(t: TestContext): ServerCase {
	const papers = Array.from({ length: 60 }, (_, index) => entry(`p${index}n2020`, `Paper number ${index}`));
	return serverCase(t, { 'ws/library.bib': papers.join(''), 'ws/note.md': 'See @paper[p1n2020].' });
}

function start(files: ServerCase): Promise<StdioEditor> {
	return files.start({ on: 'ws', initializationOptions: { storagePath: files.path('storage') } });
}

test('one server may build the index anew while another uses it', async (t) => {
	const files = small(t);
	const [one, other] = await Promise.all([start(files), start(files)]);
	await Promise.all([indexed(one), indexed(other)]);
	await one.request('paperNotes/rebuildIndex', {});
	await eventually({
		read: () => status(one),
		accept: (now) => !now.indexing && now.papers === 60,
		what: 'all papers',
	});
	for (const editor of [one, other]) {
		assert.ok(await paper(editor, 'p1n2020'));
		await editor.write('new.bib', entry('new2020', 'New'));
		await known(editor, 'new2020');
	}
	await other.close();
	await one.write('newer.bib', entry('newer2020', 'Newer'));
	await known(one, 'newer2020');
	await one.close();
	assert.equal((await indexed(await start(files))).papers, 62);
});

/** A change on disk that only `editor` is told of: it reads it into the index that both share. */
async function changeThrough(editor: StdioEditor): Promise<void> {
	await editor.write('new.bib', entry('new2020', 'New'));
	await editor.remove('old.bib');
	await known(editor, 'new2020');
	await known(editor, 'old2020', false);
}

for (const [what, replace] of [
	['built anew by another', (one: StdioEditor) => one.request('paperNotes/rebuildIndex', {})],
	['deleted', async (_: StdioEditor, files: ServerCase) => rmSync(files.path('storage'), { recursive: true })],
] as const) {
	test(`a server that nobody tells anything answers from the new index after its own was ${what}`, async (t) => {
		const files = small(t);
		files.put('ws/old.bib', entry('old2020', 'Old'));
		const [one, other] = await Promise.all([start(files), start(files)]);
		await Promise.all([indexed(one), indexed(other)]);
		await replace(one, files);
		await eventually({
			read: () => status(one),
			accept: (now) => !now.indexing && now.papers === 61,
			what: 'all papers',
		});
		await changeThrough(one);
		await known(other, 'new2020');
		await known(other, 'old2020', false);
		assert.deepEqual(other.heard.words, []);
	});
}

test('a server at rest finds the index that another has built anew', async (t) => {
	const files = small(t);
	const one = await start(files);
	await indexed(one);
	const other = await start(files);
	await indexed(other);
	await one.request('paperNotes/rebuildIndex', {});
	await eventually({
		read: () => status(one),
		accept: (now) => !now.indexing && now.papers === 60,
		what: 'all papers',
	});
	await other.write('new.bib', entry('new2020', 'New'));
	await known(other, 'new2020');
});
