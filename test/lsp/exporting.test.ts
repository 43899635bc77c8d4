/** Papers as text of a bibliography, over the protocol. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { bibtex } from '../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import type { ExportFormat, ExportResponse } from '../../server/src/exchangeProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const NOTE = 'See @paper[one, p. 3] and @paper[two; none].\n';

async function started(t: TestContext) {
	const bib =
		entry('one', 'On Apples & $x^2$', '  doi = {10.1000/1},\n') + entry('two', 'On Pears') + entry('three', 'On Plums');
	const editor = await serverCase(t, { 'refs.bib': bib, 'note.md': NOTE }).start();
	await indexed(editor);
	const uri = editor.uri('note.md');
	const exported = (params: { readonly format: ExportFormat; readonly [name: string]: unknown }) =>
		editor.request<ExportResponse | null>('paperNotes/export', { uri, ...params });
	return { editor, exported, bib };
}

test('what a note cites is written in each format, open or not, and what is unknown is named', async (t) => {
	const { editor, exported, bib } = await started(t);
	const closed = await exported({ format: 'bibtex' });
	assert.ok(closed);
	assert.deepEqual(
		readAll(bibtex, closed.text).papers.map(({ item }) => item),
		readAll(bibtex, bib)
			.papers.slice(0, 2)
			.map(({ item }) => item),
	);
	assert.equal(closed.papers, 2);
	assert.deepEqual(
		closed.leftOut.map(({ uri, range, message }) => [uri, range.start.character, message]),
		[[editor.uri('note.md'), NOTE.indexOf('none'), 'No paper has the key "none".']],
	);
	await editor.open('note.md');
	assert.deepEqual(await exported({ format: 'bibtex' }), closed);
	assert.match((await exported({ format: 'ris' }))?.text ?? '', /^TY {2}- JOUR\nID {2}- one\n/);
});

test('the paper at the cursor, or with a key, is written alone', async (t) => {
	const { editor, exported } = await started(t);
	await editor.open('note.md');
	const position = { line: 0, character: NOTE.indexOf('two') };
	const at = JSON.parse((await exported({ format: 'csl-json', position }))?.text ?? '[]') as { readonly id: string }[];
	assert.deepEqual(
		at.map(({ id }) => id),
		['two'],
	);
	assert.match((await exported({ format: 'bibtex', key: 'three' }))?.text ?? '', /^@\w+\{three,\n/);
	assert.equal(await exported({ format: 'bibtex', key: 'none' }), null);
	assert.equal(await exported({ format: 'bibtex', position: { line: 0, character: 0 } }), null);
	assert.equal(await exported({ format: 'xml' as 'ris' }), null);
});
