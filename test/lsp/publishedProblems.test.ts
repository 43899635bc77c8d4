/** Diagnostics for clients that do not ask for them: which documents have some, and under which address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const PLAIN = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

const LIBRARY = entry('good2020', 'Good');

test('a client that pulls diagnostics and cannot be told to pull again has them published', async (t) => {
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': 'See @paper[gone2020].' });
	const capabilities = { textDocument: { ...PLAIN.textDocument, diagnostic: {} } };
	const editor = await files.start({ clientName: 'Neovim', capabilities });
	await editor.open('note.md');
	assert.equal(editor.serverCapabilities['diagnosticProvider'], undefined);
	await eventually({
		read: () => editor.heard.published.get(editor.uri('note.md'))?.map(({ code }) => code) ?? [],
		accept: (codes) => codes.join() === 'unknown-paper',
		what: 'the published problem',
	});
});

test('a note is known by the name of its language in any editor, or by its own', async (t) => {
	const text = 'See @paper[gone2020].';
	const files = serverCase(t, { 'a.bib': LIBRARY, 'note.md': text });
	const editor = await files.start({ capabilities: PLAIN });
	await indexed(editor);
	const cases = [
		...['md', 'gfm', 'rmarkdown', 'vimwiki', 'markdown.mdx'].map(
			(languageId) => [languageId, 'untitled:Note', 1] as const,
		),
		...['md', 'markdown', 'qmd', 'Rmd', 'mdx'].map((ending) => ['unheard-of', `file:///note.${ending}`, 1] as const),
		['plaintext', 'file:///note.txt', 0] as const,
	];
	for (const [languageId, uri, count] of cases) {
		const textDocument = { uri, languageId, version: 1, text };
		await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
		const problems = await eventually({
			read: () => editor.heard.published.get(uri),
			accept: (published) => published !== undefined,
			what: `what is published for ${uri}`,
		});
		assert.equal(problems?.length, count, `${languageId} ${uri}`);
		await editor.connection.sendNotification('textDocument/didClose', { textDocument });
		await eventually({
			read: () => editor.heard.published.get(uri),
			accept: (published) => published?.length === 0,
			what: 'problems to be cleared',
		});
		editor.heard.published.delete(uri);
	}
});
