/** A row in a list of suggestions shows the paper as its summary has it. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { shortByline } from '../../../server/src/corpus/byline.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import { lineStartsOf, rangeOf } from '../../../server/src/util/lines.ts';
import { openIndex, paper, write } from './indexFixture.ts';

test('a row holds the whole title, and in few letters who wrote the paper when', () => {
	const index = openIndex();
	write(index, 'file:///a.bib', [
		paper(1, { title: 'Attention Is <i>All</i> You Need', issued: { 'date-parts': [[2017]] } }),
		paper(2, { title: 'Scaling Up Reinforcement Learning with Verifiable Environments' }),
		paper(3, { title: '', author: [{ family: 'Lee' }, { family: 'Kim' }] }),
		paper(4, { title: 'Two\nlines', author: [{ literal: 'The\nTeam' }, { family: 'b' }, { family: 'c' }] }),
		paper(5, { title: 'Antidisestablishmentarianismusmusmusmusmusmus' }),
		paper(6, {
			title: 'Scaling Up Reinforcement Learning',
			author: [{ family: 'Wolfeschlegelstein' }, { family: 'Lee' }],
			issued: { 'date-parts': [[2017]] },
		}),
		paper(7, {
			title: 'On Teams',
			author: [{ literal: 'National Institute of Standards and Technology' }],
			issued: { 'date-parts': [[2019]] },
		}),
	]);
	const rows = index.corpus.listed('', { limit: 9 });
	assert.deepEqual(
		rows.map(({ key, title, byline: by }) => [key, title, by]),
		[
			['paper1', 'Attention Is All You Need', 'Lee 2017'],
			['paper2', 'Scaling Up Reinforcement Learning with Verifiable Environments', 'Lee'],
			['paper3', '', 'Lee & Kim'],
			['paper4', 'Two lines', 'The Team et al.'],
			['paper5', 'Antidisestablishmentarianismusmusmusmusmusmus', 'Lee'],
			['paper6', 'Scaling Up Reinforcement Learning', 'Wolfeschlegelstein et al. 2017'],
			['paper7', 'On Teams', 'National Institute of… 2019'],
		],
	);
});

test('a row follows the records of its paper', () => {
	const index = openIndex();
	const shown = () => index.corpus.listed('', { limit: 9 }).map(({ title, byline: by }) => `${title}: ${by}`);
	write(index, 'file:///a.bib', [paper(1, { title: 'Deep', DOI: '10.1000/one' })]);
	assert.deepEqual(shown(), ['Deep: Lee']);
	const author = [{ family: 'Lee', given: 'Ada' }, { family: 'Kim' }];
	write(index, 'file:///b.bib', [paper(2, { title: 'Deep Learning', DOI: '10.1000/one', author })]);
	assert.deepEqual(shown(), ['Deep Learning: Lee & Kim']);
	write(index, 'file:///b.bib', []);
	assert.deepEqual(shown(), ['Deep: Lee']);
});

const SHARED = join(import.meta.dirname, '../../../../shared');

for (const name of ['seeds', 'corpora/better-bibtex-import', 'corpora/vault-meta-analysis']) {
	const folder = join(SHARED, name);
	const skip = existsSync(folder) ? false : `${folder} is not here`;
	test(`of each paper in ${name} a row says what its summary says`, { skip }, () => {
		const index = openIndex();
		for (const file of readdirSync(folder)) {
			write(index, `file:///${file}`, recordsIn(join(folder, file)));
		}
		const rows = index.corpus.listed('', { limit: Number.POSITIVE_INFINITY });
		assert.ok(rows.length > 0);
		assert.equal(rows.length, index.corpus.paperCount);
		for (const { id, key, title, byline: by } of rows) {
			const summary = index.corpus.summary(id);
			assert.ok(summary);
			assert.deepEqual([key, by, title], [summary.key, shortByline(summary), summary.title]);
		}
	});
}

function recordsIn(path: string): PlacedRecord[] {
	const text = readFileSync(path, 'utf8');
	const format = formatOf(text);
	const starts = lineStartsOf(text);
	const papers = format ? readAll(format, text).papers : [];
	return papers.map(({ span, keySpan, ...record }) => ({
		...record,
		range: rangeOf(starts, span),
		keyRange: rangeOf(starts, keySpan ?? span),
	}));
}
