/** Clients differ in their capabilities and in how they keep settings. Each gets answers that it understands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, Hover, Location, MarkupContent } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

/** The capabilities of a minimal client. */
const PLAIN = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

const LIBRARY = entry('good2020', 'A *Good* Paper', '  url = {https://example.org/a},\n');

async function items(editor: StdioEditor, path: string, needle: string): Promise<CompletionItem[]> {
	const text = await editor.text(path);
	const before = text.slice(0, text.indexOf(needle) + needle.length).split('\n');
	const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const list = await editor.request<CompletionList>('textDocument/completion', {
		textDocument: { uri: editor.uri(path) },
		position,
	});
	return list.items;
}

test('a client that filters by prefix gets texts that begin with what was typed', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': '@paper[author good' });
	const editor = await files.start({ clientName: 'Neovim', capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	for (const typed of ['@paper[author good', '@paper[author', '@paper[a']) {
		const [first] = await items(editor, 'note.md', typed);
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
	const [first] = await items(editor, 'note.md', text.slice(0, -1));
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
			const [first] = await items(editor, 'note.md', `See @paper[${typed}`);
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
	const rows = await items(editor, 'note.md', '@paper[a pap');
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
		const [row] = await items(editor, 'note.md', '@paper[good xqzvw');
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

test('a client without Markdown, links and pulled diagnostics gets plain text, places and published ones', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[good2020] and @paper[gone2020].' });
	const editor = await files.start({ clientName: 'Emacs', capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	const at = { textDocument: { uri: editor.uri('note.md') }, position: { line: 0, character: 14 } };
	const hover = await editor.request<Hover>('textDocument/hover', at);
	assert.equal((hover.contents as MarkupContent).kind, 'plaintext');
	assert.ok(!(hover.contents as MarkupContent).value.includes('**'));
	const [item] = await items(editor, 'note.md', '@paper[good');
	const resolved = await editor.request<CompletionItem>('completionItem/resolve', item ?? {});
	assert.equal((resolved.documentation as MarkupContent).kind, 'plaintext');
	const [place] = await editor.request<Location[]>('textDocument/definition', at);
	assert.equal(place?.uri, editor.uri('a.bib'));
	const published = (count: number) =>
		eventually({
			read: () => editor.heard.published.get(editor.uri('note.md')) ?? [],
			accept: (problems) => problems.length === count,
			what: `${count} published problems`,
		});
	await published(1);
	await editor.replace('note.md', 'gone2020', 'good2020');
	await published(0);
	assert.equal(editor.serverCapabilities['diagnosticProvider'], undefined);
});

test('cards beside the list and the outline of a file come in the forms that the client knows', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[good2020].' });
	const forms = (documentationFormat: readonly string[], hierarchicalDocumentSymbolSupport: boolean) => ({
		textDocument: {
			hover: { contentFormat: ['markdown'] },
			completion: { completionItem: { documentationFormat } },
			documentSymbol: { hierarchicalDocumentSymbolSupport },
		},
	});
	for (const capabilities of [forms(['plaintext'], false), forms(['markdown', 'plaintext'], true)]) {
		const editor = await files.start({ clientName: 'Neovim', capabilities });
		await indexed(editor);
		await editor.open('note.md');
		const [item] = await items(editor, 'note.md', '@paper[good');
		const { documentation } = await editor.request<CompletionItem>('completionItem/resolve', item ?? {});
		const { completion, documentSymbol } = capabilities.textDocument;
		assert.equal((documentation as MarkupContent).kind, completion.completionItem.documentationFormat[0]);
		const textDocument = { uri: editor.uri('note.md') };
		const [symbol] = await editor.request<object[]>('textDocument/documentSymbol', { textDocument });
		const range = { start: { line: 0, character: 11 }, end: { line: 0, character: 19 } };
		if (documentSymbol.hierarchicalDocumentSymbolSupport) {
			assert.ok(symbol && 'selectionRange' in symbol);
		} else {
			assert.deepEqual(symbol, { name: 'good2020', kind: 20, location: { uri: textDocument.uri, range } });
		}
	}
});

test('settings given at start count for a client that has no others, and pushed ones after them', async (t) => {
	const files = serverCase(t, { 'refs/a.txt': LIBRARY, 'b.bib': entry('other2020', 'Other') });
	const options = { initializationOptions: { paperNotes: { corpus: ['refs'] } }, capabilities: PLAIN };
	const editor = await files.start(options);
	await known(editor, 'good2020');
	assert.equal(await paper(editor, 'other2020'), null);
	for (const settings of [null, {}, { editor: { tabSize: 4 } }]) {
		await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
	}
	await editor.connection.sendNotification('workspace/didChangeConfiguration', {
		settings: { paperNotes: { corpus: ['refs/*', 'b.bib'] } },
	});
	await known(editor, 'other2020');
	assert.ok(await paper(editor, 'good2020'));
});

test('settings changed at run time take effect at once', async (t) => {
	const files = serverCase(t, {
		'a.bib': LIBRARY,
		'more/b.txt': entry('other2020', 'Other'),
		'note.md': 'See @paper[gone2020] and [@good2020].',
	});
	let settings: object = {};
	const editor = await files.start({ settings: () => settings });
	await indexed(editor);
	await editor.open('note.md');
	const set = async (changed: object): Promise<void> => {
		settings = changed;
		await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	};
	const severities = (expected: readonly number[]) =>
		eventually({
			read: async () => {
				const params = { textDocument: { uri: editor.uri('note.md') } };
				const report = await editor.request<{ items: { severity: number }[] }>('textDocument/diagnostic', params);
				return report.items.map(({ severity }) => severity);
			},
			accept: (seen) => JSON.stringify(seen) === JSON.stringify(expected),
			what: `severities ${expected}`,
		});
	await severities([2]);
	await set({ diagnostics: { 'unknown-paper': 'error' } });
	await severities([1]);
	await set({ diagnostics: { 'unknown-paper': 'off' } });
	await severities([]);
	await set({ syntaxes: ['pandoc'], corpus: ['**/*.bib', 'more'] });
	await known(editor, 'other2020');
	await eventually({
		read: () => paper(editor, 'good2020'),
		accept: (seen) => seen?.citedBy.length === 1,
		what: 'the Pandoc citation to count',
	});
	await set({ corpus: ['more'] });
	await known(editor, 'good2020', false);
});

test('a setting that is nonsense counts as its default', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY });
	const settings = { corpus: 7, exclude: null, syntaxes: ['latin'], completion: 'many', diagnostics: ['off'] };
	const editor = await files.start({ settings });
	await known(editor, 'good2020');
});

test('each workspace folder has its own corpus and settings, and may come and go', async (t) => {
	const files = serverCase(t, {
		'one/a.bib': LIBRARY,
		'one/note.md': 'See @paper[gone2020].',
		'two/list.txt': entry('second2020', 'Second'),
		'two/note.md': 'See @paper[gone2020] and @paper[good2020].',
		'three/c.bib': entry('third2020', 'Third'),
		'three/note.md': 'See @paper[good2020].',
	});
	const two = pathToFileURL(files.path('two')).href;
	const three = pathToFileURL(files.path('three')).href;
	const settings = (folder: string | undefined): object =>
		folder === two ? { corpus: ['list.txt'], diagnostics: { 'unknown-paper': 'off' } } : {};
	const editor = await files.start({ on: 'one', folders: [files.path('two')], settings });
	await indexed(editor);
	assert.ok((await paper(editor, 'good2020')) && (await paper(editor, 'second2020')));
	await editor.open('note.md');
	await editor.open('../two/note.md');
	assert.equal((await editor.problems('note.md')).length, 1);
	assert.equal((await editor.problems('../two/note.md')).length, 0);

	const change = (event: object) =>
		editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
			event: { added: [], removed: [], ...event },
		});
	await change({ added: [{ uri: three, name: 'three' }] });
	await known(editor, 'third2020');
	const citedBy = (count: number) =>
		eventually({
			read: async () => (await paper(editor, 'good2020'))?.citedBy.length,
			accept: (seen) => seen === count,
			what: `${count} citing places`,
		});
	await citedBy(2);
	await eventually({
		read: () => [...editor.heard.watchers.values()].flat(),
		accept: (watchers) =>
			watchers.some(({ globPattern }) => typeof globPattern === 'object' && globPattern.baseUri === three),
		what: 'the new folder to be watched',
	});
	await change({ removed: [{ uri: three, name: 'three' }] });
	await known(editor, 'third2020', false);
	await citedBy(1);
	assert.equal((await status(editor)).notes, 2);
});

