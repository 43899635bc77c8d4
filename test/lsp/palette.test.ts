/** What the palette asks the server: papers with what would help, and the edits that cite them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationEditResponse, SearchResponse } from '../../server/src/protocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';

const FILES = { 'papers.bib': entry('one2020', 'On One') + entry('two2020', 'On Two'), 'note.md': 'See .\n' };

test('a search tells how many papers there are, which filters are none, and whether reading is over', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	const search = (query: string) => editor.request<SearchResponse>('paperNotes/search', { query });
	const { items, papers, unfinished, unknownFilters } = await search('on');
	assert.deepEqual([items.length, papers, unfinished, unknownFilters], [2, 2, undefined, undefined]);
	assert.deepEqual((await search('foo:bar')).unknownFilters, ['foo:bar']);
	const empty = await serverCase(t).start();
	await empty.request('paperNotes/status', {});
	const nothing = await empty.request<SearchResponse>('paperNotes/search', { query: 'on' });
	assert.deepEqual([nothing.items.length, nothing.papers], [0, 0]);
});

test('papers are cited at a place; whatever else a client sends changes nothing', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await known(editor, 'two2020');
	await editor.open('note.md');
	const uri = editor.uri('note.md');
	const at = { line: 0, character: 4 };
	const edits = (params: object) => editor.request<CitationEditResponse>('paperNotes/citationEdit', params);
	const place = [{ start: at, end: at }];
	assert.deepEqual(await edits({ uri, selections: place, keys: ['one2020', 'two2020'] }), {
		edits: [{ range: { start: at, end: at }, newText: '@paper[one2020; two2020]', end: 24 }],
	});
	const useless = [
		{},
		{ uri },
		{ uri, selections: place },
		{ uri, selections: place, keys: [] },
		{ uri, selections: place, keys: 'one2020' },
		{ uri, selections: place, keys: [1, '', null] },
		{ uri, selections: [[at, at], null, 7, { start: at }], keys: ['one2020'] },
		{ uri: editor.uri('other.md'), selections: place, keys: ['one2020'] },
	];
	for (const params of useless) {
		assert.deepEqual(await edits(params), { edits: [] }, JSON.stringify(params));
	}
});

test('the built server, and its index thread, read Chinese names by pinyin and in either script', async (t) => {
	const library = '@book{zh2020, title = {One}, author = {張, 曉明}, year = 2020}\n';
	const editor = await serverCase(t, { 'papers.bib': library, 'note.md': '' }).start();
	await known(editor, 'zh2020');
	for (const query of ['zhang xiaoming', 'zxm', '张晓明', '張曉明']) {
		const { items } = await editor.request<SearchResponse>('paperNotes/search', { query });
		assert.deepEqual(
			items.map(({ key }) => key),
			['zh2020'],
			query,
		);
	}
});
