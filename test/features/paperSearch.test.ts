/** Searching the corpus from a note. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PaperQuery, searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const { workspace } = workspaceOf(`
//- /corpus.bib
${['one', 'two', 'three', 'four', 'five'].map((key, index) => `@article{${key}, title = {On Learning, Part ${key}}, year = ${2001 + index}}`).join('\n')}
//- /note.md
@paper[two]
//- /other.md
@paper[one] @paper[one]
//- /disk/third.md
@paper[four]
`);

function keysFor(query: Partial<PaperQuery>): string {
	const { papers } = searchPapers(workspace, { query: '', limit: 10, offset: 0, uri: undefined, ...query });
	return papers.map(({ paper }) => paper.key).join(' ');
}

test('papers of this note come first, then those of any, then the newest', () => {
	assert.equal(keysFor({ uri: uriOf('/note.md') }).split(' ')[0], 'two');
	assert.deepEqual(
		keysFor({ uri: uriOf('/note.md') })
			.split(' ')
			.slice(1, 3)
			.sort(),
		['four', 'one'],
	);
	assert.equal(keysFor({ query: 'learning', uri: uriOf('/note.md') }), 'two four one five three');
});

test('without a note, those cited anywhere come first', () => {
	assert.equal(keysFor({ query: 'learning' }), 'four two one five three');
});

test('pages follow each other without a gap', () => {
	const whole = keysFor({ query: 'learning' });
	const pages = [0, 2, 4].map((offset) => keysFor({ query: 'learning', limit: 2, offset })).join(' ');
	assert.equal(pages, whole);
	assert.equal(keysFor({ query: 'learning', offset: 9 }), '');
});

test('it is told which papers the note itself cites', () => {
	const { papers } = searchPapers(workspace, { query: '', limit: 10, offset: 0, uri: uriOf('/note.md') });
	const cited = papers.filter(({ citedHere }) => citedHere).map(({ paper }) => paper.key);
	assert.deepEqual(cited, ['two']);
});

test('the total counts all that match', () => {
	const { total } = searchPapers(workspace, { query: 'learning', limit: 2, offset: 0, uri: undefined });
	assert.equal(total, 5);
});

test('a query that nothing answers finds nothing', () => assert.equal(keysFor({ query: 'qqqqzzzz' }), ''));

test('it is told what looks like a filter and is none', () => {
	const unknownIn = (query: string) =>
		searchPapers(workspace, { query, limit: 9, offset: 0, uri: undefined }).unknownFilters;
	assert.deepEqual(unknownIn('foo:bar learning'), ['foo:bar']);
	assert.deepEqual(unknownIn('year:2001 learning'), []);
});

test('it is told where the words of the query stand', () => {
	const { papers } = searchPapers(workspace, { query: 'part learn', limit: 1, offset: 0, uri: undefined });
	const [found] = papers;
	const marked = found?.marks.title.map(({ start, end }) => found.paper.title.slice(start, end));
	assert.deepEqual(marked, ['Learn', 'Part']);
	assert.deepEqual(found?.marks.abstract, []);
});
