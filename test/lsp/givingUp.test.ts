/**
 * After indexing has failed for good, the server says so until a rebuild, instead of claiming that it is still reading.
 */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import type { SearchResponse } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { entry, known, serverCase, status } from '../support/serverCase.ts';

/** Makes SQLite reject writes of a file as long as `old` exists, as an older SQLite would. */
const REFUSING = `
const { DatabaseSync } = require('node:sqlite');
const old = require('node:path').join(__dirname, 'old');
const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql) {
	if (sql.trim().startsWith('INSERT INTO files') && require('node:fs').existsSync(old)) {
		throw Object.assign(new Error('column index out of range'), { code: 'ERR_SQLITE_ERROR', errcode: 25 });
	}
	return prepare.call(this, sql);
};`;

test('after an error that ends indexing, the status says why, and a rebuild begins it again', async (t) => {
	const files = serverCase(t, { 'refuse.cjs': REFUSING, old: '', 'ws/a.bib': entry('good2020', 'Good') });
	const editor = await files.start({ on: 'ws', env: { NODE_OPTIONS: `--require "${files.path('refuse.cjs')}"` } });
	const { indexing, failure } = await eventually({
		read: () => status(editor),
		accept: (now) => now.failure !== undefined,
		what: 'the failure in the status',
	});
	assert.deepEqual(
		[indexing, failure],
		[false, 'Indexing has stopped after an error: Error: column index out of range'],
	);
	// File changes do not restart it.
	await editor.write('a.bib', entry('better2020', 'Better'));
	const search = await editor.request<SearchResponse>('paperNotes/search', { query: 'good' });
	assert.equal(search.unfinished, 'failed');
	assert.equal((await status(editor)).failure, failure);
	rmSync(files.path('old'));
	await editor.request('paperNotes/rebuildIndex', {});
	await known(editor, 'better2020');
	await eventually({
		read: () => status(editor),
		accept: (now) => !now.indexing && now.failure === undefined,
		what: 'the end of indexing',
	});
});
