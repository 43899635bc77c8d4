/** Answers and questions have limits, and an answer says what is beyond. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, paper, serverCase } from '../support/serverCase.ts';

test('of a paper with very many places the first thousand are listed, and how many more there are', async (t) => {
	const files = serverCase(t, {
		'a.bib': entry('much2020', 'Much Cited'),
		'note.md': 'See @paper[much2020].\n\n'.repeat(1200),
	});
	for (let copy = 0; copy < 3; copy++) {
		files.put(`copy${copy}.bib`, entry('much2020', 'Much Cited').repeat(400));
	}
	const editor = await files.start();
	await indexed(editor);
	const found = await eventually({
		read: () => paper(editor, 'much2020'),
		accept: (seen) => seen?.moreCitedBy !== undefined,
		what: 'the citing places',
	});
	assert.deepEqual([found?.citedBy.length, found?.moreCitedBy], [1000, 200]);
	assert.deepEqual([found?.sources.length, found?.moreSources], [1000, 201]);
});

test('of very many places the first are listed, and it is said how many there are', async (t) => {
	const files = serverCase(t, {
		'a.bib': entry('much2020', 'Much Cited'),
		'note.md': 'See @paper[much2020].\n\n'.repeat(5200),
	});
	const editor = await files.start();
	await indexed(editor);
	await editor.open('note.md');
	const found = await editor.request<unknown[]>('textDocument/references', {
		textDocument: { uri: editor.uri('note.md') },
		position: { line: 0, character: 14 },
		context: { includeDeclaration: false },
	});
	assert.equal(found.length, 5000);
	assert.match(editor.heard.words.join('\n'), /There are 5,200 places\. The first 5,000 are listed\./);
	const [card = ''] = await editor.hover('note.md', 'much|2020');
	assert.match(card, /and 5,194 more/);
});

test('of a very long line the part around the citation is shown', async (t) => {
	const words = 'word '.repeat(40_000);
	const files = serverCase(t, {
		'a.bib': entry('a2020', 'On Numbers'),
		'note.md': `${words}here @paper[a2020] there ${words}\n`,
	});
	const editor = await files.start();
	await indexed(editor);
	const found = await eventually({
		read: () => paper(editor, 'a2020'),
		accept: (seen) => seen?.citedBy.length === 1,
		what: 'the citing place',
	});
	const text = found?.citedBy[0]?.text ?? '';
	assert.match(text, /here @paper\[a2020\] there/);
	assert.ok(text.length <= 1000, `${text.length} characters`);
});

test('of a pasted text only the beginning is searched for', async (t) => {
	const editor = await serverCase(t, { 'a.bib': entry('a2020', 'On Numbers') }).start();
	await indexed(editor);
	const query = `numbers${' '.repeat(1000)}${'nowhere '.repeat(600_000)}`;
	const { items } = await editor.request<SearchResponse>('paperNotes/search', { query });
	assert.deepEqual(
		items.map(({ key }) => key),
		['a2020'],
	);
});

test('a huge document is not read, which is said, and others are answered as before', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('a2020', 'On Numbers'), 'note.md': 'See @paper[a2020].' });
	const editor = await files.start();
	await indexed(editor);
	const textDocument = { uri: editor.uri('huge.md'), languageId: 'markdown', version: 1, text: 'x'.repeat(50_000_001) };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	await editor.open('note.md');
	assert.equal((await editor.hover('note.md', 'a20|20')).length, 1);
	assert.match(editor.heard.words.join('\n'), /huge\.md is too large/);
});
