/** What the palette shows, row by row: `>` before the selected one. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	bestRow,
	type PaletteRow,
	type PaletteState,
	paletteRows,
	sameRow,
	UNANSWERED,
} from '../../client/src/search/paletteRows.ts';
import type { PaperSummary, SearchResponse } from '../../server/src/protocol.ts';

function paper(key: string): PaperSummary {
	return { key, title: `On ${key}`, authors: [], byline: 'Lee 2020' };
}

function answer(keys: string, more: Partial<SearchResponse> = {}): SearchResponse {
	const items = keys.split(' ').filter(Boolean).map(paper);
	return { items, total: items.length, tookMs: 1, papers: 37, ...more };
}

function state(query: string, given: PaletteState['answer'], taken = ''): PaletteState {
	return { query, answer: given, taken: taken.split(' ').filter(Boolean).map(paper) };
}

function shown(rows: readonly PaletteRow[], selected: PaletteRow | undefined): string[] {
	return rows.map((row) => {
		const mark = row === selected ? '>' : '';
		return `${mark}${row.kind === 'paper' ? `${row.paper.key}${row.isTaken ? '+' : ''}` : row.label}`;
	});
}

function check(given: PaletteState, expected: readonly string[]): void {
	const rows = paletteRows(given);
	assert.deepEqual(shown(rows, bestRow(rows, given.query)), expected);
}

test('what is found, the best selected', () => check(state('x', answer('a b')), ['>a', 'b']));

test('what is taken stands on top whatever is searched, and is marked where it is found', () => {
	check(state('x', answer('a b'), 'z a'), ['2 taken', 'z+', 'a+', '', '>a+', 'b']);
	check(state('', answer('a'), 'z'), ['1 taken', '>z+', '', 'a']);
});

test('nothing found is said, and selected, so that Enter cites nothing else', () => {
	check(state(' xq  zw ', answer('')), ['>No paper matches “xq zw”']);
	check(state('xqzw', answer(''), 'a'), ['1 taken', 'a+', '>No paper matches “xqzw”']);
	const [row] = paletteRows(state('word '.repeat(100), answer('')));
	assert.match(row?.label ?? '', /^No paper matches “(?:word ){1,12}…”$/);
});

test('an unknown filter is said, above what is found all the same', () => {
	const unknownFilters = ['foo:bar'];
	check(state('foo:bar', answer('a', { unknownFilters })), ['“foo:bar” is not a filter', '>a']);
	check(state('foo:bar', answer('', { unknownFilters })), ['“foo:bar” is not a filter', '>No paper matches “foo:bar”']);
});

test('a search without an answer offers to restart the server, and keeps what is taken', () => {
	check(state('x', UNANSWERED, 'a'), ['1 taken', 'a+', '>Restart Server']);
});

test('without any papers the ways to get some are offered', () => {
	const rows = paletteRows(state('x', answer('', { papers: 0 })));
	assert.deepEqual(
		rows.map((row) => (row.kind === 'action' ? row.command : row.kind)),
		['remark', 'paperNotes.chooseLibrary', 'paperNotes.openSample'],
	);
	check(state('', answer('', { papers: 0 })), ['You have no papers yet', '>Choose your library…', 'Open the sample']);
});

test('while papers are being read, nothing is said to be missing', () => {
	const reading = answer('', { papers: 1234, unfinished: 'reading' });
	const [row] = paletteRows(state('x', reading));
	assert.equal(row?.label, 'No paper matches “x” yet');
	assert.match(row?.kind === 'remark' ? row.detail : '', /still being read: 1,234 so far/);
	check(state('', answer('', { papers: 0, unfinished: 'reading' })), ['>No papers yet']);
	check(state('x', answer('', { unfinished: 'stopped' })), ['No paper matches “x” yet', '>Continue Indexing']);
	check(state('x', answer('', { unfinished: 'failed' })), ['No paper matches “x” yet', '>Rebuild Index']);
});

function checkKept(before: PaletteState, selected: number, after: PaletteState, expected: string): void {
	const old = paletteRows(before);
	const rows = paletteRows(after);
	const row = old[selected];
	const kept = row && sameRow(rows, row, old);
	assert.ok(shown(rows, kept).includes(`>${expected}`), shown(rows, kept).join(' '));
	assert.equal(kept ? rows.indexOf(kept) >= 0 : false, true);
}

test('taking and removing leave the selection where it was', () => {
	const found = answer('a b c');
	checkKept(state('x', found), 1, state('x', found, 'b'), 'b+');
	checkKept(state('x', found, 'b'), 4, state('x', found, 'b c'), 'b+');
	// The first of two taken ones is removed: the other is next.
	checkKept(state('x', found, 'a b'), 1, state('x', found, 'b'), 'b+');
	// The last one is removed: it is still found.
	checkKept(state('x', found, 'b'), 1, state('x', found), 'b');
});
