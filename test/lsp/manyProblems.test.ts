/**
 * A library with thousands of problems remains usable: the problems are summarized, and an editor gets those of its open
 * files.
 */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { ProblemsResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { type ServerCase, serverCase } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

/** Entries of each kind in the one bad file. */
const EACH = 700;

/** The first kind is a hint by default, the others are warnings. */
const KINDS: readonly ((index: number) => string)[] = [
	(index) => `@article{untitled${index}, author = {Doe, Jo}, year = {2020}, journal = {J}}`,
	(index) =>
		`@article{odd${index}, title = {On Oddity ${index}}, author = {Doe, Jo}, year = {2020}, journal = {J}, doi = {none}}`,
	(index) =>
		`@article{macro${index}, title = {On Macros ${index}}, author = {Doe, Jo}, year = {2020}, journal = nosuch}`,
];

const CODES = ['missing-field', 'malformed-identifier', 'undefined-macro'];

function library(t: TestContext): ServerCase {
	const bad = KINDS.flatMap((kind) => Array.from({ length: EACH }, (_, index) => kind(index)));
	return serverCase(t, {
		'bad.bib': bad.join('\n'),
		'other.bib': KINDS.map((kind) => kind(EACH)).join('\n'),
		'note.md': 'See @paper[odd1] and @paper[nobody2020].',
	});
}

async function diagnostics(editor: StdioEditor, path: string): Promise<Diagnostic[]> {
	const params = { textDocument: { uri: editor.uri(path) } };
	return (await editor.request<{ items: Diagnostic[] }>('textDocument/diagnostic', params)).items;
}

test('problems are told in sum, by kind, with files and a few examples', async (t) => {
	const editor = await library(t).start();
	const { files } = await indexed(editor);
	const { codes } = await editor.request<ProblemsResponse>('paperNotes/problems', {});
	assert.deepEqual(codes.map(({ code }) => code).sort(), CODES.toSorted());
	for (const { count, files: inFiles, worst, examples } of codes) {
		assert.deepEqual([count, inFiles, examples.length], [EACH + 1, 2, 3]);
		assert.deepEqual(
			worst.map((file) => [file.uri, file.count]),
			[
				[editor.uri('bad.bib'), EACH],
				[editor.uri('other.bib'), 1],
			],
		);
	}
	const total = files.reduce((sum, { problems }) => sum + problems, 0);
	assert.equal(
		total,
		codes.reduce((sum, { count }) => sum + count, 0),
	);
	assert.deepEqual(editor.heard.words, [], 'nothing pops up');
});

test('of a file with very many problems the editor gets the gravest, and is told how many there are', async (t) => {
	const editor = await library(t).start({ settings: { diagnostics: { 'undefined-macro': 'error' } } });
	await indexed(editor);
	await editor.open('bad.bib');
	const [remark, ...shown] = await diagnostics(editor, 'bad.bib');
	assert.equal(
		remark?.message,
		'This file has 2,100 problems. Only the 999 most serious are shown here; the index report counts them all.',
	);
	const count = (code: string) => shown.filter((one) => one.code === code).length;
	assert.deepEqual(CODES.map(count), [0, 999 - EACH, EACH]);
	assert.equal(new Set(shown.map(({ code, range }) => `${code} ${range.start.line}`)).size, 999, 'none is told twice');
	await editor.open('other.bib');
	assert.equal((await diagnostics(editor, 'other.bib')).length, 3);
});

test('a client that is sent problems gets those of the files that it has open, and no others', async (t) => {
	const editor = await library(t).start({ clientName: 'Emacs', capabilities: {} });
	await indexed(editor);
	await editor.open('note.md');
	const published = (path: string, count: number) =>
		eventually({
			read: () => editor.heard.published.get(editor.uri(path))?.length,
			accept: (seen) => seen === count,
			what: `${count} problems of ${path}`,
		});
	await published('note.md', 1);
	assert.deepEqual([...editor.heard.published.keys()], [editor.uri('note.md')]);
	await editor.open('bad.bib');
	await published('bad.bib', 1000);
	await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri('bad.bib') } });
	await published('bad.bib', 0);
	assert.deepEqual([...editor.heard.published.keys()].sort(), [editor.uri('bad.bib'), editor.uri('note.md')]);
});
