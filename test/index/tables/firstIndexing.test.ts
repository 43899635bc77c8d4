/** What a first indexing leaves for its end: how papers are found before, and after a crash. */

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import type { IndexedCorpus } from '../../../server/src/index/indexedCorpus.ts';
import { openReader, openWriter } from '../../../server/src/index/openIndex.ts';
import type { CorpusWriter } from '../../../server/src/index/tables/corpusWriter.ts';
import { MarkTable } from '../../../server/src/index/tables/markTable.ts';
import { seededRandom } from '../../support/random.ts';
import { file, paper, runToEnd, write } from './indexFixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-notes-first-'));

after(() => rmSync(folder, { recursive: true }));

interface OpenFile {
	readonly writer: CorpusWriter;
	readonly corpus: IndexedCorpus;
	indexes(): readonly string[];
	close(): void;
}

function openAt(name: string): OpenFile {
	const path = join(folder, name);
	const [one, other] = [new DatabaseSync(path), new DatabaseSync(path)];
	const [writer, reader] = [openWriter(one), openReader(other, () => {})];
	assert.ok('opened' in writer && 'opened' in reader);
	return {
		writer: writer.opened,
		corpus: reader.opened,
		indexes: () => {
			reader.opened.refresh();
			return other
				.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'records' ORDER BY name")
				.all()
				.map(({ name: index }) => String(index));
		},
		close: () => {
			one.close();
			other.close();
		},
	};
}

/** As a crash leaves them: without closing. */
function copied(from: string, to: string): OpenFile {
	for (const suffix of ['', '-wal']) {
		copyFileSync(join(folder, from) + suffix, join(folder, to) + suffix);
	}
	return openAt(to);
}

const RECORDS = [
	paper(1, { DOI: '10.1000/One' }),
	paper(2, { DOI: '10.48550/arXiv.2001.00001' }),
	paper(3, { title: 'How Alpine Lichens Grow', issued: { 'date-parts': [[2020]] } }),
];

const NAMES = ['10.1000/one', 'https://doi.org/10.1000/ONE', 'arXiv:2001.00001v3', 'paper3', '10.1000/two'];

function found({ corpus }: OpenFile): readonly (readonly string[])[] {
	corpus.refresh();
	return NAMES.map((name) => corpus.resolve(name).map(({ key }) => key));
}

const EXPECTED = [['paper1'], ['paper1'], ['paper2'], ['paper3'], []];
const BEFORE = ['records_of_arxiv', 'records_of_doi', 'records_of_paper', 'records_of_pmid'];
const LATER = [...BEFORE, 'records_of_key', 'records_of_place', 'records_of_title'].sort();

test('papers are found by every name before the last indexes are created, and after', () => {
	const index = openAt('whole');
	write(index, 'file:///a.bib', RECORDS);
	assert.deepEqual(index.indexes(), BEFORE);
	assert.deepEqual(found(index), EXPECTED);
	runToEnd(index.writer.completeFirst());
	assert.deepEqual(index.indexes(), LATER);
	assert.deepEqual(found(index), EXPECTED);
	index.close();
});

test('after a crash, an index without the last indexes is known to be incomplete', () => {
	const index = openAt('crashed');
	write(index, 'file:///a.bib', RECORDS);
	const files = new Map([['file:///a.bib', file('file:///a.bib')]]);
	const rest = index.writer.completeFirst();
	rest.next();
	const between = copied('crashed', 'between');
	assert.deepEqual(found(between), EXPECTED);
	assert.equal(between.corpus.holdsJust(files), false);
	runToEnd(between.writer.completeFirst());
	between.corpus.refresh();
	assert.deepEqual(between.indexes(), LATER);
	assert.equal(between.corpus.holdsJust(files), true);
	between.close();
	runToEnd(rest);
	index.close();
});

test('who writes after a crash finds the records that were there before', () => {
	const index = openAt('stopped');
	write(index, 'file:///a.bib', RECORDS);
	const next = copied('stopped', 'next');
	index.close();
	write(next, 'file:///b.bib', [
		paper(4, { title: 'Another title', DOI: '10.1000/one' }),
		paper(5, { title: 'How Alpine Lichens Grow', issued: { 'date-parts': [[2020]] } }),
	]);
	assert.deepEqual(next.indexes(), LATER);
	next.corpus.refresh();
	const [first] = next.corpus.resolve('paper1');
	assert.deepEqual(next.corpus.resolve('paper4'), [first]);
	assert.deepEqual(
		next.corpus.resolve('paper5').map(({ id }) => id),
		next.corpus.resolve('paper3').map(({ id }) => id),
	);
	next.close();
});

test('an index that lost one of them afterwards is damaged', () => {
	const index = openAt('lost');
	write(index, 'file:///a.bib', RECORDS);
	runToEnd(index.writer.completeFirst());
	index.close();
	const db = new DatabaseSync(join(folder, 'lost'));
	db.exec('DROP INDEX records_of_title');
	const opened = openReader(db, () => {});
	assert.equal('failure' in opened && opened.failure.kind, 'damaged');
	db.close();
});

test('a table of marks gives all records of a mark', () => {
	const seed = 20_000;
	const random = seededRandom(seed);
	const table = new MarkTable();
	const expected = new Map<number, number[]>();
	for (let record = 1; record <= 20_000; record++) {
		const mark = Math.floor(random() ** 4 * 2 ** 48);
		table.add(mark, record);
		expected.set(mark, [...(expected.get(mark) ?? []), record]);
	}
	for (const [mark, records] of expected) {
		const got = table.recordsWith(mark);
		assert.ok(
			records.every((record) => got.includes(record)),
			`seed ${seed}, mark ${mark}`,
		);
	}
});
