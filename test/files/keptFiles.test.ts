/** Files that a command reads twice. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptFiles } from '../../server/src/cli/keptFiles.ts';
import type { Files } from '../../server/src/files/files.ts';

const BYTES = new Uint8Array([1, 2, 3]);

const DISK: Files = {
	async *walk() {},
	stat: async () => undefined,
	read: async () => BYTES,
	isWritable: async () => true,
};

test('what was read can be taken once', async () => {
	const kept = new KeptFiles(DISK);
	assert.equal(kept.take('file:///a.md'), undefined);
	await kept.files.read('file:///a.md');
	assert.equal(kept.take('file:///a.md'), BYTES);
	assert.equal(kept.take('file:///a.md'), undefined);
});

test('of files that are too large together, the first are kept', async () => {
	const large = new Uint8Array(100_000_000);
	const kept = new KeptFiles({ ...DISK, read: async () => large });
	for (const uri of ['file:///a.md', 'file:///a.md', 'file:///b.md']) {
		await kept.files.read(uri);
	}
	assert.equal(kept.take('file:///a.md'), large);
	assert.equal(kept.take('file:///b.md'), undefined);
	await kept.files.read('file:///b.md');
	assert.equal(kept.take('file:///b.md'), large);
});
