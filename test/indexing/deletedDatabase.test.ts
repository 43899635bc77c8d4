/** The files of an index are deleted even if another program holds them for a moment, as virus scanners do on Windows. */

import assert from 'node:assert/strict';
import fs, { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { deleteDatabase } from '../../server/src/indexing/database.node.ts';

const SUFFIXES = ['', '-wal', '-shm', '-seal'];

/** A database on a disk that fails `refusals` times with `code` before it deletes a file. */
function heldDatabase(t: TestContext, code: string, refusals: number) {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	const path = join(folder, 'index.sqlite');
	for (const suffix of SUFFIXES) {
		writeFileSync(path + suffix, 'x');
	}
	const { rmSync } = fs;
	const tries = new Map<string, number>();
	t.mock.method(fs, 'rmSync', (file: string, options: fs.RmOptions) => {
		tries.set(file, (tries.get(file) ?? 0) + 1);
		if ((tries.get(file) ?? 0) <= refusals) {
			throw Object.assign(new Error(`${code}: '${file}'`), { code });
		}
		rmSync(file, options);
	});
	syncBuiltinESMExports();
	const waits: number[] = [];
	t.mock.method(Atomics, 'wait', (_: Int32Array, __: number, ___: number, ms: number) => void waits.push(ms));
	t.after(() => {
		t.mock.reset();
		syncBuiltinESMExports();
		rmSync(folder, { recursive: true });
	});
	return {
		path,
		/** In milliseconds. */
		waits,
		tries: () => [...tries.values()],
		left: () => SUFFIXES.filter((suffix) => existsSync(path + suffix)),
	};
}

for (const code of ['EBUSY', 'EPERM']) {
	test(`files that two tries cannot delete (${code}) are deleted by the third, each after a longer wait`, (t) => {
		const database = heldDatabase(t, code, 2);
		deleteDatabase(database.path);
		assert.deepEqual([database.left(), database.tries()], [[], [3, 3, 3, 3]]);
		assert.deepEqual(database.waits, [50, 100, 50, 100, 50, 100, 50, 100]);
	});
}

test('a file that stays held is given up after a second or so, and that is told', (t) => {
	const database = heldDatabase(t, 'EBUSY', 100);
	assert.throws(() => deleteDatabase(database.path), /EBUSY/);
	assert.deepEqual(database.tries(), [7]);
	const waited = database.waits.reduce((sum, wait) => sum + wait);
	assert.ok(waited > 900 && waited < 1200, `${waited} ms`);
});

test('what waiting does not mend is told at once', (t) => {
	const database = heldDatabase(t, 'EROFS', 100);
	assert.throws(() => deleteDatabase(database.path), /EROFS/);
	assert.deepEqual([database.tries(), database.waits], [[1], []]);
});

test('what is not there, or in memory, is deleted already', (t) => {
	const database = heldDatabase(t, 'EBUSY', 0);
	deleteDatabase(database.path);
	deleteDatabase(database.path);
	deleteDatabase(undefined);
	assert.deepEqual(database.left(), []);
});
