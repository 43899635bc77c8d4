/** Each version of the program keeps its own index; those that no version has used for a month go. */

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { INDEX_VERSION } from '../../server/src/index/openIndex.ts';
import { markUsed } from '../../server/src/indexing/database.node.ts';
import { databasePath, unfinishedWritesPath } from '../../server/src/indexing/databasePath.node.ts';
import { deleteOldIndexes, indexName } from '../../server/src/indexing/oldIndexes.node.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const [ONE, OTHER] = ['0123456789abcdef', 'fedcba9876543210'];

test('only indexes of other versions that were not used for a month are deleted, with all their files', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const put = (name: string, days: number): string => {
		const time = new Date(Date.now() - days * DAY_MS);
		writeFileSync(join(folder, name), 'x');
		utimesSync(join(folder, name), time, time);
		return join(folder, name);
	};
	const own = put(indexName(ONE, 5), 40);
	const kept = [indexName(OTHER, 5), indexName(OTHER, 4), 'papers-library.sqlite', 'papers.sqlite', 'notes.txt'];
	put(kept[0] ?? '', 400);
	put(kept[1] ?? '', 29);
	for (const name of kept.slice(2)) {
		put(name, 400);
	}
	put(indexName(ONE, 4), 31);
	put(`${indexName(ONE, 4)}-seal`, 31);
	put(`papers-${ONE}.sqlite`, 31);
	const used = put(indexName(ONE, 6), 31);
	markUsed(used);
	deleteOldIndexes(own);
	assert.deepEqual(readdirSync(folder).sort(), [...kept, indexName(ONE, 5), indexName(ONE, 6)].sort());
	assert.ok(Date.now() - statSync(used).mtimeMs < DAY_MS);
});

test('in memory and where there is no folder, nothing happens', () => {
	markUsed('file:/memory?vfs=memdb');
	deleteOldIndexes('file:/memory?vfs=memdb');
	deleteOldIndexes(join(tmpdir(), 'nowhere', indexName(ONE, 5)));
});

test('the version is part of the name of the index', () => {
	const path = databasePath({ storagePath: '/storage', folders: ['file:///ws'] });
	assert.match(path ?? '', new RegExp(`papers-[0-9a-f]{16}-${INDEX_VERSION}\\.sqlite$`));
});

test('what a command has left unfinished is found by all versions, and kept', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const place = { storagePath: folder, folders: ['file:///ws'] };
	const path = unfinishedWritesPath(place) ?? '';
	assert.match(path, /papers-[0-9a-f]{16}\.journal$/);
	writeFileSync(path, '{}');
	utimesSync(path, 0, 0);
	deleteOldIndexes(databasePath(place) ?? '');
	assert.deepEqual(readdirSync(folder), [basename(path)]);
});
