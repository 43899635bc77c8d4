/** A disk that never answers: what is asked of it ends all the same, and nothing is taken for deleted. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FileStat, type Files, ReadFailure } from '../../server/src/files/files.ts';
import { timedFiles } from '../../server/src/files/timedFiles.ts';

const TIMES = { stat: 5, walk: 10, read: 10 };

/** A disk that answers only of what is not below `away`; each request for the others is counted and waits for good. */
function halfAway() {
	const asked: string[] = [];
	const answered = async <T>(uri: string, answer: T): Promise<T> => {
		if (uri.includes('/away')) {
			asked.push(uri);
			await new Promise(() => {});
		}
		return answer;
	};
	const stat = (uri: string): Promise<FileStat> => answered(uri, { uri, size: 1, mtime: 1 });
	const files: Files & { isReadable(uri: string): Promise<boolean> } = {
		stat,
		async *walk(folder) {
			yield await stat(`${folder}/one`);
			yield await stat(`${folder}/away/two`);
		},
		read: (uri) => answered(uri, Uint8Array.of(1)),
		isWritable: (uri) => answered(uri, true),
		isReadable: (uri) => answered(uri, true),
	};
	return { files: timedFiles(files, TIMES), asked };
}

test('what a disk answers is passed on', async () => {
	const { files } = halfAway();
	assert.deepEqual(await files.stat('file:///here/a'), { uri: 'file:///here/a', size: 1, mtime: 1 });
	assert.deepEqual(await files.read('file:///here/a'), Uint8Array.of(1));
	assert.deepEqual([await files.isWritable('file:///here/a'), await files.isReadable('file:///here/a')], [true, true]);
	assert.equal(files.waitingMs(), 0);
});

test('a file without an answer is one that cannot be read now, not one that is gone', async () => {
	const { files } = halfAway();
	assert.deepEqual(await files.stat('file:///away/a'), { uri: 'file:///away/a', size: 0, mtime: Number.NaN });
	await assert.rejects(files.read('file:///away/a'), ReadFailure);
	assert.deepEqual(
		[await files.isWritable('file:///away/a'), await files.isReadable('file:///away/a')],
		[false, false],
	);
	assert.ok(files.waitingMs() > 0);
});

test('nothing more is asked beside what is not answered', async () => {
	const { files, asked } = halfAway();
	await files.stat('file:///away/a');
	await files.stat('file:///away/b');
	await files.stat('file:///away/deep/c');
	assert.deepEqual(asked, ['file:///away/a']);
	assert.equal((await files.stat('file:///here/a'))?.size, 1);
});

test('a walk that gets no answer ends, and says which folder it could not list', async () => {
	const { files } = halfAway();
	const found: string[] = [];
	const unlisted: string[] = [];
	for await (const { uri } of files.walk(
		'file:///here',
		() => false,
		(folder) => unlisted.push(folder),
	)) {
		found.push(uri);
	}
	assert.deepEqual([found, unlisted], [['file:///here/one'], ['file:///here']]);
	for await (const { uri } of files.walk(
		'file:///away',
		() => false,
		(folder) => unlisted.push(folder),
	)) {
		found.push(uri);
	}
	assert.deepEqual([found.length, unlisted], [1, ['file:///here', 'file:///away']]);
});
