/** Several threads that share the provisional reading of files. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { disk } from '../../server/src/files/disk.node.ts';
import type { ProvisionalChunk } from '../../server/src/index/provisional/provisionalChunk.ts';
import { ProvisionalPapers } from '../../server/src/index/provisional/provisionalPapers.ts';
import { type ProvisionalFiles, readProvisionally } from '../../server/src/indexing/provisionalReading.ts';
import { NodeProvisionalThread } from '../../server/src/indexing/provisionalThread.node.ts';
import type { ThreadMessage } from '../../server/src/indexing/threadMessages.ts';
import { seededRandom } from '../support/random.ts';

const COUNT = 1500;
const REMARK = `${'About nothing. '.repeat(120)}\n`;
const folder = mkdtempSync(join(tmpdir(), 'paper-notes-shared-'));

after(() => rmSync(folder, { recursive: true }));

/** Three files: two of several stripes, between them one that cannot be cut. All papers are in a venue named by a macro. */
const found = [
	written('a.bib', library('a')),
	written(
		'b.json',
		JSON.stringify(Array.from({ length: 100 }, (_, index) => ({ id: `b${index}`, type: 'article', title: 'On B' }))),
	),
	written('c.bib', library('c')),
];

function library(prefix: string): string {
	const entries = Array.from(
		{ length: COUNT },
		(_, index) => `@article{${prefix}${index}, title = {On ${index}}, journal = jml, year = 2020}\n${REMARK}`,
	);
	return `@string{jml = {Marsh Life}}\n${entries.join('')}`;
}

function written(name: string, text: string) {
	const path = join(folder, name);
	writeFileSync(path, text);
	return { uri: pathToFileURL(path).toString(), size: statSync(path).size, mtime: 0 };
}

function shared(): ProvisionalFiles {
	return { found, before: 0, taken: new Int32Array(new SharedArrayBuffer(4 * found.length)) };
}

/** Key and venue of each paper, in the order of the chunks. */
function rowsIn(chunks: readonly ProvisionalChunk[]): readonly string[] {
	return chunks.flatMap(({ rows, rowEnds }) =>
		Array.from(rowEnds, (end, at) => {
			const [key, , , , , , venue] = JSON.parse(rows.slice(rowEnds[at - 1] ?? 0, end));
			return `${key} ${venue ?? ''}`;
		}),
	);
}

function inOrder(chunks: readonly ProvisionalChunk[]): readonly string[] {
	return rowsIn(chunks.toSorted((one, other) => one.order - other.order));
}

async function readAlone(): Promise<readonly string[]> {
	const chunks: ProvisionalChunk[] = [];
	const onProvisional = (chunk: ProvisionalChunk | undefined) => chunk && chunks.push(chunk);
	await readProvisionally({ found, before: 0 }, { files: disk, onProvisional, turn: async () => true });
	return rowsIn(chunks);
}

test('readers that share files report each paper once, with what one of them alone would', async () => {
	const alone = await readAlone();
	assert.equal(alone.length, 2 * COUNT + 100);
	assert.equal(alone.at(-1), `c${COUNT - 1} Marsh Life`);
	for (const seed of [1, 2, 3]) {
		const random = seededRandom(seed);
		const files = shared();
		const byReader = await Promise.all(
			Array.from({ length: 3 }, async () => {
				const chunks: ProvisionalChunk[] = [];
				await readProvisionally(files, {
					files: disk,
					onProvisional: (chunk) => chunk && chunks.push(chunk),
					turn: async () => {
						for (let turns = random() * 5; turns > 0; turns--) {
							await new Promise((resolve) => setImmediate(resolve));
						}
						return true;
					},
				});
				return chunks;
			}),
		);
		assert.ok(byReader.filter((chunks) => chunks.length > 0).length > 1, `seed ${seed}: one has read it all`);
		assert.deepEqual(inOrder(byReader.flat()), alone, `seed ${seed}`);
	}
});

test('threads share files, too', async () => {
	const claims = new Int32Array(new SharedArrayBuffer(4));
	const chunks: ProvisionalChunk[] = [];
	const closed: Promise<unknown>[] = [];
	const sendPapers = (port: MessagePort) => {
		port.on('message', (message: ThreadMessage) => {
			assert.ok(message.kind === 'report' && message.report.kind === 'provisional' && message.report.chunk);
			chunks.push(message.report.chunk);
		});
		closed.push(new Promise((resolve) => port.once('close', resolve)));
	};
	const program = join(import.meta.dirname, '../../server/src/indexThread.node.ts');
	new NodeProvisionalThread({ program, claims, sendPapers, processors: 5 }).read(shared());
	assert.equal(closed.length, 2);
	await Promise.all(closed);
	assert.deepEqual(inOrder(chunks), await readAlone());
});

test('chunks that come in another order are dropped when the index has them', async () => {
	const chunks: ProvisionalChunk[] = [];
	await readProvisionally(shared(), {
		files: disk,
		onProvisional: (chunk) => chunk && chunks.push(chunk),
		turn: async () => true,
	});
	const papers = new ProvisionalPapers();
	for (const chunk of [...chunks.filter((_, at) => at % 2 === 1), ...chunks.filter((_, at) => at % 2 === 0)]) {
		papers.add(chunk);
	}
	papers.dropIndexed((key) => !key.startsWith('c'));
	assert.equal(
		papers.countUnindexed(() => false),
		COUNT,
	);
});
