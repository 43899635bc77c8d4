/** What a first look at files tells, and when it leaves it be. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognised } from '../../server/src/corpus/corpusText.ts';
import type { SeenChunk } from '../../server/src/corpus/firstLook/seenChunk.ts';
import { lookAtFile } from '../../server/src/workspace/corpusReading.ts';
import type { FileStat, Files } from '../../server/src/workspace/files.ts';
import { FirstLook } from '../../server/src/workspace/firstLook.ts';
import { entry } from '../support/serverCase.ts';

const COUNT = 130;
/** Between two entries, so that few of them make a large file. */
const REMARK = `${'About nothing. '.repeat(1000)}\n`;

const library = (prefix: string): string =>
	Array.from({ length: COUNT }, (_, index) => `${REMARK}${entry(`${prefix}${index}`, `On ${index}`)}`).join('');

/** Looks at the texts by their names; what it told, with the keys in place of the papers, and whose content it kept. */
async function told(texts: Readonly<Record<string, string>>, turns = Number.POSITIVE_INFINITY) {
	const bytes = new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]));
	const stats: FileStat[] = [...bytes].map(([uri, { length }]) => ({ uri, size: length, mtime: 0 }));
	const files: Files = {
		async *walk() {},
		stat: async (uri) => stats.find((stat) => stat.uri === uri),
		read: async (uri) => bytes.get(uri) ?? assert.fail(),
	};
	const chunks: (readonly string[])[] = [];
	let left = turns;
	const firstLook = new FirstLook({
		files,
		onSeen: (chunk) => (chunk ? chunks.push(keysIn(chunk)) : chunks.splice(0)),
		turn: async () => --left > 0,
	});
	const held = await firstLook.lookAt(stats);
	return { chunks, held: held?.stat.uri, again: () => firstLook.lookAt(stats), forget: () => firstLook.forget() };
}

const keysIn = (chunk: SeenChunk): string[] =>
	Array.from(chunk.rowEnds, (end, at) => JSON.parse(chunk.rows.slice(chunk.rowEnds[at - 1] ?? 0, end))[0]);

const keys = (prefix: string): string[] => Array.from({ length: COUNT }, (_, index) => prefix + index);

test('papers are told in the order of their files, chunks of one file each', async () => {
	const { chunks, held } = await told({ 'a.bib': library('a'), 'b.bib': library('b') });
	assert.deepEqual(chunks.flat(), [...keys('a'), ...keys('b')]);
	assert.ok(chunks.every((chunk) => new Set(chunk.map((key) => key[0])).size === 1));
	assert.ok(chunks.length > 4);
	assert.equal(held, undefined);
});

test('what a single file holds is kept for the index, which need not read it again', async () => {
	assert.equal((await told({ 'a.bib': library('a') })).held, 'a.bib');
});

test('little is left to the index, which is as quick', async () => {
	assert.deepEqual((await told({ 'a.bib': entry('a', 'On A') })).chunks, []);
});

test('files that cannot be read are passed over, and of a broken one what is whole is told', async () => {
	const broken = `${library('a')}@article{broken, title = {On`;
	const { chunks } = await told({ 'a.bin': `\u0000\u0001${REMARK.repeat(200)}`, 'b.txt': REMARK, 'c.bib': broken });
	assert.deepEqual(chunks.flat().slice(0, COUNT), keys('a'));
});

test('it ends when something else is wanted', async () => {
	assert.equal((await told({ 'a.bib': library('a') }, 2)).chunks.length, 2);
});

test('content that was kept counts while the file is as it was, and is read anew once it has changed', async () => {
	const stat: FileStat = { uri: 'a.bib', size: 1, mtime: 1 };
	const held = { stat, content: recognised('a.bib', entry('held', 'On Held')) };
	const look = async (now: FileStat): Promise<string | undefined> => {
		const files: Files = {
			async *walk() {},
			stat: async () => now,
			read: async () => new TextEncoder().encode(entry('read', 'On Read')),
		};
		const found = await lookAtFile(files, now.uri, { state: undefined, waited: 0, held });
		return found.kind === 'read' && found.content.kind === 'readable'
			? /\{(\w+)/.exec(found.content.text)?.[1]
			: undefined;
	};
	assert.equal(await look(stat), 'held');
	for (const changed of [{ mtime: 2 }, { size: 2 }, { uri: 'b.bib' }]) {
		assert.equal(await look({ ...stat, ...changed }), 'read', JSON.stringify(changed));
	}
});

test('a file that changes while it is copied is told once, and again after all was taken back', async () => {
	const { chunks, again, forget } = await told({ 'a.bib': library('a') });
	await again();
	assert.deepEqual(chunks.flat(), keys('a'));
	forget();
	assert.deepEqual(chunks, []);
	await again();
	assert.deepEqual(chunks.flat(), keys('a'));
});
