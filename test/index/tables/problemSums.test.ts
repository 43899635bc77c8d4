/** What is wrong with all files in sum: the same as their lists, counted. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileProblem } from '../../../server/src/corpus/corpus.ts';
import type { ProblemCode } from '../../../server/src/util/problem.ts';
import { openIndex, paper, write } from './indexFixture.ts';

function problem(code: ProblemCode, line: number): FileProblem {
	const start = { line, character: 0 };
	return { code, message: `${code} in line ${line}`, range: { start, end: start } };
}

function indexWithProblems() {
	const index = openIndex();
	const same = paper(1, { title: 'Apples' });
	const many = Array.from({ length: 40 }, (_, line) => problem('missing-field', line));
	write(index, 'file:///a.bib', [same, paper(2, {})], [problem('unreadable-entry', 3)]);
	write(index, 'file:///b.bib', [paper(1, { type: 'book', title: 'Pears' })], many);
	write(index, 'file:///c.bib', [paper(4, {})], [problem('missing-field', 7)]);
	return index;
}

test('problems are summed by code, the most frequent first, with files and examples', () => {
	const sums = indexWithProblems().corpus.problemSums();
	assert.deepEqual(
		sums.map(({ code, count }) => [code, count]),
		[
			['missing-field', 41],
			['duplicate-key', 2],
			['unreadable-entry', 1],
		],
	);
	const [missing, clash] = sums;
	assert.deepEqual(missing?.files, [
		{ uri: 'file:///b.bib', count: 40 },
		{ uri: 'file:///c.bib', count: 1 },
	]);
	assert.deepEqual(
		missing.examples.map(({ uri, range, message }) => [uri, range.start.line, message]),
		[0, 1, 2].map((line) => ['file:///b.bib', line, `missing-field in line ${line}`]),
	);
	assert.deepEqual(
		clash?.examples.map(({ uri, range }) => [uri, range.start]),
		['file:///a.bib', 'file:///b.bib'].map((uri) => [uri, { line: 3, character: 9 }]),
	);
	assert.match(clash.examples[0]?.message ?? '', /Another paper also has the key "paper1"/);
});

test('the sum is that of the files, before and after they change', () => {
	const index = indexWithProblems();
	const check = () => {
		const inSum = index.corpus.problemSums().reduce((sum, { count }) => sum + count, 0);
		const inFiles = index.corpus.files().reduce((sum, { problems }) => sum + problems, 0);
		assert.equal(inSum, inFiles);
		return inSum;
	};
	assert.equal(check(), 44);
	write(index, 'file:///b.bib', [], []);
	assert.equal(check(), 2);
	write(index, 'file:///a.bib', [], []);
	assert.equal(check(), 1);
});
