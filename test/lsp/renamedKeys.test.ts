/** Keys that sources give up, over the protocol: reported, mended in every note, remembered across restarts. */

import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CodeAction, CreateFile, Hover, SemanticTokens, TextDocumentEdit } from 'vscode-languageserver';
import { LATE } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FILES = {
	'refs.bib': entry('old2020', 'On the Growth of Trees') + entry('two', 'On the Fall of Leaves'),
	'open.md': 'See @paper[old2020, p. 3].\n',
	'closed.md': 'And @paper[two; see @old2020].\n',
};

const RENAMED = entry('new2020', 'On the Growth of Trees') + entry('two', 'On the Fall of Leaves');

/** Until the open note has problems with just these codes. */
function codes(editor: StdioEditor, expected: readonly string[]) {
	return eventually({
		read: async () => (await editor.problems('open.md')).map(({ code }) => code),
		accept: (seen) => seen.join() === expected.join(),
		what: `the problems ${expected.join()}`,
	});
}

function actions(editor: StdioEditor): Promise<CodeAction[]> {
	const at = { line: 0, character: 13 };
	return editor.request('textDocument/codeAction', {
		textDocument: { uri: editor.uri('open.md') },
		range: { start: at, end: at },
		context: { diagnostics: [], only: ['quickfix'] },
	});
}

/** The texts of an edit by file name, and the names of the files it creates. */
function written(action: CodeAction | undefined): Record<string, unknown> {
	const changes = (action?.edit?.documentChanges ?? []) as (TextDocumentEdit | CreateFile)[];
	const nameOf = (uri: string) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
	return Object.fromEntries(
		changes.map((change) =>
			'kind' in change
				? [`create ${nameOf(change.uri)}`, true]
				: [nameOf(change.textDocument.uri), change.edits.map((edit) => ('newText' in edit ? edit.newText : ''))],
		),
	);
}

test('a key that an export changes is reported as renamed, with its card, its colour and a fix for every note', async (t) => {
	const on = serverCase(t, FILES);
	const editor = await on.start(LATE);
	await indexed(editor);
	await editor.open('open.md');
	await codes(editor, []);
	await editor.write('refs.bib', RENAMED);
	await codes(editor, ['renamed-key']);

	const position = { line: 0, character: 13 };
	const textDocument = { uri: editor.uri('open.md') };
	const hover = await editor.request<Hover>('textDocument/hover', { textDocument, position });
	assert.match(JSON.stringify(hover.contents), /`old2020` is now `new2020`.*On the Growth of Trees/);
	const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
	assert.deepEqual(data.slice(0, 5), [0, 11, 7, 0, 4]);

	const [here, everywhere] = await actions(editor);
	assert.equal(here?.title, 'Cite "new2020"');
	assert.equal(everywhere?.title, 'Update @paper[old2020] to new2020 in 2 notes');
	assert.equal(everywhere?.edit, undefined);
	const resolved = await editor.request<CodeAction>('codeAction/resolve', everywhere ?? {});
	assert.deepEqual(written(resolved), {
		'create .paper-notes.yml': true,
		'open.md': ['new2020'],
		'closed.md': ['new2020'],
		'.paper-notes.yml': ['- renamed: {from: old2020, to: new2020}\n'],
	});
	assert.deepEqual(Object.keys(resolved.edit?.changeAnnotations ?? {}), [
		'Citations in notes',
		'What is remembered of this folder',
	]);
});

test('a client that computes no edit later gets it at once, without a file that it cannot create', async (t) => {
	const on = serverCase(t, FILES);
	const editor = await on.start();
	await indexed(editor);
	await editor.open('open.md');
	await editor.write('refs.bib', RENAMED);
	await codes(editor, ['renamed-key']);
	const [, everywhere] = await actions(editor);
	assert.deepEqual(written(everywhere), { 'open.md': ['new2020'], 'closed.md': ['new2020'] });
});

test('an accepted rename is added in its place to what the folder already remembers', async (t) => {
	const facts = '# Ours\n- means: {key: two, paper: "On"}\n- renamed: {from: z, to: y}\n';
	const on = serverCase(t, { ...FILES, '.paper-notes.yml': facts });
	const editor = await on.start(LATE);
	await indexed(editor);
	await editor.open('open.md');
	await editor.write('refs.bib', RENAMED);
	await codes(editor, ['renamed-key']);
	const [, everywhere] = await actions(editor);
	const resolved = await editor.request<CodeAction>('codeAction/resolve', everywhere ?? {});
	assert.deepEqual(written(resolved)['.paper-notes.yml'], [
		'# Ours\n- means: {key: two, paper: "On"}\n- renamed: {from: old2020, to: new2020}\n- renamed: {from: z, to: y}\n',
	]);
});

test('what was known before a restart and a lost index is known after it', async (t) => {
	const on = serverCase(t, FILES);
	const storagePath = on.path('storage');
	const options = { initializationOptions: { storagePath } };
	const first = await on.start(options);
	await indexed(first);
	await first.open('open.md');
	await codes(first, []);
	await first.write('refs.bib', '');
	await known(first, 'two', false);
	await first.close();
	for (const name of readdirSync(storagePath).filter((one) => one.startsWith('papers-'))) {
		rmSync(join(storagePath, name));
	}
	on.put('refs.bib', RENAMED);
	const second = await on.start(options);
	await indexed(second);
	await second.open('open.md');
	await codes(second, ['renamed-key']);
});

test('of a key that has changed twice, the first one still leads to the paper', async (t) => {
	const on = serverCase(t, FILES);
	const editor = await on.start(LATE);
	await indexed(editor);
	await editor.open('open.md');
	await editor.write('refs.bib', RENAMED);
	await editor.write('open.md', 'See @paper[new2020].\n');
	await known(editor, 'new2020');
	await editor.write('refs.bib', RENAMED.replace('new2020', 'newer2020'));
	await known(editor, 'newer2020');
	await editor.replace('open.md', 'old2020', 'new2020');
	await codes(editor, ['renamed-key']);
});

test('two servers on one storage share what they remember', async (t) => {
	const on = serverCase(t, FILES);
	const options = { initializationOptions: { storagePath: on.path('storage') } };
	const [one, other] = [await on.start(options), await on.start(options)];
	await Promise.all([indexed(one), indexed(other)]);
	await one.write('refs.bib', RENAMED);
	await known(one, 'new2020');
	await other.changed('refs.bib');
	await known(other, 'new2020');
	await other.open('open.md');
	await codes(other, ['renamed-key']);
});

test('a memory that is no database is replaced by an empty one', async (t) => {
	const on = serverCase(t, FILES);
	const storagePath = on.path('storage');
	const options = { initializationOptions: { storagePath } };
	const first = await on.start(options);
	await indexed(first);
	await first.open('open.md');
	await codes(first, []);
	await first.close();
	const [memory = ''] = readdirSync(storagePath).filter((name) => name.startsWith('keys-'));
	on.put(join('storage', memory), 'This is no database at all.'.repeat(100));
	const second = await on.start(options);
	await indexed(second);
	await second.open('open.md');
	await codes(second, []);
	await second.write('refs.bib', RENAMED);
	await codes(second, ['renamed-key']);
});
