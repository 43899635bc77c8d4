/** "Add a record" over the protocol: one action a file, its edit when it is chosen, and the key is known then. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { LATE } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const NOTE = 'See @paper[new2020].\n';

function actions(editor: StdioEditor): Promise<CodeAction[]> {
	const at = { line: 0, character: 13 };
	const textDocument = { uri: editor.uri('note.md') };
	const context = { diagnostics: [], only: ['quickfix'] };
	return editor.request('textDocument/codeAction', { textDocument, range: { start: at, end: at }, context });
}

const ADDED = '\n\n@article{new2020,\n  title = {},\n  author = {},\n  year = {2020},\n}';

test('a record is added to the chosen file when it is chosen, and the key is known', async (t) => {
	const on = serverCase(t, {
		'refs.bib': entry('a', 'On Trees'),
		'more.bib': entry('b', 'On Leaves'),
		'note.md': NOTE,
	});
	const editor = await on.start({ ...LATE, clientName: 'Neovim' });
	await indexed(editor);
	await editor.open('note.md');
	const [more, refs, ...others] = await actions(editor);
	assert.deepEqual(
		[more?.title, refs?.title, others],
		['Add a record for "new2020" to more.bib', 'Add a record for "new2020" to refs.bib', []],
	);
	assert.equal(refs?.edit, undefined);
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', refs ?? {});
	const [change, ...further] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(further, []);
	assert.equal(change?.textDocument.uri, editor.uri('refs.bib'));
	const [{ range, newText }] = change.edits as [TextEdit];
	assert.equal(newText, ADDED);
	assert.deepEqual(range.start, range.end);
	await editor.write('refs.bib', `${entry('a', 'On Trees').trimEnd()}${newText}\n`);
	await known(editor, 'new2020');
	await eventually({
		read: () => editor.problems('note.md'),
		accept: (seen) => seen.length === 0,
		what: 'the note to have no problems',
	});
});

test('a client that computes no edit later gets at once what is possible', async (t) => {
	const on = serverCase(t, {
		'refs.bib': entry('a', 'On Trees'),
		'export.bib': `${entry('b', 'On Leaves')}% == BibTeX quality report for b:\n`,
		'note.md': NOTE,
	});
	const editor = await on.start({ clientName: 'Neovim' });
	await indexed(editor);
	await editor.open('note.md');
	const found = await actions(editor);
	assert.deepEqual(
		found.map(({ title }) => title),
		['Add a record for "new2020" to refs.bib'],
	);
	assert.ok(JSON.stringify(found[0]?.edit).includes(JSON.stringify(ADDED)));
});

test('of many files, other editors are offered three, and our own one action with all of them', async (t) => {
	const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.bib`);
	const on = serverCase(t, {
		...Object.fromEntries(names.map((name) => [name, entry(`in${name}`, `On ${name}`)])),
		'note.md': NOTE,
	});
	const neovim = await on.start({ ...LATE, clientName: 'Neovim' });
	await indexed(neovim);
	await neovim.open('note.md');
	assert.equal((await actions(neovim)).length, 3);
	const vscode = await on.start({ ...LATE, initializationOptions: { editor: 'vscode', storagePath: null } });
	await indexed(vscode);
	await vscode.open('note.md');
	const [search, add, ...others] = await actions(vscode);
	assert.deepEqual(
		[search?.title, add?.title, others],
		['Search for another paper…', 'Add a record for "new2020"…', []],
	);
	const [choices] = (add?.command?.arguments ?? []) as [CodeAction[]];
	assert.equal(add?.command?.command, 'paperNotes.addRecord');
	assert.equal(choices.length, 4);
	const { edit } = await vscode.request<CodeAction>('codeAction/resolve', choices[3] ?? {});
	assert.ok(JSON.stringify(edit).includes('d.bib'));
});
