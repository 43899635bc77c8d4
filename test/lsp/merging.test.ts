/** Two records of one paper become one, over the protocol: in BibTeX files, their other records, and the notes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LATE } from '../support/capabilities.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, paper, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

type Files = Readonly<Record<string, string>>;

/** Chooses "Merge ..." at the record at `line` of `a.bib`. The new texts of the files, or what the user is told. */
async function merged(editor: StdioEditor, files: Files, title: string, line = 0): Promise<Files> {
	await editor.open('a.bib');
	const at = { line, character: 10 };
	const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: editor.uri('a.bib') },
		range: { start: at, end: at },
		context: { diagnostics: [] },
	});
	const action = actions.find((one) => one.title === title);
	assert.ok(action, `"${title}" among ${actions.map((one) => one.title).join()}`);
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
	return afterEdit(edit, files);
}

function afterEdit(edit: CodeAction['edit'], files: Files): Files {
	return Object.fromEntries(
		((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument: { uri }, edits }) => {
			const name = uri.slice(uri.lastIndexOf('/') + 1);
			const document = TextDocument.create(uri, '', 0, files[name] ?? '');
			return [name, TextDocument.applyEdits(document, edits as never)];
		}),
	);
}

test('the kept record gets what it lacks, the other goes, and notes and records name the kept one', async (t) => {
	const TITLE = 'On the Growth of Trees';
	const files = {
		'a.bib': `% mine\n${entry('one2020', TITLE)}\n@misc{other, title = {Other}, author = {X, Y}, year = 2001}\n`,
		'b.bib': `${entry('first', 'Roots and Soil of the North')}\n${entry('two2020', TITLE, '  doi = "10.1234/x",\n  date = {2020-05},\n')}\n@incollection{part, crossref = {two2020}, title = {A Part}, author = {P, Q}, year = 2003}\n`,
		'note.md': 'See @paper[two2020, p. 3; one2020] and [two2020].\n',
		'other.md': 'See @paper[other].\n',
	};
	const on = serverCase(t, files);
	const editor = await on.start(LATE);
	await indexed(editor);
	const changed = await merged(editor, files, 'Merge "two2020" into "one2020"', 1);
	assert.deepEqual(changed, {
		'a.bib': files['a.bib'].replace('year = {2020},', 'year = {2020},\n  doi = "10.1234/x",'),
		'b.bib': `${entry('first', 'Roots and Soil of the North')}\n@incollection{part, crossref = {one2020}, title = {A Part}, author = {P, Q}, year = 2003}\n`,
		'note.md': 'See @paper[one2020, p. 3; one2020] and [two2020].\n',
	});
	for (const [name, text] of Object.entries(changed)) {
		await editor.write(name, text);
	}
	const left = await eventually({
		read: () => paper(editor, 'one2020'),
		accept: (seen) => seen?.sources.length === 1,
		what: 'one record',
	});
	assert.equal(left?.aliases.includes('two2020'), false);
});

test('within one file, with CRLF, the last entry goes with the empty line before it', async (t) => {
	const text = (
		entry('one', 'On the Growth of Trees') +
		'\n\n' +
		entry('two', 'On the Growth of Trees', '  note = {N},\n')
	).replaceAll('\n', '\r\n');
	const on = serverCase(t, { 'a.bib': text });
	const editor = await on.start(LATE);
	await indexed(editor);
	assert.deepEqual(await merged(editor, { 'a.bib': text }, 'Merge "two" into "one"'), {
		'a.bib': entry('one', 'On the Growth of Trees', '  note = {N},\n').replaceAll('\n', '\r\n'),
	});
});

test('where both records say something, the other is told to those who were not asked, and taken as they say', async (t) => {
	const files = {
		'a.bib': `@article{one, title = {On the Growth of Trees}, author = {Author, Ann}, journal = {J. Wood}, year = 2020, pages = {1--9}}\n`,
		'b.bib': `@article{two, title = {On the {Growth} of  Trees}, author = "Author, Ann", journaltitle = {Journal of Wood}, date = {2020-05}, pages = {1--99}, volume = 3}\n`,
	};
	const on = serverCase(t, files);
	const editor = await on.start(LATE);
	await indexed(editor);
	const changed = await merged(editor, files, 'Merge "two" into "one"');
	assert.equal(changed['a.bib'], files['a.bib'].replace('{1--9}}', '{1--9},\n  volume = 3}'));
	await eventually({
		read: async () => editor.heard.words,
		accept: (seen) =>
			seen.some((word) => /"two", which goes, has another journal \("Journal of Wood"\), pages \("1--99"\)/.test(word)),
		what: 'the fields to be named',
	});
	const [kept, other] = [
		{ uri: editor.uri('a.bib'), key: 'one' },
		{ uri: editor.uri('b.bib'), key: 'two' },
	];
	assert.deepEqual(await editor.request('paperNotes/recordDifferences', { kept, merged: other }), {
		fields: [
			{ name: 'journal', kept: 'J. Wood', other: 'Journal of Wood' },
			{ name: 'pages', kept: '1--9', other: '1--99' },
		],
	});
	const position = { line: 0, character: 10 };
	assert.deepEqual(await editor.request('paperNotes/mergers', { uri: kept.uri, position }), {
		mergers: [{ kept, merged: other }],
	});
	const later = { kind: 'mergeRecords', kept, merged: other, taken: ['pages'] };
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', {
		title: '',
		data: { uri: kept.uri, later },
	});
	assert.equal(afterEdit(edit, files)['a.bib'], files['a.bib'].replace('{1--9}}', '{1--99},\n  volume = 3}'));
});

const TITLE = 'On the Growth of Trees';
const REFUSED: readonly { readonly why: string; readonly files: Files; readonly said: RegExp }[] = [
	{
		why: 'a macro would be left behind',
		files: { 'b.bib': `@string{jj = {Journal}}\n${entry('two', TITLE, '  series = jj,\n')}` },
		said: /"two" uses macros \(@string\) of b\.bib/,
	},
	{
		why: 'a note would lose its paper',
		files: {
			'b.bib': entry('two', TITLE),
			'note.md': '---\nbibliography: b.bib\n---\n@paper[two]\n',
			'own.md': '---\nbibliography: a.bib\n---\n',
		},
		said: /note\.md cites the paper, and "one" does not mean it there/,
	},
	{
		why: 'another program writes the file',
		files: { 'Zotero/b.bib': entry('two', TITLE) },
		said: /Zotero/,
	},
	{
		why: 'two records have the key',
		files: { 'b.bib': `${entry('two', TITLE)}${entry('two', TITLE)}` },
		said: /b\.bib does not have exactly one record "two"/,
	},
];

for (const { why, files, said } of REFUSED) {
	test(`nothing changes where ${why}`, async (t) => {
		const all = { 'a.bib': entry('one', TITLE), ...files };
		const on = serverCase(t, all);
		const editor = await on.start(LATE);
		await indexed(editor);
		assert.deepEqual(await merged(editor, all, 'Merge "two" into "one"'), {});
		await eventually({
			read: async () => editor.heard.words,
			accept: (seen) => seen.some((word) => said.test(word)),
			what: String(said),
		});
	});
}
