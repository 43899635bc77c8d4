/** An index in memory answers while it is written, though SQLite in memory lets nobody read meanwhile. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { openTables } from '../../server/src/index/database/openDatabase.ts';
import { Sql } from '../../server/src/index/database/sql.ts';
import { newMemory } from '../../server/src/indexing/databasePath.node.ts';
import { freeTurn, inTurns, newTurns, type Turns } from '../../server/src/indexing/memoryTurns.node.ts';

function memory(t: TestContext) {
	const turns = newTurns();
	const location = newMemory();
	const db = new DatabaseSync(location);
	t.after(() => db.close());
	openTables(db);
	return { turns, location, db };
}

function isTaken(turns: Turns): boolean {
	return Atomics.load(turns, 0) === 1;
}

test('an answer waits for one transaction, however many follow each other', { timeout: 60_000 }, async (t) => {
	const { turns, location, db } = memory(t);
	const sql = new Sql(inTurns(db, turns, true));
	const counts = new Int32Array(new SharedArrayBuffer(8));
	const workerData = { location, turns, counts };
	const thread = new Worker(join(import.meta.dirname, 'memoryWriter.ts'), { workerData });
	await once(thread, 'message');
	while (Atomics.load(counts, 0) < 20) {
		const before = Atomics.load(counts, 0);
		sql.run('BEGIN');
		// The one that was running, and one that was about to begin.
		assert.ok(Atomics.load(counts, 0) - before <= 2, `waited for ${Atomics.load(counts, 0) - before} transactions`);
		sql.row('SELECT papers FROM state');
		sql.run('COMMIT');
		await new Promise((resolve) => setImmediate(resolve));
	}
	Atomics.store(counts, 1, 1);
	await once(thread, 'exit');
});

test('the turn is given back after a transaction that failed, and by a connection that was closed in between', (t) => {
	const { turns, location, db } = memory(t);
	const writer = new Sql(inTurns(db, turns, false));
	assert.throws(() =>
		writer.transaction(() => {
			assert.ok(isTaken(turns));
			throw new Error('no room');
		}),
	);
	assert.ok(!isTaken(turns));
	const other = inTurns(new DatabaseSync(location), turns, true);
	const reader = new Sql(other);
	reader.run('BEGIN');
	other.close();
	assert.ok(!isTaken(turns));
});

test('a connection gives back only its own turn, and a thread that died loses its', (t) => {
	const { turns, db } = memory(t);
	const sql = new Sql(inTurns(db, turns, true));
	Atomics.store(turns, 0, 1);
	assert.throws(() => sql.run('ROLLBACK'));
	assert.ok(isTaken(turns));
	freeTurn(turns);
	assert.ok(!isTaken(turns));
});
