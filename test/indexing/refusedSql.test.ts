/** When SQLite refuses one of our statements, that is reported once and the index stays as it is. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { fileRoot } from '../../server/src/files/corpusRoots.ts';
import type { Files } from '../../server/src/files/files.ts';
import type { IndexFailure } from '../../server/src/index/database/indexFailure.ts';
import { openWriter } from '../../server/src/index/openIndex.ts';
import { openDriver } from '../../server/src/indexing/driver.ts';
import { nodeHost } from '../../server/src/indexing/driverHost.node.ts';
import type { IndexEvent } from '../../server/src/indexing/indexDriver.ts';
import { Indexer } from '../../server/src/indexing/indexer.ts';
import { eventually } from '../support/eventually.ts';
import { refusing } from '../support/refusingDatabase.ts';
import { entry } from '../support/serverCase.ts';

function temporaryFolder(t: TestContext): string {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** A thread that does nothing but report a refused statement and record that it was started. */
function refusingThread(folder: string): string {
	const program = join(folder, 'thread.mjs');
	const failure: IndexFailure = { kind: 'refused', message: 'Error: column index out of range\n    at somewhere' };
	writeFileSync(
		program,
		`import { appendFileSync } from 'node:fs';
		import { parentPort } from 'node:worker_threads';
		appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'start\\n');
		parentPort.on('message', ({ kind }) => kind === 'close' && process.exit());
		parentPort.postMessage({ kind: 'trouble', failure: ${JSON.stringify(failure)} });`,
	);
	return program;
}

test('after a refusal nothing is deleted, started again or moved, and the stack is told once', async (t) => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'index.sqlite');
	const db = new DatabaseSync(path);
	openWriter(db);
	db.close();
	const { ino } = statSync(path);
	const events: IndexEvent[] = [];
	const index = openDriver(nodeHost(refusingThread(folder), path), (event) => events.push(event));
	const told = (): string[] => events.flatMap((event) => (event.kind === 'gaveUp' ? [event.message] : []));
	await eventually({ read: told, accept: (seen) => seen.length > 0, what: 'a word on it' });
	index.filesChanged(['file:///a.bib']);
	await index.close();
	assert.deepEqual(told(), ['Indexing has stopped after an error: Error: column index out of range\n    at somewhere']);
	assert.equal(events.filter(({ kind }) => kind === 'opened').length, 1);
	assert.equal(statSync(path).ino, ino);
	assert.equal(readFileSync(join(folder, 'starts'), 'utf8'), 'start\n');
});

const URI = 'file:///papers/a.bib';

const FILES: Files = {
	async *walk() {
		yield* [await FILES.stat(URI)].flatMap((stat) => stat ?? []);
	},
	stat: async (uri) => (uri === URI ? { uri, size: 1, mtime: 1 } : undefined),
	read: async () => new TextEncoder().encode(entry('a2020', 'On Apples')),
	isWritable: async () => true,
};

test('a statement refused while a file is read ends the work, and says nothing of the file', async () => {
	const db = new DatabaseSync(':memory:');
	const opened = openWriter(refusing(db, 'UPDATE search_run', 25));
	assert.ok('opened' in opened);
	const failed = Promise.withResolvers<IndexFailure | undefined>();
	const indexer = new Indexer({
		files: FILES,
		writer: opened.opened,
		onProvisional: () => {},
		onCommit: () => {},
		onProgress: () => {},
		onRead: () => {},
		onComplete: () => failed.reject(new Error('it was completed')),
		onFailure: (_, failure) => failed.resolve(failure),
	});
	indexer.scan([fileRoot(URI)]);
	assert.equal((await failed.promise)?.kind, 'refused');
	assert.equal(opened.opened.fileState(URI)?.hash, undefined);
});
