/** What people state about papers: the index groups records by it, as a new index does, and no longer once it is gone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IdentityStatement } from '../../../server/src/corpus/identity/statedIdentity.ts';
import type { ItemDraft } from '../../../server/src/corpus/paper.ts';
import { everythingSeen, openIndex, paper, runToEnd, type TestIndex, write } from './indexFixture.ts';

const A = 'file:///a.bib';
const B = 'file:///b.bib';
const DUNES: Partial<ItemDraft> = {
	title: 'Grazing on the dunes at night',
	'container-title': 'Journal of Coasts',
	issued: { 'date-parts': [[2020]] },
};
const NAMES = ['paper1', 'paper2', 'paper3', '10.1000/one', '10.1000/two'];

const one = (...papers: [string, string]): IdentityStatement => ({ kind: 'one', papers });
const two = (...papers: [string, string]): IdentityStatement => ({ kind: 'two', papers });

function state(index: TestIndex, ...statements: IdentityStatement[]): TestIndex {
	runToEnd(index.writer.state(statements));
	return index;
}

/** The keys of the papers, each with those of its records. */
function papers({ corpus }: TestIndex): readonly string[] {
	const ids = NAMES.flatMap((name) => corpus.resolve(name).map(({ id }) => id));
	const keys = [...new Set(ids)].map(
		(id) =>
			corpus
				.paper(id)
				?.sources.map(({ key }) => key)
				.sort()
				.join('+') ?? '',
	);
	return keys.sort();
}

/** An index of a record in each file, and one that has heard the statements before it read them. */
function bothWays(items: readonly Partial<ItemDraft>[], ...statements: IdentityStatement[]): TestIndex {
	const [late, early] = [openIndex(), state(openIndex(), ...statements)];
	for (const index of [late, early]) {
		for (const [number, item] of items.entries()) {
			write(index, `file:///${number}.bib`, [paper(number + 1, item)]);
		}
	}
	state(late, ...statements);
	assert.deepEqual(everythingSeen(late, NAMES), everythingSeen(early, NAMES));
	return late;
}

test('two records that count as one paper become two by their keys, and one again without the statement', () => {
	const index = bothWays([DUNES, DUNES], two('paper1', 'paper2'));
	assert.deepEqual(papers(index), ['paper1', 'paper2']);
	assert.equal(index.corpus.paperCount, 2);
	state(index);
	assert.deepEqual(papers(index), ['paper1+paper2']);
	assert.equal(index.corpus.paperCount, 1);
});

test('a third record goes with the one to which its DOI ties it, whatever else it shares with the other', () => {
	const published = { ...DUNES, DOI: '10.1000/two' };
	assert.deepEqual(papers(bothWays([DUNES, published, published], two('paper1', 'paper2'))), [
		'paper1',
		'paper2+paper3',
	]);
	assert.deepEqual(papers(bothWays([published, DUNES, published], two('paper1', 'paper2'))), [
		'paper1+paper3',
		'paper2',
	]);
});

test('two papers become one by key and by DOI, in any order of the names', () => {
	const other = { title: 'Night life of sheep', DOI: 'https://doi.org/10.1000/TWO' };
	for (const statement of [one('paper1', 'doi:10.1000/two'), one('10.1000/two', 'paper1')]) {
		assert.deepEqual(papers(bothWays([DUNES, other], statement)), ['paper1+paper2']);
	}
	assert.deepEqual(papers(bothWays([DUNES, other], one('paper1', 'nobody'))), ['paper1', 'paper2']);
});

test('where people state both, the records are two; names of one and the same record separate nothing', () => {
	assert.deepEqual(papers(bothWays([DUNES, DUNES], one('paper1', 'paper2'), two('paper2', 'paper1'))), [
		'paper1',
		'paper2',
	]);
	const numbered = { ...DUNES, DOI: '10.1000/one' };
	assert.deepEqual(papers(bothWays([numbered, numbered], two('paper1', '10.1000/one'))), ['paper1+paper2']);
});

test('papers that people call two may share a DOI, and are no near duplicates', () => {
	const chapter = (title: string) => ({ ...DUNES, title, type: 'chapter' as const, DOI: '10.1000/one' });
	const chapters = [
		chapter('Sheep of the northern islands'),
		{ ...chapter('Birds that follow the herds'), author: [{ family: 'Ode' }] },
	];
	const codes = (index: TestIndex) =>
		index.corpus.files().flatMap(({ uri }) => index.corpus.problemsIn(uri).map(({ code }) => code));
	assert.deepEqual(codes(bothWays(chapters)), ['shared-identifier']);
	assert.deepEqual(codes(bothWays(chapters, two('paper1', 'paper2'))), []);

	const near = [DUNES, { ...DUNES, issued: { 'date-parts': [[2016]] as [[number]] } }];
	assert.equal(bothWays(near).corpus.nearDuplicates().count, 1);
	assert.equal(bothWays(near, two('paper1', 'paper2')).corpus.nearDuplicates().count, 0);
});

test('the index knows by which statements it was made', () => {
	const index = openIndex();
	write(index, A, [paper(1, DUNES)]);
	write(index, B, [paper(2, DUNES)]);
	const files = new Map([A, B].map((uri) => [uri, { size: 0, mtime: 0 }]));
	runToEnd(index.writer.completeFirst());
	const { version } = index.corpus;
	assert.equal(index.corpus.holdsJust(files, []), true);
	assert.equal(index.corpus.holdsJust(files, [two('paper1', 'paper2')]), false);
	state(index, two('paper2', 'paper1'));
	assert.notEqual(index.corpus.version, version);
	assert.equal(index.corpus.holdsJust(files, [two('paper1', 'paper2')]), true);
	assert.equal(index.corpus.holdsJust(files, []), false);
});
