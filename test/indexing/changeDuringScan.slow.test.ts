/** A file that another program rewrites while all files are looked at. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileRoot } from '../../server/src/files/corpusRoots.ts';
import type { Files } from '../../server/src/files/files.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import { Indexer } from '../../server/src/indexing/indexer.ts';
import { entry } from '../support/serverCase.ts';

const URI = 'file:///papers/a.bib';

function newIndex() {
	const db = new DatabaseSync(':memory:');
	const writer = openWriter(db);
	const reader = openReader(db, ({ message }) => assert.fail(message));
	assert.ok('opened' in writer && 'opened' in reader);
	return { writer: writer.opened, reader: reader.opened };
}

test('a file that has just become shorter is read once it has settled, though the look saw it as it was', async () => {
	let text = entry('a2020', 'On Apples') + entry('b2020', 'On Pears');
	let mtime = 1;
	let afterLooking: (() => void) | undefined;
	const stat = () => {
		const seen = { uri: URI, size: text.length, mtime };
		const act = afterLooking;
		afterLooking = undefined;
		act?.();
		return seen;
	};
	const files: Files = {
		walk: async function* () {
			yield stat();
		},
		stat: async () => stat(),
		read: async () => new TextEncoder().encode(text),
		isWritable: async () => true,
	};
	const { writer, reader } = newIndex();
	let over = Promise.withResolvers<void>();
	const indexer = new Indexer({
		files,
		writer,
		onProvisional: () => {},
		onCommit: () => {},
		onProgress: () => {},
		onRead: () => {},
		onComplete: () => over.resolve(),
		onFailure: (message) => over.reject(new Error(message)),
	});
	indexer.scan([fileRoot(URI)]);
	await over.promise;
	assert.equal(reader.paperCount, 2);

	over = Promise.withResolvers();
	afterLooking = () => {
		text = entry('a2020', 'On Apples');
		mtime = Date.now();
		indexer.filesChanged([URI]);
	};
	indexer.scan([fileRoot(URI)]);
	await over.promise;
	assert.equal(reader.paperCount, 1);
});

test('files are scanned again during a scan without being looked at again, as for clients that cannot watch files', async () => {
	const remark = 'About nothing. '.repeat(1000);
	const text = Array.from({ length: 300 }, (_, index) => `${entry(`a${index}`, `On ${index}`)}${remark}\n`).join('');
	const stat = { uri: URI, size: text.length, mtime: 1 };
	const files: Files = {
		walk: async function* () {
			yield stat;
		},
		stat: async () => stat,
		read: async () => new TextEncoder().encode(text),
		isWritable: async () => true,
	};
	const { writer, reader } = newIndex();
	const over = Promise.withResolvers<void>();
	let seen = 0;
	const indexer = new Indexer({
		files,
		writer,
		onProvisional: (chunk) => {
			if (chunk) {
				seen += chunk.years.length;
				indexer.scan([fileRoot(URI)]);
			}
		},
		onCommit: () => {},
		onProgress: () => {},
		onRead: () => {},
		onComplete: () => over.resolve(),
		onFailure: (message) => over.reject(new Error(message)),
	});
	indexer.scan([fileRoot(URI)]);
	await over.promise;
	assert.equal(seen, 300);
	assert.equal(reader.paperCount, 300);
});
