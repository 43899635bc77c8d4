/** Papers that stay two although they share an identifier: said once, in the first file that names it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex, paper, runToEnd, type TestIndex, write } from './indexFixture.ts';

const [A, B, C] = ['file:///a.bib', 'file:///b.bib', 'file:///c.bib'] as const;

function chapter(number: number, title: string, family: string) {
	return paper(number, {
		type: 'chapter',
		title,
		author: [{ family }],
		DOI: '10.5555/Book',
		page: `${number}1-${number}9`,
	});
}

/** Each problem as its file, line, and the files of the other papers. */
function problemsOf({ corpus }: TestIndex): string[] {
	return [A, B, C].flatMap((uri) =>
		corpus.problemsIn(uri).map(({ code, range, related = [] }) => {
			return [code, uri.at(-5), range.start.line, ...related.map((place) => place.uri.at(-5))].join(' ');
		}),
	);
}

test('chapters with the DOI of their book are one problem, whichever file came first', () => {
	const files = [
		[A, [chapter(1, 'Grazing on dunes', 'Ash'), paper(3, { title: 'Another paper' })]],
		[B, [chapter(0, 'Tides and trade', 'Beech'), chapter(2, 'Grazing on dunes', 'Ash')]],
	] as const;
	for (const order of [files, files.toReversed()]) {
		const index = openIndex();
		for (const [uri, records] of order) {
			write(index, uri, records);
		}
		assert.deepEqual(problemsOf(index), ['shared-identifier a 3 b']);
		assert.match(index.corpus.problemsIn(A)[0]?.message ?? '', /10\.5555\/book/);
		assert.deepEqual(
			index.corpus.files().map(({ problems }) => problems),
			[1, 0],
		);
		const [sum] = index.corpus.problemSums();
		assert.deepEqual([sum?.code, sum?.count, sum?.examples.length], ['shared-identifier', 1, 1]);
		assert.equal(index.corpus.resolve('10.5555/book').length, 2, 'the DOI means both');
	}
});

test('it moves to the next file, and ends with the last paper but one', () => {
	const index = openIndex();
	write(index, A, [chapter(1, 'Grazing on dunes', 'Ash')]);
	write(index, B, [chapter(2, 'Tides and trade', 'Beech')]);
	write(index, C, [chapter(3, 'Wind over water', 'Cole')]);
	assert.deepEqual(problemsOf(index), ['shared-identifier a 3 b c']);
	runToEnd(index.writer.removeFile(A));
	assert.deepEqual(problemsOf(index), ['shared-identifier b 6 c']);
	write(index, C, []);
	assert.deepEqual(problemsOf(index), []);
});

test('papers that a third record makes one share nothing any more', () => {
	const index = openIndex();
	const one = { title: 'Grazing on dunes', author: [{ family: 'Ash' }], DOI: '10.5555/1', page: '5-9', volume: '3' };
	write(index, A, [paper(1, one)]);
	write(index, B, [paper(2, { ...one, title: 'Weiden in Sand', page: '70-79' })]);
	assert.deepEqual(problemsOf(index), ['shared-identifier a 3 b']);
	write(index, C, [paper(3, { ...one, title: 'Grazing on dunes: weiden in sand', page: '5-79' })]);
	assert.deepEqual(problemsOf(index), []);
	assert.equal(index.corpus.paperCount, 1);
	runToEnd(index.writer.removeFile(C));
	assert.deepEqual(problemsOf(index), ['shared-identifier a 3 b']);
});
