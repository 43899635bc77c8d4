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
