/** What is looked up in the index, and what need not be since it cannot be there. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import { openReader, openWriter } from '../../../server/src/index/openIndex.ts';
import { BloomFilter } from '../../../server/src/index/tables/bloomFilter.ts';
import { richText } from '../../../server/src/util/textKinds.ts';
import { type TestIndex, write } from './indexFixture.ts';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function record(key: string) {
	const author = [{ family: richText('Lee') }];
	return { key, item: { type: 'article', title: richText(`On the paper ${key}`), author }, range: NOWHERE };
}

/** Two windows that write one index, and what is found in it. */
function withTwo(work: (one: Window, other: Window, corpus: Corpus) => void): void {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	const open = () => new DatabaseSync(join(folder, 'index.db'));
	const [one, other, third] = [open(), open(), open()];
	try {
		const writers = [one, other].map((db) => openWriter(db));
		const reader = openReader(third, () => {});
		const [first, second] = writers;
		assert.ok(first && 'opened' in first && second && 'opened' in second && 'opened' in reader);
		work({ writer: first.opened }, { writer: second.opened }, reader.opened);
	} finally {
		for (const db of [one, other, third]) {
			db.close();
		}
		rmSync(folder, { recursive: true });
	}
}

type Window = Pick<TestIndex, 'writer'>;

test('of an index that was empty, only what was noted is perhaps there', () => {
	const marks = new BloomFilter();
	marks.start();
	for (let mark = 1; mark < 2 ** 48; mark *= 3) {
		assert.equal(marks.add(mark), false);
		assert.equal(marks.add(mark), true);
	}
});

test('of an index that has records, everything is perhaps there', () => {
	const marks = new BloomFilter();
	assert.equal(marks.add(1), true);
});

test('what another window writes in between is met again', () => {
	withTwo((one, other, corpus) => {
		write(one, 'file:///a.bib', [record('smith2020')]);
		write(other, 'file:///b.bib', [record('jones2021'), record('lee2022')]);
		write(one, 'file:///c.bib', [{ ...record('lee2022'), key: 'lee' }]);
		const [first, second] = ['lee', 'lee2022'].map((name) => corpus.resolve(name).map(({ id }) => id));
		assert.equal(first?.length, 1);
		assert.deepEqual(first, second);
	});
});

test('a key that another window has written is a problem at both places when it comes again', () => {
	withTwo((one, other, corpus) => {
		write(one, 'file:///a.bib', [record('smith2020')]);
		write(other, 'file:///b.bib', [record('jones2021')]);
		write(one, 'file:///c.bib', [{ ...record('another'), key: 'jones2021' }]);
		assert.deepEqual(
			['b', 'c'].map((name) => corpus.problemsIn(`file:///${name}.bib`).map(({ code }) => code)),
			[['duplicate-key'], ['duplicate-key']],
		);
	});
});
