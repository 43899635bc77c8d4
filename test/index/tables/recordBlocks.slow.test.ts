/** How many records are compared with each other: never all with all. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberIn } from '../../../server/src/index/database/sql.ts';
import { RecordBlocks } from '../../../server/src/index/tables/recordBlocks.ts';
import { RecordBodies } from '../../../server/src/index/tables/recordBodies.ts';
import { StatedRecords } from '../../../server/src/index/tables/statedRecords.ts';
import { openIndex, paper, runToEnd, type TestIndex, write } from './indexFixture.ts';

const URI = 'file:///a.bib';

/** Pairs that are compared if each record is looked up once. */
function comparisonsIn({ sql }: TestIndex): number {
	const blocks = new RecordBlocks({ sql, stated: new StatedRecords(sql), bodies: new RecordBodies(sql) });
	const records = sql.rows('SELECT id, facts FROM records');
	return records.reduce((sum, row) => {
		return sum + blocks.candidatesOf({ id: numberIn(row, 'id'), facts: numberIn(row, 'facts') }).length;
	}, 0);
}

function called(title: string, count: number): TestIndex {
	const index = openIndex();
	write(
		index,
		URI,
		Array.from({ length: count }, (_, number) => paper(number, { title, author: [{ family: `Lee${number}` }] })),
	);
	// Records are then found by the SQL index of titles; without it each look-up below would read all records.
	runToEnd(index.writer.completeFirst());
	return index;
}

test('up to 200 different records of one title are compared, more are not', () => {
	assert.equal(comparisonsIn(called('What the wind brought', 200)), 200 * 199);
	assert.equal(comparisonsIn(called('What the wind brought', 201)), 0);
});

test('5,000 editorials are compared with none, and are as many papers', () => {
	const index = called('Editorial', 5000);
	assert.equal(comparisonsIn(index), 0);
	assert.equal(index.corpus.paperCount, 5000);
});

test('copies of a record count once', () => {
	const index = openIndex();
	const copies = Array.from({ length: 1000 }, (_, number) => paper(number, { title: 'What the wind brought' }));
	write(index, URI, copies);
	assert.equal(index.corpus.paperCount, 1);
	assert.equal(comparisonsIn(index), 0);
});