test('names with signs that clients encode differently are one file', async (t) => {
	const odd = "it's (a) [b] {c} #1 é + 100%";
	const files = serverCase(t, {
		[`${odd}/${odd}.bib`]: LIBRARY,
		[`${odd}/${odd}.md`]: 'See @paper[good2020], @paper[gone2020].',
	});
	const editor = await files.start({ on: odd });
	await indexed(editor);
	await editor.open(`${odd}.md`);
	assert.deepEqual(
		(await editor.problems(`${odd}.md`)).map(({ at }) => at),
		['gone2020'],
	);
	await editor.replace(`${odd}.md`, 'gone2020', 'good2020');
	assert.equal((await paper(editor, 'good2020'))?.citedBy.length, 2);
	assert.equal((await status(editor)).notes, 1);
	await editor.open(`${odd}.bib`);
	await editor.replace(`${odd}.bib`, 'good2020', 'best2020');
	await known(editor, 'best2020');
	await editor.write(`${odd}.bib`, entry('disk2020', 'Disk'));
	assert.equal((await indexed(editor)).files.length, 1);
});

test('a client that refuses what it said it could do is served all the same', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY });
	const editor = await files.start({ capabilities: CAPABILITIES, settings: () => assert.fail('no settings today') });
	await known(editor, 'good2020');
	assert.match(editor.heard.words.join('\n'), /does not tell its settings/);
});
