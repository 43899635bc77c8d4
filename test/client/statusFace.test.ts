/** What the status bar shows and says of the papers. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faceOf } from '../../client/src/status/statusFace.ts';
import type { StatusSummary } from '../../server/src/protocol.ts';

function check(status: Partial<StatusSummary>, text: string, label: string, command = 'showIndexReport'): void {
	const face = faceOf({ indexing: false, papers: 1234, problems: 0, ...status });
	assert.deepEqual(face, { text, label, command: `paperNotes.${command}` });
}

test('papers that are all read', () => {
	check({}, '$(book) 1,234 papers', 'Paper Notes: 1,234 papers. Opens the index report.');
	check(
		{ papers: 1, problems: 2 },
		'$(book) 1 paper',
		'Paper Notes: 1 paper, 2 problems in your files. Opens the index report.',
	);
});

test('papers so far, and how much of the files that is', () => {
	check(
		{ indexing: true, progress: 0.437 },
		'$(sync~spin) 1,234 papers 43 %',
		'Paper Notes is reading: 1,234 papers so far, 43 %. Opens the index report.',
	);
	check(
		{ indexing: true },
		'$(sync~spin) 1,234 papers',
		'Paper Notes is reading: 1,234 papers so far. Opens the index report.',
	);
});

test('papers that lists show before they are indexed are counted', () =>
	check(
		{ indexing: true, papers: 100, seen: 1900, progress: 0.05 },
		'$(sync~spin) 2,000 papers 5 %',
		'Paper Notes is reading: 2,000 papers so far, 5 %. Opens the index report.',
	));

test('before the first paper is known there is no number, which would be wrong', () =>
	check(
		{ indexing: true, papers: 0, progress: 0 },
		'$(sync~spin) Reading papers…',
		'Paper Notes is reading your papers. Opens the index report.',
	));

test('a click goes on where reading was stopped', () =>
	check(
		{ indexing: true, stopped: true },
		'$(debug-pause) 1,234 papers · reading stopped',
		'Paper Notes has stopped reading: 1,234 papers so far. Continues reading.',
		'continueIndexing',
	));

test('where reading has failed, a click says why', () =>
	check(
		{ failure: 'Indexing has stopped.' },
		'$(warning) 1,234 papers · reading failed',
		'Paper Notes could not read all your papers: 1,234 papers so far. Opens the index report, which says why.',
	));

test('no papers at all, and what helps', () => {
	const { offers = [], ...face } = faceOf({ indexing: false, papers: 0, problems: 0 });
	assert.deepEqual(face, {
		text: '$(book) No papers',
		label: 'Paper Notes has found no papers. Opens the index report, which says what to do.',
		command: 'paperNotes.showIndexReport',
	});
	assert.deepEqual(
		offers.map(([, command]) => command),
		['paperNotes.chooseLibrary', 'paperNotes.openSample'],
	);
});

test('a bulb where notes cite in a way that is not read', () => {
	const { offers = [], ...face } = faceOf({
		indexing: false,
		papers: 2,
		problems: 0,
		offers: { pandoc: ['file:///w'] },
	});
	assert.deepEqual(face, {
		text: '$(book) 2 papers $(lightbulb)',
		label:
			'Paper Notes: 2 papers. Opens the index report. ' +
			'Notes here cite your papers as Pandoc does, [@key], and these citations are not read.',
		command: 'paperNotes.showIndexReport',
	});
	assert.deepEqual(offers, [['Read Pandoc citations here', 'paperNotes.readPandoc']]);
});
