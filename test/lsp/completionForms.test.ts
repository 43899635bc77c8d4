/** Editors filter completions in several ways. Each gets a list in which it keeps the server's papers and order. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/capabilities.ts';
import { completionItems } from '../support/completionItems.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

/** The capabilities of a minimal client. */
const PLAIN = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

const LIBRARY = entry('good2020', 'A *Good* Paper', '  url = {https://example.org/a},\n');

test('a client that filters by prefix gets texts that begin with what was typed', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': '@paper[author good' });
	const editor = await files.start({ clientName: 'Neovim', capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	for (const typed of ['@paper[author good', '@paper[author', '@paper[a']) {
		const [first] = await completionItems(editor, 'note.md', typed);
		const query = typed.slice('@paper['.length);
		assert.ok(first?.filterText?.startsWith(query), `"${first?.filterText}" after "${query}"`);
		assert.equal(first?.insertTextFormat ?? 1, 1);
	}
});

test('words on several lines are replaced as a whole, although an edit at the cursor has one line', async (t) => {
	const text = 'See @paper[author\n  a good]';
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': text });
	const editor = await files.start({ clientName: 'Neovim', capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	const [first] = await completionItems(editor, 'note.md', text.slice(0, -1));
	assert.ok(first?.textEdit && 'range' in first.textEdit);
	assert.deepEqual(first.textEdit.range.start, { line: 1, character: 2 });
	assert.equal(first.filterText, 'a good good2020');
	const [{ lineAfter } = { lineAfter: '' }] = await editor.completions('note.md', 'a good|');
	assert.equal(lineAfter, 'See @paper[good2020]');
});

test('a client that filters by symbol gets texts that begin with the last symbol, and the words before it go', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[author good' });
	for (const clientName of ['Eglot', null]) {
		const editor = await files.start({ clientName, capabilities: PLAIN });
		await indexed(editor);
		await editor.open('note.md');
		for (const [typed, filterText] of [
			['author good', 'good2020]'],
			['author:au', 'au good2020]'],
			['author ', 'good2020]'],
		]) {
			await editor.replace('note.md', (await editor.text('note.md')).slice('See @paper['.length), typed ?? '');
			const [first] = await completionItems(editor, 'note.md', `See @paper[${typed}`);
			assert.equal(first?.filterText, filterText);
			const [{ lineAfter } = { lineAfter: '' }] = await editor.completions('note.md', `See @paper[${typed}|`);
			assert.equal(lineAfter, 'See @paper[good2020]');
		}
	}
});

test('VS Code scores all rows alike, marks the last word, and takes the words before it away', async (t) => {
	const files = serverCase(t, {
		'a.bib': LIBRARY + entry('better2020', 'A Better $(bug) Paper'),
		'note.md': 'See @paper[a pap]',
	});
	const editor = await files.start({ capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	const rows = await completionItems(editor, 'note.md', '@paper[a pap');
	assert.equal(rows.length, 2);
	for (const { label, filterText, textEdit, additionalTextEdits } of rows) {
		assert.ok(textEdit && 'range' in textEdit);
		assert.equal(textEdit.range.start.character, 'See @paper[a '.length);
		assert.deepEqual(
			additionalTextEdits?.map(({ range, newText }) => [range.start.character, newText]),
			[[11, '']],
		);
		assert.equal(filterText, rows[0]?.filterText);
		assert.ok(filterText?.startsWith('pap'));
		assert.doesNotMatch(label, /\$\(/, 'a title is drawn with an icon');
	}
	const accepted = (await editor.completions('note.md', '@paper[a pap|')).map(({ lineAfter }) => lineAfter).sort();
	assert.deepEqual(accepted, ['See @paper[better2020]', 'See @paper[good2020]']);
});

test('a list that holds no paper is not empty, goes on as one types, and changes nothing', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': '@paper[good xqzvw]' });
	for (const clientName of ['Visual Studio Code', 'Neovim']) {
		const editor = await files.start({ clientName });
		await indexed(editor);
		await editor.open('note.md');
		const [{ label, lineAfter } = { label: '', lineAfter: '' }] = await editor.completions('note.md', 'good xqzvw|');
		assert.match(label, /No paper matches/);
		assert.equal(lineAfter, '@paper[good xqzvw]');
		// No VS Code command for a client that may not have it.
		const [row] = await completionItems(editor, 'note.md', '@paper[good xqzvw');
		assert.equal(row?.command, undefined);
	}
});

test('a client that can is told once what all items replace, another with each item', async (t) => {
	const files = serverCase(t, {
		'a.bib': LIBRARY + entry('better2020', 'A Better Paper'),
		'note.md': 'See @paper[paper]',
	});
	const replaced = { start: { line: 0, character: 11 }, end: { line: 0, character: 16 } };
	const asked = { position: replaced.end };
	for (const capabilities of [CAPABILITIES, PLAIN]) {
		const editor = await files.start({ capabilities });
		await indexed(editor);
		await editor.open('note.md');
		const textDocument = { uri: editor.uri('note.md') };
		const list = await editor.request<CompletionList>('textDocument/completion', { textDocument, ...asked });
		const keys = list.items.map(({ textEdit, textEditText }) => textEditText ?? textEdit?.newText);
		const ranges = list.items.flatMap(({ textEdit }) => (textEdit && 'range' in textEdit ? [textEdit.range] : []));
		assert.deepEqual(keys.sort(), ['better2020', 'good2020']);
		assert.deepEqual(list.itemDefaults?.editRange, capabilities === PLAIN ? undefined : replaced);
		assert.deepEqual(ranges, capabilities === PLAIN ? [replaced, replaced] : []);
	}
});
