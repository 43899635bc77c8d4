/** An upgrade that fixes a reader makes the index read unchanged files again. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileRoot } from '../../server/src/files/corpusRoots.ts';
import type { Files } from '../../server/src/files/files.ts';
import { openReader, openWriter } from '../../server/src/index/openIndex.ts';
import type { ReaderVersion } from '../../server/src/index/tables/corpusFile.ts';
import { Indexer } from '../../server/src/indexing/indexer.ts';
import { entry } from '../support/serverCase.ts';

const TEXTS: ReadonlyMap<string, string> = new Map([
	['file:///a.bib', entry('a2020', 'On Apples')],
	['file:///b.ris', 'TY  - JOUR\nTI  - On Birds\nAU  - Lee, Ann\nPY  - 2020\nER  - \n'],
	['file:///c.json', 'no format at all'],
]);
const STATES = new Map([...TEXTS].map(([uri, { length }]) => [uri, { size: length, mtime: 1 }]));

/** The files that are read when readers of these versions open the index. `isCurrent`: whether no scan was needed. */
async function readBy(db: DatabaseSync, readerVersion: ReaderVersion) {
	const read: string[] = [];
	const stat = (uri: string) => ({ uri, size: TEXTS.get(uri)?.length ?? 0, mtime: 1 });
	const files: Files = {
		walk: async function* (uri) {
			yield stat(uri);
		},
		stat: async (uri) => stat(uri),
		read: async (uri) => {
			read.push(uri);
			return new TextEncoder().encode(TEXTS.get(uri));
		},
		isWritable: async () => true,
	};
	const writer = openWriter(db, { readerVersion });
	const reader = openReader(db, ({ message }) => assert.fail(message), { readerVersion });
	assert.ok('opened' in writer && 'opened' in reader);
	const isCurrent = reader.opened.holdsJust(STATES);
	const over = Promise.withResolvers<readonly string[]>();
	const indexer = new Indexer({
		files,
		writer: writer.opened,
		onProvisional: () => {},
		onCommit: () => {},
		onProgress: () => {},
		onRead: () => {},
		onComplete: (_, unread) => over.resolve(unread),
		onFailure: (message) => over.reject(new Error(message)),
	});
	indexer.scan([...TEXTS.keys()].map(fileRoot));
	await over.promise;
	const { version, paperCount } = reader.opened;
	return { isCurrent, read: read.sort(), version, paperCount };
}

/** Versions by format; `none` for files that no reader took. */
function versions(byFormat: Readonly<Record<string, number>>): ReaderVersion {
	return (format = 'none') => byFormat[format] ?? 0;
}

test('a file is read again by another version of its reader, and no other file is', async () => {
	const db = new DatabaseSync(':memory:');
	const first = { BibTeX: 1, RIS: 1, none: 100 };
	const { read, version, paperCount } = await readBy(db, versions(first));
	assert.deepEqual([read, paperCount], [[...TEXTS.keys()], 2]);
	assert.deepEqual(await readBy(db, versions(first)), { isCurrent: true, read: [], version, paperCount });

	const mended = { ...first, RIS: 2 };
	// The content is the same as before, so no change is reported.
	assert.deepEqual(await readBy(db, versions(mended)), {
		isCurrent: false,
		read: ['file:///b.ris'],
		version,
		paperCount,
	});
	assert.deepEqual(await readBy(db, versions(mended)), { isCurrent: true, read: [], version, paperCount });
	db.close();
});

test('a file that no reader took is read again when there is another reader', async () => {
	const db = new DatabaseSync(':memory:');
	await readBy(db, versions({ none: 100 }));
	const { isCurrent, read } = await readBy(db, versions({ none: 101 }));
	assert.deepEqual([isCurrent, read], [false, ['file:///c.json']]);
	db.close();
});
