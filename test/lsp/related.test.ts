/** `paperNotes/related`: papers like a paper, a text or a paragraph; and `like:` in a search. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelatedResponse, SearchResponse } from '../../server/src/protocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const TITLES = {
	glass2001: 'Ageing of Metallic Glass',
	glass2009: 'Why Metallic Glass Is Brittle',
	rain2003: 'Rain over the Sahel',
	bees2011: 'Bees and Their Dances',
	owls2012: 'How Owls Hear',
	tide2013: 'Tides of Small Seas',
};
const NOTE = 'Metallic glass grows brittle @paper[glass2001].\n\nThe dances of bees tell the way.\n';

test('related papers are found for a key, a text and a paragraph; whatever else a client sends finds none', async (t) => {
	const bib = Object.entries(TITLES).map(([key, title]) => entry(key, title));
	const editor = await serverCase(t, { 'papers.bib': bib.join(''), 'note.md': NOTE }).start();
	await indexed(editor);
	await editor.open('note.md');
	const uri = editor.uri('note.md');
	const related = async (params: object) =>
		(await editor.request<RelatedResponse>('paperNotes/related', params)).items.map(({ key }) => key).join(' ');
	const at = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 4 } });
	assert.equal(await related({ key: 'glass2001' }), 'glass2009');
	assert.equal(await related({ text: 'rain in the Sahel' }), 'rain2003');
	assert.equal(await related({ uri, range: at(0) }), 'glass2009');
	assert.equal(await related({ uri, range: at(2) }), 'bees2011');
	const useless = [
		{},
		{ uri },
		{ key: 'none2000' },
		{ key: 7 },
		{ text: '' },
		{ uri, range: 'here' },
		{ uri, range: at(99) },
	];
	assert.deepEqual(
		await Promise.all(useless.map(related)),
		useless.map(() => ''),
	);
	const like = await editor.request<SearchResponse>('paperNotes/search', { query: 'like:glass2009', uri });
	assert.deepEqual([like.items.map(({ key }) => key), like.total, like.unknownFilters], [['glass2001'], 1, undefined]);
});
