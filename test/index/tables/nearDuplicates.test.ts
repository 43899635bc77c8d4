/** Papers that may be one and stay two: found when asked for, in the order of their places, within bounds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex, paper, runToEnd, type TestIndex, write } from './indexFixture.ts';

const [A, B] = ['file:///a.bib', 'file:///b.bib'] as const;

const DUNES = {
	type: 'article-journal',
	author: [{ family: 'Ash', given: 'Ida' }],
	issued: { 'date-parts': [[2001]] },
};
const LONG = { ...DUNES, title: 'Grazing on coastal dunes in winter: a field study' };
const SHORT = { ...DUNES, title: 'Grazing on coastal dunes in winter' };

/** Each pair as `a paper1, b paper2`. */
function pairsIn({ corpus }: TestIndex): string[] {
	return corpus.nearDuplicates().pairs.map((pair) => pair.map(({ uri, key }) => `${uri.at(-5)} ${key}`).join(', '));
}

test('a subtitle that only one record has makes two papers that may be one', () => {
	const index = openIndex();
	write(index, B, [paper(1, LONG), paper(2, { ...DUNES, title: 'Grazing on salt marshes in winter' })]);
	write(index, A, [paper(3, SHORT), paper(4, { ...SHORT, author: [{ family: 'Elm' }] })]);
	assert.equal(index.corpus.paperCount, 4);
	assert.deepEqual(index.corpus.nearDuplicates(), {
		pairs: [
			[
				{
					key: 'paper3',
					title: SHORT.title,
					uri: A,
					range: { start: { line: 9, character: 0 }, end: { line: 11, character: 1 } },
				},
				{
					key: 'paper1',
					title: LONG.title,
					uri: B,
					range: { start: { line: 3, character: 0 }, end: { line: 5, character: 1 } },
				},
			],
		],
		count: 1,
		isComplete: true,
	});
});

test('two keys that are equal are told apart by their files', () => {
	const index = openIndex();
	write(index, A, [paper(1, SHORT)]);
	write(index, B, [paper(1, LONG)]);
	assert.deepEqual(pairsIn(index), ['a paper1, b paper1']);
});

test('several records of two papers are one pair', () => {
	const index = openIndex();
	write(index, A, [paper(1, SHORT), paper(2, LONG)]);
	write(index, B, [paper(3, { ...SHORT, volume: '3' }), paper(4, { ...LONG, volume: '3' })]);
	assert.equal(index.corpus.paperCount, 2);
	assert.equal(index.corpus.nearDuplicates().count, 1);
});

test('what is one paper, or plainly two, is not listed', () => {
	const index = openIndex();
	write(index, A, [paper(1, { ...SHORT, DOI: '10.5555/1' }), paper(2, { ...LONG, DOI: '10.5555/1' })]);
	write(index, B, [
		paper(3, { ...DUNES, title: 'Wind over open water in spring', DOI: '10.5555/2' }),
		paper(4, { ...DUNES, title: 'Wind over open water in spring: a model', DOI: '10.5555/3' }),
	]);
	assert.equal(index.corpus.paperCount, 3);
	assert.deepEqual(pairsIn(index), []);
});

test('the list follows the index', () => {
	const index = openIndex();
	write(index, A, [paper(1, SHORT)]);
	assert.deepEqual(pairsIn(index), []);
	write(index, B, [paper(2, LONG)]);
	assert.deepEqual(pairsIn(index), ['a paper1, b paper2']);
	runToEnd(index.writer.removeFile(A));
	assert.deepEqual(pairsIn(index), []);
});

test('of many pairs the first hundred are listed and all are counted', () => {
	const index = openIndex();
	const family = (number: number) => ({
		...SHORT,
		author: [{ family: `Ash${String.fromCodePoint(97 + (number % 26))}${number}` }],
	});
	const numbers = Array.from({ length: 130 }, (_, number) => number);
	write(
		index,
		A,
		numbers.map((number) => paper(number, family(number))),
	);
	write(
		index,
		B,
		numbers.map((number) => paper(number, { ...family(number), title: LONG.title })),
	);
	const { pairs, count, isComplete } = index.corpus.nearDuplicates();
	assert.deepEqual([pairs.length, count, isComplete], [100, 130, true]);
	assert.deepEqual(
		pairs.at(-1)?.map(({ key }) => key),
		['paper99', 'paper99'],
	);
});

test('a series of a thousand titles by one author is compared in part, and the answer says so', () => {
	const index = openIndex();
	const titles = Array.from(
		{ length: 1000 },
		(_, number) => `Letters from the coast ${'abcdefghij'.at(number % 10)} ${number}`,
	);
	write(
		index,
		A,
		titles.map((title, number) => paper(number, { ...DUNES, title })),
	);
	write(index, B, [
		paper(2000, { ...SHORT, author: [{ family: 'Birch' }] }),
		paper(2001, { ...LONG, author: [{ family: 'Birch' }] }),
	]);
	const { count, isComplete } = index.corpus.nearDuplicates();
	assert.deepEqual([count, isComplete], [1, false], 'small groups come first');
});
