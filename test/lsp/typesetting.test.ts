/** Citations as LaTeX and Typst write them, over the protocol. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastedCitationsResponse, TypesetResponse } from '../../server/src/exchangeProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

test('text of a note is copied for a typesetter, and what is pasted from one becomes citations of the note', async (t) => {
	const text = 'See @paper[one, p. 3; two] and @paper[see @two].\n';
	const editor = await serverCase(t, {
		'refs.bib': entry('one', 'One') + entry('two', 'Two'),
		'note.md': text,
	}).start();
	await indexed(editor);
	const uri = editor.uri('note.md');
	const at = (character: number) => ({ line: 0, character });
	const typeset = (start: number, end: number, to: unknown) =>
		editor.request<TypesetResponse | null>('paperNotes/typeset', {
			uri,
			range: { start: at(start), end: at(end) },
			to,
		});
	const paste = (character: number, pasted: string) =>
		editor.request<PastedCitationsResponse | null>('paperNotes/pastedCitations', {
			uri,
			position: at(character),
			text: pasted,
		});
	assert.equal(await typeset(0, 0, 'latex'), null);
	await editor.open('note.md');
	assert.deepEqual(await typeset(0, 27, 'latex'), { text: 'See \\autocites[p. 3]{one}{two} ', count: 1, left: [] });
	assert.deepEqual(await typeset(35, 35, 'typst'), {
		text: '@paper[see @two]',
		count: 0,
		left: [
			{ range: { start: at(31), end: at(47) }, text: '@paper[see @two]', reason: 'Typst has no words before a key' },
		],
	});
	assert.deepEqual([await typeset(0, 0, 'typst'), await typeset(0, 9, 'html')], [null, null]);
	assert.deepEqual(await paste(0, '\\parencite[3]{one}'), { text: '@paper[one, p. 3]', count: 1, syntax: 'paper' });
	assert.equal(await paste(0, '\\parencite{none}'), null);
	assert.equal(await paste(15, '\\parencite{one}'), null);
});

test('the DOI, arXiv id or address of a known paper can be pasted as its citation', async (t) => {
	const editor = await serverCase(t, {
		'refs.bib':
			entry('one', 'One', '  doi = {10.1000/one},\n') +
			entry('two', 'Two', '  eprint = {1706.03762},\n  eprinttype = {arxiv},\n'),
		'note.md': 'So it is \n\n@paper[one] and\n',
	}).start();
	await indexed(editor);
	await editor.open('note.md');
	const paste = (text: string, line = 0, character = 9) =>
		editor.request<PastedCitationsResponse | null>('paperNotes/pastedCitations', {
			uri: editor.uri('note.md'),
			position: { line, character },
			text,
		});
	const cited = (text: string, count = 1) => ({ text, count, syntax: 'paper', isOption: true });
	for (const written of ['10.1000/one', ' https://doi.org/10.1000/ONE\n', 'doi: 10.1000/one']) {
		assert.deepEqual(await paste(written), cited('@paper[one]'), written);
	}
	assert.deepEqual(
		await paste('arXiv:1706.03762v5\n10.1000/one\nhttps://arxiv.org/abs/1706.03762'),
		cited('@paper[two; one]', 2),
	);
	for (const other of ['one', '10.1000/none', '10.1000/one is good', 'https://example.org/a', '']) {
		assert.equal(await paste(other), null, other);
	}
	assert.equal(await paste('10.1000/one', 2, 9), null, 'not inside a citation');
});
