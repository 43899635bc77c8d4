/** The page of an author, and the line above each paper of a listing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { authorPage } from '../../server/src/corpus/formats/listings/authorPage.ts';
import type { PaperRecord } from '../../server/src/corpus/paper.ts';

const PROFILE = 'Ann Lee\n\nCL\nh-index10\n5papers\n1,234citations\nNovelty58%\nAI Score56\n\n2 Papers\n\n';

/** The papers of `text`, with spans from the line to the end of the abstract and over the title. */
function check(text: string, titles: readonly string[], problemCount = 0): readonly PaperRecord[] {
	const { papers, problems } = readAll(authorPage, text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		titles,
	);
	for (const { item, span, keySpan } of papers) {
		assert.match(text.slice(span.start, span.end), /^(?:[\d.]+)?[A-Za-z.-]+ ?[A-Z][a-z]{2} \d[\s\S]*\S$/);
		assert.equal(text.slice(keySpan?.start, keySpan?.end).replace(/\s+/g, ' '), item.title);
	}
	assert.equal(problems.length, problemCount);
	return papers;
}

function paper(line: string, rest: string): PaperRecord | undefined {
	return readAll(authorPage, `${PROFILE}CLMay 1, 2024\nOther\n\nBob Ray\n\nText.\n\n${line}\n${rest}`).papers[1];
}

test('a paper has title, authors, affiliations, date, category and abstract', () => {
	const found = paper('CLOct 21, 2025Code', 'On Rays\n\nOlmo Team, Ann Lee et al. · uw, pku\n\nFirst.\n\nSecond.\n');
	assert.deepEqual(found?.item, {
		type: 'article',
		title: 'On Rays',
		author: [{ literal: 'Olmo Team' }, { family: 'Lee', given: 'Ann' }],
		issued: { 'date-parts': [[2025, 10, 21]] },
		abstract: 'First.\n\nSecond.',
	});
	assert.deepEqual(found?.extra, {
		categories: ['CL'],
		hasCode: true,
		authorsTruncated: true,
		affiliations: ['uw', 'pku'],
	});
});

test('a score stands before the category, and a date without year is of the year after the latest', () => {
	const found = paper('58.1AIMar 8', 'On Rays\n\nAnn Lee\n\nText.');
	assert.deepEqual(found?.extra, { categories: ['AI'], score: 58.1, yearInferred: true });
	assert.deepEqual(found?.item.issued, { 'date-parts': [[2025, 3, 8]] });
});

test('where no line has a year, the date stays as written', () => {
	const [found] = readAll(authorPage, 'CLFeb 6\nOn Rays\n\nAnn Lee\n\nText.').papers;
	assert.deepEqual(found?.item.issued, { literal: 'Feb 6' });
	assert.equal(found?.extra?.yearInferred, undefined);
});

test('archives without classes, whole class names and spaces are understood', () => {
	for (const [line, category] of [
		['quant-phJun 1, 2024', 'quant-ph'],
		['99stat.MLJun 1, 2024Code', 'stat.ML'],
		['CL Jun 1, 2024', 'CL'],
	] as const) {
		assert.deepEqual(paper(line, 'On Rays\n\nAnn Lee')?.extra?.categories, [category]);
	}
});

test('a paper without authors keeps its abstract, and one without abstract its authors', () => {
	const text =
		'CLMay 1, 2024\nOne\n\nThis text tells, of rays, what is known.\n\nCLMay 2, 2024\nTwo\n\nAnn Lee, Bob Ray\n';
	const [one, two] = check(text, ['One', 'Two']);
	assert.equal(one?.item.author, undefined);
	assert.equal(one?.item.abstract, 'This text tells, of rays, what is known.');
	assert.equal(two?.item.author?.length, 2);
	assert.equal(two?.item.abstract, undefined);
});

test('any line ends, trailing spaces and a title over two lines are read', () => {
	const text = `${PROFILE}CLMay 1, 2024  \nOne of\nTwo  \n\nAnn Lee  \n\nText.  \n`;
	for (const lineEnd of ['\n', '\r\n', '\r']) {
		check(text.replaceAll('\n', lineEnd), ['One of Two']);
	}
});

test('a line without a title is a problem, and the papers around it stand', () => {
	check('CLMay 1, 2024\nOne\n\nAnn Lee\n\nCLMay 2, 2024\n\nCLMay 3, 2024\nTwo\n\nBob Ray\n', ['One', 'Two'], 1);
});

test('abstracts that mention dates start no paper', () => {
	check('CLMay 1, 2024\nOne\n\nAnn Lee\n\nOn May 1, 2024 we met.\nMay 35\n', ['One']);
});
