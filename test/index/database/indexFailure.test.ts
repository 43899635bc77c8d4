/** An index is damaged only where SQLite or its own tables say so; what our statements get wrong is no reason to build it anew. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { DamagedIndex, indexFailureOf } from '../../../server/src/index/database/indexFailure.ts';
import { openTables } from '../../../server/src/index/database/openDatabase.ts';
import { refusing, sqlError } from '../../support/refusingDatabase.ts';
import { file, openIndex, paper } from '../tables/indexFixture.ts';

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return assert.fail('nothing was thrown');
}

test('what result codes mean, extended ones too', () => {
	const kinds = new Map([
		[1, 'refused'], // SQLITE_ERROR
		[5, 'busy'],
		[7, 'refused'], // SQLITE_NOMEM
		[10, 'unwritable'],
		[11, 'damaged'], // SQLITE_CORRUPT
		[11 + 256, 'damaged'], // SQLITE_CORRUPT_VTAB
		[19 + 8 * 256, 'damaged'], // SQLITE_CONSTRAINT_UNIQUE
		[21, 'refused'], // SQLITE_MISUSE
		[25, 'refused'], // SQLITE_RANGE
		[26, 'damaged'], // SQLITE_NOTADB
	]);
	for (const [code, kind] of kinds) {
		assert.equal(indexFailureOf(sqlError(code))?.kind, kind, `code ${code}`);
	}
	assert.equal(indexFailureOf(new DamagedIndex('out of order'))?.kind, 'damaged');
	assert.equal(indexFailureOf(new TypeError('no code')), undefined);
});

test('statements that SQLite cannot take are refused, with their stack', () => {
	const db = new DatabaseSync(':memory:');
	const refused = ['SELECT nothing', 'SELECT 1 FROM nowhere', 'SELEC 1'].map((sql) => () => db.prepare(sql));
	for (const act of [...refused, () => db.prepare('SELECT ?').get(1, 2)]) {
		const failure = indexFailureOf(thrownBy(act));
		assert.equal(failure?.kind, 'refused');
		assert.match(failure.message, /indexFailure\.test/);
	}
});

test('an index whose tables are not those it was made with is damaged', () => {
	for (const sql of [
		'DROP TABLE state',
		'DROP TABLE names',
		'DROP INDEX records_of_doi',
		'ALTER TABLE papers RENAME COLUMN added TO addded',
	]) {
		const db = new DatabaseSync(':memory:');
		assert.ok('sql' in openTables(db));
		assert.ok('sql' in openTables(db), 'the tables are whole');
		db.exec(sql);
		const opened = openTables(db);
		assert.equal('failure' in opened && opened.failure.kind, 'damaged', sql);
	}
});

test('an index whose tables cannot be made is refused, not damaged', () => {
	const opened = openTables(refusing(new DatabaseSync(':memory:'), 'CREATE TABLE state', 1));
	assert.equal('failure' in opened && opened.failure.kind, 'refused');
});

test('a statement refused while a file is written leaves the index as it was', () => {
	const db = new DatabaseSync(':memory:');
	openTables(db);
	const { writer, corpus } = openIndex(refusing(db, 'INSERT INTO papers', 25));
	const end = writer.replaceFile(file('file:///a.bib'), [paper(1, {})], () => ({ problems: [] })).next();
	assert.ok(end.done);
	assert.equal('failure' in end.value && end.value.failure.kind, 'refused');
	assert.equal(corpus.paperCount, 0);
});

test('an answer that SQLite refuses is an error each time, and other answers are given', () => {
	const db = new DatabaseSync(':memory:');
	openTables(db);
	const { corpus } = openIndex(refusing(db, 'SELECT uri, format', 1));
	for (let times = 0; times < 2; times++) {
		assert.throws(() => corpus.files(), /as SQLite says/);
	}
	assert.equal(corpus.paperCount, 0);
});
