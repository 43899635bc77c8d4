/** What is read provisionally from files, and when reading stops. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileStat, Files } from '../../server/src/files/files.ts';
import type { ProvisionalChunk } from '../../server/src/index/provisional/provisionalChunk.ts';
import { ProvisionalReading } from '../../server/src/indexing/provisionalReading.ts';
import { inChunks } from '../support/inChunks.ts';
import { entry } from '../support/serverCase.ts';

const COUNT = 130;
/** Text between two entries, so that few entries make a large file. */
const REMARK = `${'About nothing. '.repeat(1000)}\n`;

const library = (prefix: string): string =>
	Array.from({ length: COUNT }, (_, index) => `${REMARK}${entry(`${prefix}${index}`, `On ${index}`)}`).join('');

interface Reading {
	/** How many turns it is given before something else is wanted. */
	readonly turns?: number;
	/** Bytes that the disk gives at once. If absent, files are read whole. */
	readonly chunk?: number;
}

/** Reads the texts by their names. The result is what was reported, with keys in place of the papers. */
async function told(
	texts: Readonly<Record<string, string>>,
	{ turns = Number.POSITIVE_INFINITY, chunk }: Reading = {},
) {
	const bytes = new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]));
	const stats: FileStat[] = [...bytes].map(([uri, { length }]) => ({ uri, size: length, mtime: 0 }));
	const files: Files = {
		async *walk() {},
		stat: async (uri) => stats.find((stat) => stat.uri === uri),
		read: async (uri) => bytes.get(uri) ?? assert.fail(),
		isWritable: async () => true,
		...(chunk === undefined ? {} : { chunks: (uri: string) => inChunks(bytes.get(uri) ?? assert.fail(), chunk) }),
	};
	const seen: ProvisionalChunk[] = [];
	const chunks: (readonly string[])[] = [];
	let left = turns;
	const provisionalReading = new ProvisionalReading({
		files,
		onProvisional: (told) => {
			if (told) {
				seen.push(told);
				chunks.push(keysIn(told));
			} else {
				chunks.splice(0);
			}
		},
		turn: async () => --left > 0,
	});
	await provisionalReading.read(stats);
	return { chunks, seen, again: () => provisionalReading.read(stats), forget: () => provisionalReading.forget() };
}

const keysIn = (chunk: ProvisionalChunk): string[] =>
	Array.from(chunk.rowEnds, (end, at) => JSON.parse(chunk.rows.slice(chunk.rowEnds[at - 1] ?? 0, end))[0]);

const keys = (prefix: string): string[] => Array.from({ length: COUNT }, (_, index) => prefix + index);

test('papers are told in the order of their files, chunks of one file each', async () => {
	const { chunks } = await told({ 'a.bib': library('a'), 'b.bib': library('b') });
	assert.deepEqual(chunks.flat(), [...keys('a'), ...keys('b')]);
	assert.ok(chunks.every((chunk) => new Set(chunk.map((key) => key[0])).size === 1));
	assert.ok(chunks.length > 4);
});

test('a file that can be cut between its entries is looked at in pieces, and says the same', async () => {
	const macros = '@string{here = {Proc. of the Here}}\n';
	const cited = '@article{last, title = {On the Last}, author = {Kim, Jo}, journal = here, year = 2020}\n';
	const ris = Array.from({ length: COUNT }, (_, index) => `TY  - JOUR\nTI  - On ${index}\nN2  - ${REMARK}ER  - \n\n`);
	for (const [name, text] of [
		['a.bib', `${macros}${library('a')}${cited}`],
		['a.ris', ris.join('')],
	] as const) {
		const whole = await told({ [name]: text });
		for (const chunk of [10_000, 100_000, 1_000_000]) {
			const { seen } = await told({ [name]: text }, { chunk });
			assert.deepEqual(seen, whole.seen);
		}
		assert.equal(whole.chunks.flat().length, name === 'a.bib' ? COUNT + 1 : COUNT);
	}
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
	assert.equal((await told({ 'a.bib': library('a') }, { turns: 2 })).chunks.length, 2);
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
