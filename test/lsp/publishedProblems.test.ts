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
		...['md', 'gfm', 'rmarkdown', 'quarto', 'vimwiki', 'markdown.mdx'].map(
			(languageId) => [languageId, 'untitled:Note', 1] as const,
		),
		...['md', 'markdown', 'qmd', 'Rmd', 'RMD', 'Rmarkdown', 'mdx'].map(
			(ending) => ['unheard-of', `file:///note.${ending}`, 1] as const,
		),
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

test('a client hears of its documents under the addresses by which it has opened them', async (t) => {
	const files = serverCase(t, { 'refs (a).bib': `${LIBRARY}${LIBRARY}`, 'note (b).md': '' });
	const editor = await files.start({ clientName: 'Vim', capabilities: PLAIN });
	await indexed(editor);
	// The server calls them `note%20%28b%29.md` and the like.
	const [note, library] = [editor.uri('note (b).md'), editor.uri('refs (a).bib')];
	const open = (uri: string, languageId: string, text: string): Promise<void> =>
		editor.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId, version: 1, text },
		});
	await open(library, 'bibtex', `${LIBRARY}${LIBRARY.replace('Good', 'Quite Other')}`);
	await open(note, 'markdown', 'See @paper[good2020] and @paper[god2020].');
	const codesOf = (uri: string): string[] => editor.heard.published.get(uri)?.map(({ code }) => String(code)) ?? [];
	await eventually({
		read: () => [...codesOf(note), ...codesOf(library)].sort().join(),
		accept: (codes) => codes === 'ambiguous-paper,duplicate-key,duplicate-key,unknown-paper',
		what: 'problems of both documents',
	});
	const related = [...editor.heard.published.values()]
		.flat()
		.flatMap(({ relatedInformation = [] }) => relatedInformation);
	assert.deepEqual([...new Set(related.map(({ location }) => location.uri))], [library]);
	const at = (character: number) => ({ textDocument: { uri: note }, position: { line: 0, character } });
	const defined = await editor.request<{ uri: string }[]>('textDocument/definition', at(14));
	const context = { includeDeclaration: true };
	const cited = await editor.request<{ uri: string }[]>('textDocument/references', { ...at(14), context });
	assert.deepEqual(new Set([...defined, ...cited].map(({ uri }) => uri)), new Set([note, library]));
	const range = { start: at(36).position, end: at(36).position };
	const fixes = await editor.request<{ edit?: { changes: object } }[]>('textDocument/codeAction', {
		textDocument: { uri: note },
		range,
		context: { diagnostics: [] },
	});
	// The key is corrected in the note, or a record for it is added to the library.
	assert.deepEqual([...new Set(fixes.flatMap(({ edit }) => Object.keys(edit?.changes ?? {})))], [note, library]);
	await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: note } });
	await eventually({ read: () => codesOf(note), accept: ({ length }) => length === 0, what: 'them to be cleared' });
	assert.deepEqual([...editor.heard.published.keys()].sort(), [note, library].sort());
});

test('a rename edits open documents under the addresses by which the client has opened them', async (t) => {
	const files = serverCase(t, { 'refs (a).bib': LIBRARY, 'closed.md': '@paper[good2020]', 'note (b).md': '' });
	const editor = await files.start({ clientName: 'Vim', capabilities: PLAIN });
	await indexed(editor);
	const note = editor.uri('note (b).md');
	const text = 'See @paper[good2020].';
	const textDocument = { uri: note, languageId: 'markdown', version: 1, text };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	const params = { textDocument: { uri: note }, position: { line: 0, character: 14 }, newName: 'fine2020' };
	const edit = await editor.request<{ changes: object }>('textDocument/rename', params);
	const changed = Object.keys(edit.changes);
	assert.equal(changed.length, 3);
	assert.ok(changed.includes(note), changed.join());
});

test('the report and cards name open documents by the addresses by which the client has opened them', async (t) => {
	const library = `${LIBRARY}${entry('same2020', 'One')}${entry('same2020', 'Another')}`;
	const files = serverCase(t, { 'refs+a.bib': library, 'note+b.md': '', 'closed+c.md': 'See @paper[good2020].' });
	const editor = await files.start();
	await indexed(editor);
	// The server calls them `note%2Bb.md` and the like.
	const [note, refs] = [editor.uri('note+b.md'), editor.uri('refs+a.bib')];
	assert.match(`${note} ${refs}`, /note\+b\.md .*refs\+a\.bib/);
	const open = (uri: string, languageId: string, text: string): Promise<void> =>
		editor.connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId, version: 1, text },
		});
	await open(refs, 'bibtex', library);
	await open(note, 'markdown', 'See @paper[good2020].\n\nAnd @paper[good2020].');
	const answers = {
		status: await editor.request<object>('paperNotes/status', {}),
		problems: await editor.request<object>('paperNotes/problems', {}),
		paper: await editor.request<object>('paperNotes/paper', { key: 'good2020' }),
		hover: await editor.request<object>('textDocument/hover', {
			textDocument: { uri: note },
			position: { line: 0, character: 14 },
		}),
	};
	const expected = { status: [refs], problems: [refs], paper: [note, refs], hover: [note, refs] };
	for (const [name, uris] of Object.entries(expected)) {
		const text = JSON.stringify(answers[name as keyof typeof answers]);
		for (const uri of uris) {
			assert.ok(text.includes(uri), `${uri} in ${name}: ${text}`);
		}
	}
	const texts = JSON.stringify(answers);
	assert.doesNotMatch(texts, /note%2Bb|refs%2Ba/);
	assert.match(texts, /closed%2Bc\.md/, 'what is not open has the address that the server gives it');
});
