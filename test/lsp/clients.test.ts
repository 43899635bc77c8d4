/** Clients differ in their capabilities and in how they keep settings. Each gets answers that it understands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, Hover, Location, MarkupContent } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/capabilities.ts';
import { completionItems } from '../support/completionItems.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, paper, serverCase, status } from '../support/serverCase.ts';

/** The capabilities of a minimal client. */
const PLAIN = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

const LIBRARY = entry('good2020', 'A *Good* Paper', '  url = {https://example.org/a},\n');

test('a client without Markdown, links and pulled diagnostics gets plain text, places and published ones', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[good2020] and @paper[gone2020].' });
	const editor = await files.start({ clientName: 'Emacs', capabilities: PLAIN });
	await indexed(editor);
	await editor.open('note.md');
	const at = { textDocument: { uri: editor.uri('note.md') }, position: { line: 0, character: 14 } };
	const hover = await editor.request<Hover>('textDocument/hover', at);
	assert.equal((hover.contents as MarkupContent).kind, 'plaintext');
	assert.ok(!(hover.contents as MarkupContent).value.includes('**'));
	const [item] = await completionItems(editor, 'note.md', '@paper[good');
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
		const [item] = await completionItems(editor, 'note.md', '@paper[good');
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
