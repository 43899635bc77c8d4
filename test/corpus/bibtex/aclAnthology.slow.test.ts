import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { absent, sharedText } from './sharedCorpora.ts';

const FILE = 'acl-2016-on.bib';
const text = sharedText(FILE);

test('the ACL Anthology reads whole', { skip: text === undefined && absent(FILE) }, () => {
	const { papers, problems } = readAll(bibtex, text ?? '');
	assert.equal(papers.length, 9227);
	assert.equal(new Set(papers.map((paper) => paper.key)).size, 9227);
	assert.ok(papers.every(({ item }) => item.title !== undefined && item.issued?.['date-parts'] !== undefined));
	assert.ok(papers.every(({ item }) => item.type === 'paper-conference' || item.type === 'article-journal'));
	// One record of the Anthology has a DOI that begins with 0.
	assert.deepEqual(
		problems.map((problem) => problem.message),
		[
			'"0.26615/978-954-452-046-5_003" is not a valid DOI. A DOI starts with "10.", a number and a slash, as in 10.1000/182.',
		],
	);
});
