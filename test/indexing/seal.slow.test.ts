/** Checksums of the index: no changed byte goes unnoticed, and nothing else is taken for damage. */

import assert from 'node:assert/strict';
import {
	closeSync,
	existsSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { deleteDatabase } from '../../server/src/indexing/database.node.ts';
import { damageIn, isSealed, SEAL_SUFFIX, sealDatabase, writesIn } from '../../server/src/indexing/seal.node.ts';
import { openIndex, paper, type TestIndex, write } from '../index/tables/indexFixture.ts';
import { SEED, seededRandom } from '../support/random.ts';

/** The length of the database's header, whose counters change without any damage. */
const FIRST_CONTENT = 100;

interface Sealed extends TestIndex {
	readonly db: DatabaseSync;
	readonly path: string;
	seal(budgetMs?: number): void;
	damage(): Promise<string | undefined>;
}

function sealed(t: TestContext): Sealed {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	const path = join(folder, 'papers.sqlite');
	const db = new DatabaseSync(path);
	const index = openIndex(db);
	write(
		index,
		'file:///a.bib',
		Array.from({ length: 60 }, (_, number) => paper(number, { title: `Paper ${number}` })),
	);
	t.after(() => {
		db.close();
		rmSync(folder, { recursive: true });
	});
	const seal = (budgetMs = 10_000): void => sealDatabase(db, path, budgetMs);
	seal();
	return {
		...index,
		db,
		path,
		seal,
		damage: () => damageIn(path, { writes: () => writesIn(db), checkedBytes: 2 ** 28 }),
	};
}

test('each of a thousand random damages of one byte is noticed', async (t) => {
	const { path, damage } = sealed(t);
	assert.equal(await damage(), undefined);
	const whole = readFileSync(path);
	const file = openSync(path, 'r+');
	const random = seededRandom(SEED);
	for (let round = 0; round < 1000; round++) {
		const at = FIRST_CONTENT + Math.floor(random() * (whole.length - FIRST_CONTENT));
		const byte = whole[at] ?? 0;
		writeSync(file, Uint8Array.of(byte ^ (1 + Math.floor(random() * 255))), 0, 1, at);
		assert.match((await damage()) ?? '', /changed/, `SEED=${SEED}: byte ${at}`);
		writeSync(file, Uint8Array.of(byte), 0, 1, at);
	}
	closeSync(file);
	assert.equal(await damage(), undefined);
	truncateSync(path, statSync(path).size - 1);
	assert.match((await damage()) ?? '', /changed/);
});

test('an index that was written to since is not damaged, and is sealed again', async (t) => {
	const index = sealed(t);
	assert.ok(isSealed(index.path, writesIn(index.db)));
	write(index, 'file:///b.bib', [paper(100, { title: 'Another' })]);
	assert.ok(!isSealed(index.path, writesIn(index.db)));
	assert.equal(await index.damage(), undefined);
	index.seal();
	assert.ok(isSealed(index.path, writesIn(index.db)));
	assert.equal(await index.damage(), undefined);
});

test('an index that was opened for writing, which counts in its header, is not damaged', async (t) => {
	const index = sealed(t);
	const file = openSync(index.path, 'r+');
	for (const counter of [27, 95, 99]) {
		writeSync(file, Uint8Array.of(77), 0, 1, counter);
	}
	closeSync(file);
	assert.equal(await index.damage(), undefined);
});

test('an index that is written to while it is compared is not damaged', async (t) => {
	const index = sealed(t);
	const comparing = index.damage();
	write(index, 'file:///b.bib', [paper(100, { title: 'Another' })]);
	index.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	assert.equal(await comparing, undefined);
});

test('the seal of an index is not that of the one made in its place', async (t) => {
	const before = sealed(t);
	const after = sealed(t);
	writeFileSync(after.path + SEAL_SUFFIX, readFileSync(before.path + SEAL_SUFFIX));
	assert.equal(await after.damage(), undefined);
});

test('a seal that is damaged itself says nothing', async (t) => {
	const index = sealed(t);
	const text = readFileSync(index.path + SEAL_SUFFIX, 'utf8');
	for (const damaged of ['', 'x', text.slice(0, -1), text.replace(/"size":\d/, '"size":9')]) {
		writeFileSync(index.path + SEAL_SUFFIX, damaged);
		assert.equal(await index.damage(), undefined);
	}
});

test('nothing is sealed while another writes, nor beyond the time for it, nor in memory', (t) => {
	const index = sealed(t);
	write(index, 'file:///b.bib', [paper(100, { title: 'Another' })]);
	index.seal(-1);
	assert.ok(!isSealed(index.path, writesIn(index.db)));
	index.db.exec('PRAGMA busy_timeout = 1');
	const other = new DatabaseSync(index.path);
	other.exec('BEGIN IMMEDIATE');
	index.seal();
	other.exec('ROLLBACK');
	other.close();
	assert.ok(!isSealed(index.path, writesIn(index.db)));
	const memory = openIndex(new DatabaseSync(':memory:'));
	sealDatabase(memory.db as DatabaseSync, ':memory:', 10_000);
	memory.db.close();
});

test('deleting an index deletes its seal', (t) => {
	const { path, db } = sealed(t);
	assert.ok(existsSync(path + SEAL_SUFFIX));
	db.close();
	deleteDatabase(path);
	assert.ok(!existsSync(path + SEAL_SUFFIX));
	db.open();
});
