/** What a reader gives of a record when only a list is to be shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import type { Problem } from '../../../server/src/util/problem.ts';

const TEXT = `
@string{jml = {Journal of Marsh Life}}
@article{heron2021,
  title = {Wading {Herons} at Dusk}, author = {Ibis, Ann and Crane, Bo}, journal = jml, year = 2021,
  doi = {10.1000/herons}, keywords = {birds}, abstract = {They stand \\emph{still}.}}
@article{, title = }
@inproceedings{part, crossref = {whole}, title = {A Part}, abstract = {Of it.}}
@proceedings{whole, title = {The Whole}, year = 2019, abstract = {Of all.}}
`;

function read(isBrief: boolean) {
	const problems: Problem[] = [];
	const records = [...bibtex.read(TEXT, { report: (problem) => problems.push(problem), isBrief })];
	return { records, codes: problems.map(({ code }) => code) };
}

test('a brief record shows the same in a list as the whole one, and has no more', () => {
	const [brief, whole] = [read(true), read(false)];
	const shown = ['id', 'type', 'title', 'author', 'container-title', 'issued'] as const;
	const listed = ({ item, key, span }: PaperRecord) => [key, span, ...shown.map((name) => item[name])];
	assert.deepEqual(brief.records.map(listed), whole.records.map(listed));
	for (const { item } of brief.records) {
		assert.deepEqual([item.abstract, item.DOI, item.keyword], [undefined, undefined, undefined]);
	}
	assert.ok(whole.records.some(({ item: { abstract, DOI, keyword } }) => abstract && DOI && keyword));
	assert.ok(brief.codes.length < whole.codes.length);
});
