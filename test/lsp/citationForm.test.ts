/** The request behind the card's links: another form for the citation at a place. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitationFormResponse } from '../../server/src/protocol.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';

test('a citation takes another form where it can, and nothing is made up where it cannot', async (t) => {
	const files = serverCase(t, {
		'a.bib': '@article{x, title = {T}}',
		'note.md': 'See @paper[x, p. 4] here.',
	});
	const editor = await files.start();
	await indexed(editor);
	await editor.open('note.md');
	const ask = (mode: unknown, character: number): Promise<CitationFormResponse | null> =>
		editor.request('paperNotes/citationForm', { uri: editor.uri('note.md'), position: { line: 0, character }, mode });
	const at = { line: 0, character: 11 };
	assert.deepEqual(await ask('inText', 11), { range: { start: at, end: at }, newText: '+@' });
	assert.deepEqual(await ask('suppressAuthor', 12), { range: { start: at, end: at }, newText: '-@' });
	assert.equal(await ask('parenthetical', 11), null, 'it is in parentheses already');
	assert.equal(await ask('inText', 1), null, 'no citation');
	assert.equal(await ask({ evil: true }, 11), null);
	assert.equal(await editor.request('paperNotes/citationForm', {}), null);
});
