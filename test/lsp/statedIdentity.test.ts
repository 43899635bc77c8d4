/** "These are one paper" and "these are two", over the protocol: offered at records, written down, and heeded at once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CreateFile, Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { LATE } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, paper, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FACTS = '.paper-notes.yml';

async function actionsAt(editor: StdioEditor, name: string, line: number, diagnostics: readonly Diagnostic[] = []) {
	const at = { line, character: 10 };
	const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: editor.uri(name) },
		range: { start: at, end: at },
		context: { diagnostics },
	});
	return actions.filter(({ title }) => /are (?:one paper|two papers)$/.test(title));
}

/** The text that the chosen action writes into the new file of decisions. */
async function chosen(editor: StdioEditor, actions: readonly CodeAction[], title: string): Promise<string> {
	const action = actions.find((one) => one.title === title);
	assert.ok(action, `"${title}" among ${actions.map((one) => one.title).join()}`);
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
	const [created, change] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
	assert.equal(created.uri, editor.uri(FACTS));
	return change.edits.map((one) => ('newText' in one ? one.newText : '')).join('');
}

/** Until the paper has these records. */
function records(editor: StdioEditor, key: string, expected: number) {
	return eventually({
		read: async () => (await paper(editor, key))?.sources.length,
		accept: (seen) => seen === expected,
		what: `${key} to have ${expected} records`,
	});
}

test('two records that count as one paper are called two, and one again when the line goes', async (t) => {
	const on = serverCase(t, {
		'a.bib': entry('one2020', 'On the Growth of Trees'),
		'b.bib': entry('two2020', 'On the Growth of Trees'),
		'note.md': '@paper[one2020] and @paper[two2020]\n',
	});
	const editor = await on.start(LATE);
	await indexed(editor);
	await records(editor, 'one2020', 2);
	await editor.open('a.bib');
	const text = await chosen(editor, await actionsAt(editor, 'a.bib', 1), '"one2020" and "two2020" are two papers');
	assert.equal(text, '- two: [one2020, two2020]\n');
	await editor.write(FACTS, text);
	await records(editor, 'one2020', 1);
	await records(editor, 'two2020', 1);
	assert.deepEqual(await actionsAt(editor, 'a.bib', 1), []);
	await editor.write(FACTS, '');
	await records(editor, 'two2020', 2);
});

test('papers with one DOI are called one or two where the problem says so; a server started later heeds it', async (t) => {
	const doi = '  doi = {10.1000/shared},\n';
	const on = serverCase(t, {
		'a.bib': `${entry('trees', 'On the Growth of Trees', doi)}${entry('leaves', 'A Catalogue of Falling Leaves', doi).replace('Author, Ann', 'Other, Bo')}`,
	});
	const options = { ...LATE, initializationOptions: { storagePath: on.path('storage') } };
	const editor = await on.start(options);
	await indexed(editor);
	await editor.open('a.bib');
	const problems = await eventually({
		read: () => editor.problems('a.bib'),
		accept: (seen) => seen.length > 0,
		what: 'the shared DOI',
	});
	assert.deepEqual(
		problems.map(({ code }) => code),
		['shared-identifier'],
	);
	const start = { line: 0, character: 9 };
	const shown = { source: 'paper-notes', code: 'shared-identifier', message: '', range: { start, end: start } };
	const actions = await actionsAt(editor, 'a.bib', 0, [shown]);
	assert.deepEqual(
		actions.map(({ title, kind }) => [title, kind]),
		[
			['"trees" and "leaves" are one paper', 'quickfix'],
			['"trees" and "leaves" are two papers', 'quickfix'],
		],
	);
	assert.equal(await chosen(editor, actions, '"trees" and "leaves" are two papers'), '- two: [leaves, trees]\n');
	await editor.write(FACTS, '- two: [leaves, trees]\n');
	await eventually({
		read: () => editor.problems('a.bib'),
		accept: (seen) => seen.length === 0,
		what: 'no problem',
	});
	await editor.close();
	on.put(FACTS, '- one: [leaves, trees]\n');
	const later = await on.start(options);
	await records(later, 'trees', 2);
});
