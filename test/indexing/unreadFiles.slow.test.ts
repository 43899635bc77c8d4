/** A file that cannot be read for a while keeps its papers, says so, and is read as soon as possible. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { fileRoot } from '../../server/src/files/corpusRoots.ts';
import { type Files, NotAFile } from '../../server/src/files/files.ts';
import { UnreadFiles } from '../../server/src/files/unreadFiles.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import { Indexer } from '../../server/src/indexing/indexer.ts';
import { inChunks } from '../support/inChunks.ts';
import { entry } from '../support/serverCase.ts';

const URI = 'file:///papers/a.bib';
const BUSY = new Error('EBUSY: resource busy or locked');

/** A disk with one file that other programs may hold. */
class Disk {
	text = entry('a2020', 'On Apples');
	mtime = 1;
	/** The error that reading throws, and after how many bytes. */
	error: Error | undefined;
	readable = 0;
	size: number | undefined;

	get files(): Files {
		const stat = () => ({ uri: URI, size: this.size ?? this.text.length, mtime: this.mtime });
		const files: Files = {
			walk: async function* () {
				yield stat();
			},
			stat: async (uri) => (uri === URI ? stat() : undefined),
			read: async () => {
				if (this.error) {
					throw this.error;
				}
				return new TextEncoder().encode(this.text);
			},
			isWritable: async () => true,
		};
		return this.size === undefined ? files : { ...files, chunks: () => this.#chunks() };
	}

	*#chunks(): Iterable<Uint8Array> {
		const bytes = new TextEncoder().encode(this.text);
		yield* inChunks(this.error ? bytes.subarray(0, this.readable) : bytes, 1000);
		if (this.error) {
			throw this.error;
		}
	}
}

function newStore() {
	const db = new DatabaseSync(':memory:');
	const writer = openWriter(db);
	const reader = openReader(db, ({ message }) => assert.fail(message));
	assert.ok('opened' in writer && 'opened' in reader);
	return { writer: writer.opened, corpus: reader.opened };
}

/** An index of the disk's file. */
function indexOf(disk: Disk, store = newStore()) {
	const { writer, corpus } = store;
	let over = Promise.withResolvers<readonly string[]>();
	const indexer = new Indexer({
		files: disk.files,
		writer,
		onProvisional: () => {},
		onCommit: () => {},
		onProgress: () => {},
		onRead: () => {},
		onComplete: (_, unread) => over.resolve(unread),
		onFailure: (message) => over.reject(new Error(message)),
	});
	return {
		store,
		corpus,
		/** The files that cannot be read when the work is finished. */
		done(order: (indexer: Indexer) => void): Promise<readonly string[]> {
			over = Promise.withResolvers();
			order(indexer);
			return over.promise;
		},
		keys: () => corpus.search('', { limit: 9 }).papers.map(({ key }) => key),
		problems: () => corpus.problemsIn(URI).map(({ code, message }) => `${code}: ${message}`),
	};
}

const look = (indexer: Indexer): void => indexer.scan([fileRoot(URI)]);
const change = (indexer: Indexer): void => indexer.filesChanged([URI]);

test('a file with papers that cannot be read keeps them, says so, and is as before once it can be read', async () => {
	const disk = new Disk();
	const index = indexOf(disk);
	assert.deepEqual(await index.done(look), []);
	Object.assign(disk, { error: BUSY, mtime: 2 });
	assert.deepEqual(await index.done(change), [URI]);
	const said =
		'unreadable-file: The file cannot be read now: EBUSY: resource busy or locked. Paper Notes will try again. Until then it shows 1 paper as last read.';
	assert.deepEqual([index.keys(), index.problems()], [['a2020'], [said]]);
	assert.equal(index.corpus.files()[0]?.problems, 1);
	disk.error = new Error('EACCES: permission denied');
	await index.done(change);
	assert.deepEqual(index.problems(), [said.replace(BUSY.message, disk.error.message)]);
	// The disk is away and does not even give the file's time.
	Object.assign(disk, { mtime: Number.NaN, size: 0 });
	assert.deepEqual(await index.done(change), [URI]);
	assert.deepEqual(index.keys(), ['a2020']);
	Object.assign(disk, { error: undefined, mtime: 3, size: undefined });
	assert.deepEqual(await index.done(change), []);
	assert.deepEqual([index.keys(), index.problems()], [['a2020'], []]);
	assert.equal(index.corpus.files()[0]?.note, undefined);
});

test('a file that cannot be read from the start is tried again at the next look and at the next start', async () => {
	const disk = new Disk();
	disk.error = BUSY;
	const index = indexOf(disk);
	assert.deepEqual(await index.done(look), [URI]);
	assert.deepEqual(await index.done(look), [URI]);
	assert.deepEqual(index.problems(), [
		'unreadable-file: The file cannot be read now: EBUSY: resource busy or locked. Paper Notes will try again.',
	]);
	const stats = new Map([[URI, { size: disk.text.length, mtime: disk.mtime }]]);
	assert.equal(index.corpus.holdsJust(stats), false);
	disk.error = undefined;
	const started = indexOf(disk, index.store);
	assert.deepEqual(await started.done(look), []);
	assert.deepEqual([started.keys(), started.problems()], [['a2020'], []]);
	assert.equal(started.corpus.holdsJust(stats), true);
});

test('what is no file is not tried again', async () => {
	const disk = new Disk();
	disk.error = new NotAFile('it is a pipe, not a file');
	const index = indexOf(disk);
	assert.deepEqual(await index.done(look), []);
	assert.deepEqual(index.problems(), ['unreadable-file: The file cannot be read: it is a pipe, not a file.']);
});

test('a disk that fails in the midst of a large file is no fault of its reader', async () => {
	const disk = new Disk();
	const line = (id: number): string => `{"id":"2001.${10_000 + id}","authors":"Ann Kim","title":"On ${id}"}\n`;
	disk.text = Array.from({ length: 500 }, (_, id) => line(id)).join('');
	Object.assign(disk, { size: 20_000_000, error: new Error('EIO: i/o error'), readable: 5000 });
	const index = indexOf(disk);
	assert.deepEqual(await index.done(look), [URI]);
	assert.match(index.problems().join(), /cannot be read now: EIO: i\/o error/);
	disk.error = undefined;
	assert.deepEqual(await index.done(change), []);
	assert.deepEqual([index.corpus.paperCount, index.problems()], [500, []]);
});

test('it is tried after five seconds, ever more rarely, at least once a minute, and no more when it was read', async (t) => {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const readable: string[] = [];
	let tries = 0;
	const isReadable = async (): Promise<boolean> => ++tries === 6;
	const unread = new UnreadFiles(isReadable, (uri) => readable.push(uri));
	const triesWithin = async (seconds: number): Promise<number> => {
		const before = tries;
		for (let second = 0; second < seconds; second++) {
			t.mock.timers.tick(1000);
			await turn();
		}
		return tries - before;
	};
	unread.keep([URI]);
	for (const wait of [5, 10, 20, 40, 60, 60]) {
		assert.deepEqual([await triesWithin(wait - 1), await triesWithin(1)], [0, 1]);
		unread.keep([URI]);
	}
	assert.deepEqual(readable, [URI]);
	unread.keep([]);
	assert.equal(await triesWithin(120), 0);
});
