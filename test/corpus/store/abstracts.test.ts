/** A large import leaves abstracts for later; nothing else waits for them. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { PaperId } from '../../../server/src/corpus/corpus.ts';
import { CorpusWriter, type PlacedRecord } from '../../../server/src/corpus/store/corpusWriter.ts';
import { openStore } from '../../../server/src/corpus/store/openStore.ts';
import { file, paper, runToEnd } from './indexFixture.ts';

/** A writer of small batches, and the abstracts that its search tables have. */
function openWriter() {
	const opened = openStore(new DatabaseSync(':memory:'));
	if ('failure' in opened) {
		throw new Error(opened.failure.message);
	}
	const titles = new Map<PaperId, string>();
	const abstracts = new Map<PaperId, string>();
	let flushed = 0;
	const writer = new CorpusWriter(opened.sql, {
		batch: 4,
		pageSize: 4,
		search: {
			put: (id, { title }) => titles.set(id, title),
			putAbstract: (id, abstract) => {
				assert.ok(titles.has(id) && !abstracts.has(id));
				abstracts.set(id, abstract);
			},
			delete: (id) => {
				titles.delete(id);
				abstracts.delete(id);
			},
			flush: () => {
				flushed++;
			},
		},
	});
	return { writer, titles, abstracts, flushes: () => flushed };
}

const write = (writer: CorpusWriter, records: readonly PlacedRecord[]) =>
	runToEnd(writer.replaceFile(file('file:///a.bib'), records, () => ({ problems: [] })));

const papers = Array.from({ length: 20 }, (_, number) => paper(number, { abstract: `Abstract ${number}` }));

test('a large import is searchable by title first, and by abstract when that is asked for', () => {
	const { writer, titles, abstracts, flushes } = openWriter();
	write(writer, papers);
	assert.equal(titles.size, 20);
	assert.equal(abstracts.size, 0);
	runToEnd(writer.addAbstracts());
	assert.equal(abstracts.size, 20);
	assert.ok(flushes() > 5);
	const before = new Map(abstracts);
	runToEnd(writer.addAbstracts());
	assert.deepEqual(abstracts, before, 'nothing is left to do');
});

test('a small change has its abstracts at once', () => {
	const { writer, abstracts } = openWriter();
	write(writer, papers.slice(0, 3));
	assert.equal(abstracts.size, 3);
});

test('a paper that goes before its abstract came owes none', () => {
	const { writer, titles, abstracts } = openWriter();
	write(writer, papers);
	write(
		writer,
		papers.slice(10).map((record) => ({ ...record, item: { ...record.item, abstract: 'Another' } })),
	);
	runToEnd(writer.addAbstracts());
	assert.deepEqual([titles.size, [...new Set(abstracts.values())]], [10, ['Another']]);
});
