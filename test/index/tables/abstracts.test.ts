import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex, paper, write } from './indexFixture.ts';

test('an abstract that another file adds after it was asked for is found, and gone with that file', () => {
	const index = openIndex();
	const abstracts = (): string[] => index.corpus.resolve('paper1').map(({ id }) => index.corpus.abstractOf(id));
	write(index, 'file:///a.bib', [paper(1, { DOI: '10.1000/1' })]);
	const [before] = index.corpus.resolve('paper1');
	assert.deepEqual(abstracts(), ['']);
	write(index, 'file:///b.bib', [paper(1, { DOI: '10.1000/1', abstract: 'How dunes move.' })]);
	assert.deepEqual(index.corpus.resolve('paper1'), [before], 'the same paper');
	assert.deepEqual(abstracts(), ['How dunes move.']);
	write(index, 'file:///b.bib', []);
	assert.deepEqual(abstracts(), ['']);
});
