/** What a reader gives of a record when only a list is to be shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
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

test('a brief record is the whole one without its abstract', () => {
	const [brief, whole] = [read(true), read(false)];
	assert.ok(whole.records.some(({ item }) => item.abstract !== undefined));
	assert.deepEqual(
		brief.records,
		whole.records.map(({ item: { abstract: _, ...item }, ...record }) => ({ ...record, item })),
	);
	assert.ok(brief.codes.length < whole.codes.length);
});
