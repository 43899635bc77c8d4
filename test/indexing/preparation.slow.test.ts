/** The index is the same whether another thread prepares its records or not, however late it answers. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { openReader, openWriter, type Preparation } from '../../server/src/index/openIndex.ts';
import type { CorpusWriter, PlacedRecord } from '../../server/src/index/tables/corpusWriter.ts';
import { PreparationThread } from '../../server/src/indexing/preparationThread.node.ts';
import { withRichText } from '../../server/src/util/textKinds.ts';
import { type GeneratedPaper, generatedPapers } from '../bench/generatedCorpus.ts';
import { file, write } from '../index/tables/indexFixture.ts';

/** Enough for both lists of words, and some batches after them. */
const COUNT = 6000;
/** Records in the first batch. */
const BATCH = 150;

const PROGRAM = join(import.meta.dirname, 'delayedPreparation.ts');

const papers = [...generatedPapers(COUNT, 4)];

const records = papers.map((paper, line) => recordOf(paper, line));

function recordOf({ key, title, authors, year, doi, abstract }: GeneratedPaper, line: number): PlacedRecord {
	const start = { line, character: 0 };
	return withRichText<PlacedRecord>({
		key,
		item: {
			type: 'article',
			title,
			author: authors.map(([given, family]) => ({ given, family })),
			issued: { 'date-parts': [[year]] },
			...(line % 2 === 0 && { DOI: doi }),
			...(line % 7 !== 0 && { abstract }),
		},
		...(line % 50 === 0 && { extra: { translations: [{ language: 'zh', abstract: `${title} im Ganzen` }] } }),
		range: { start, end: { line, character: 9 } },
	});
}

interface Made {
	readonly db: DatabaseSync;
	readonly writer: CorpusWriter;
	/** How many bodies and runs came from the preparation. */
	readonly used: { bodies: number; runs: number };
}

/** Runs `work` with a writer on an empty index. */
function made(work: (writer: CorpusWriter) => void, thread?: PreparationThread): Made {
	const used = { bodies: 0, runs: 0 };
	const db = new DatabaseSync(':memory:');
	const opened = openWriter(db, { batch: BATCH, now: () => 0, preparation: thread && counting(thread, used) });
	assert.ok('opened' in opened);
	work(opened.opened);
	thread?.end();
	return { db, writer: opened.opened, used };
}

function counting(thread: PreparationThread, used: Made['used']): Preparation {
	return {
		add: (record) => thread.add(record),
		useWords: (tag, words) => thread.useWords(tag, words),
		bodyOf: (id, tag) => {
			const body = thread.bodyOf(id, tag);
			used.bodies += body ? 1 : 0;
			return body;
		},
		has: (id) => thread.has(id),
		startRuns: (rows) => thread.startRuns(rows),
		takeRuns: () => {
			const runs = thread.takeRuns();
			used.runs += runs?.length ?? 0;
			return runs;
		},
		clear: () => thread.clear(),
	};
}

function threadOf(env: Readonly<Record<string, string>>, maxWaitMs?: number): PreparationThread {
	Object.assign(process.env, env);
	const claims = new Int32Array(new SharedArrayBuffer(4));
	return new PreparationThread({ program: PROGRAM, claims, ...(maxWaitMs !== undefined && { maxWaitMs }) });
}

const DELAYED = (seed: number) => threadOf({ PREPARATION_SEED: String(seed), PREPARATION_ANSWERS: 'Infinity' });

/** All rows of all tables, as text. */
function dump({ db }: Made): Map<string, readonly string[]> {
	const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all();
	return new Map(
		tables.map(({ name }) => {
			const rows = db.prepare(`SELECT * FROM ${name}`).all();
			const shown = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value);
			return [
				String(name),
				rows.map((row) =>
					JSON.stringify(
						Object.entries(row)
							.filter(([column]) => column !== 'writes')
							.map(([, value]) => shown(value)),
					),
				),
			];
		}),
	);
}

function assertSame(one: Made, other: Made, message: string): void {
	const [expected, got] = [dump(one), dump(other)];
	for (const [name, rows] of expected) {
		assert.ok(
			rows.length === got.get(name)?.length && rows.every((row, index) => row === got.get(name)?.[index]),
			`${message}: table ${name}`,
		);
	}
}

const whole = (writer: CorpusWriter): void => write({ writer }, 'file:///a.bib', records);

test('an index is the same to the last byte with and without a thread that prepares records', () => {
	const alone = made(whole);
	for (const seed of [1, 2]) {
		const helped = made(whole, DELAYED(seed));
		assert.ok(helped.used.bodies > COUNT / 4, `${helped.used.bodies} bodies were prepared`);
		assert.ok(helped.used.runs > 1, `${helped.used.runs} runs were prepared`);
		assertSame(alone, helped, `seed ${seed}`);
	}
});

test('a thread that dies on the way costs nothing but time', () => {
	const alone = made(whole);
	for (const answers of [0, 5]) {
		const helped = made(whole, threadOf({ PREPARATION_ANSWERS: String(answers) }, 300));
		assert.ok(helped.used.bodies < COUNT / 4);
		assertSame(alone, helped, `after ${answers} answers`);
	}
});

/** Several records of most papers, some of them in a file that is written later. Half of the papers: each is written twice. */
function withDuplicates(writer: CorpusWriter): void {
	const some = records.slice(0, COUNT / 2);
	const again = some.map((record, index) => ({ ...record, key: `again${index}`, range: { ...record.range } }));
	const mixed = some.flatMap((record, index) => (index % 3 === 0 ? [record, again[index] ?? record] : [record]));
	const stopped = writer.replaceFile(file('file:///b.bib'), mixed.slice(0, 2000), () => ({ problems: [] }));
	for (let step = 0; step < 9; step++) {
		stopped.next();
	}
	write({ writer }, 'file:///a.bib', mixed);
	write({ writer }, 'file:///b.bib', again.slice(0, 1000));
}

test('papers of several records, and files given up halfway, are found alike', () => {
	const [alone, helped] = [made(withDuplicates), made(withDuplicates, DELAYED(3))];
	assert.ok(helped.used.bodies > 0);
	const [one, other] = [alone, helped].map(({ db }) => {
		const reader = openReader(db, ({ message }) => assert.fail(message));
		assert.ok('opened' in reader);
		return reader.opened;
	});
	assert.ok(one && other);
	for (const { key, title, abstract } of papers.slice(0, COUNT / 2).filter((_, index) => index % 100 === 0)) {
		for (const query of [key, title, abstract.slice(0, 60), abstract.slice(100, 140), `"${title.slice(0, 20)}`]) {
			assert.deepEqual(found(other, query), found(one, query), query);
		}
		assert.deepEqual(other.resolve(key), one.resolve(key));
	}
});

function found(corpus: Corpus, query: string) {
	const { papers: hits, total } = corpus.search(query, { limit: 20 });
	return { total, keys: hits.map(({ key }) => key) };
}
