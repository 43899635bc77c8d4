/**
 * Papers that are found but not yet indexed match the same words as indexed ones, and are dropped once the index has
 * them.
 */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { ListedPaper } from '../../../server/src/corpus/corpus.ts';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { openReader, openWriter } from '../../../server/src/index/openIndex.ts';
import { ProvisionalCollector } from '../../../server/src/index/provisional/provisionalChunk.ts';
import { ProvisionalPapers } from '../../../server/src/index/provisional/provisionalPapers.ts';
import { type GeneratedPaper, generatedPapers, toBibtex } from '../../bench/generatedCorpus.ts';
import { seededRandom } from '../../support/random.ts';
import { file, runToEnd } from '../tables/indexFixture.ts';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** Papers per chunk, small enough that many chunks are searched. */
const CHUNK = 70;
const COUNT = 800;
/** As many as are ranked. */
const MOST = 250;

interface Asked {
	listed(query: string): readonly ListedPaper[];
	search(query: string, page?: { limit: number; offset: number }): { keys: string[]; total: number };
	index(text: string): void;
}

/** A reader that has the provisional papers of `text`, and the indexed ones besides. */
function reader(provisional: ProvisionalPapers): Asked {
	const db = new DatabaseSync(':memory:');
	const writer = openWriter(db);
	const corpus = openReader(db, ({ message }) => assert.fail(message), { provisional });
	assert.ok('opened' in writer && 'opened' in corpus);
	return {
		listed: (query) => corpus.opened.listed(query, { limit: 1000 }),
		search: (query, page = { limit: 1000, offset: 0 }) => {
			const { papers, total } = corpus.opened.search(query, page);
			return { keys: papers.map(({ key }) => key), total };
		},
		index: (text) => {
			const records = recordsOf(text).map((record) => ({ ...record, range: NOWHERE }));
			runToEnd(writer.opened.replaceFile(file('file:///a.bib'), records, () => ({ problems: [] })));
			corpus.opened.refresh();
		},
	};
}

const recordsOf = (text: string) => readAll(bibtex, text).papers;

function provisionalIn(text: string): ProvisionalPapers {
	const provisional = new ProvisionalPapers();
	const collector = new ProvisionalCollector();
	for (const [index, record] of recordsOf(text).entries()) {
		collector.add(record);
		if (index % CHUNK === CHUNK - 1) {
			provisional.add(collector.take());
		}
	}
	provisional.add(collector.take());
	return provisional;
}

const papers = [...generatedPapers(COUNT, 11)].map((paper) => ({ ...paper, abstract: '' }));
const library = papers.map(toBibtex).join('');

/** Queries that need no index, each with the key of the paper it was made from. */
function* queries(): Generator<{ query: string; key: string }> {
	const random = seededRandom(7);
	const begin = (word: string): string => word.slice(0, 2 + Math.floor(random() * word.length));
	for (const { key, title, authors, year, venue } of papers.filter((_, index) => index % 9 === 0)) {
		const [first = '', second = '', third = ''] = title.split(/[^\p{L}]+/u).filter((word) => word.length > 4);
		const [[given = '', family = ''] = []] = authors;
		const made = [
			`${begin(family)} ${begin(second)} ${begin(first)}`,
			`${family} ${year}`,
			`${given} ${family}`,
			`(${family} et al., ${year}a)`,
			`${family} and ${authors.at(-1)?.[1]}`,
			`${family}${year}`,
			`"${title.split(' ').slice(0, 2).join(' ')}"`,
			`author:${family} title:${third}`,
			`${first} ${second} -survey year:${year - 1}..${year}`,
			`venue:${venue.split(' ').at(-1)} ${title}`,
			`key:${key} has:doi`,
			key,
		];
		yield* made.map((query) => ({ query, key }));
	}
}

test('what an index finds by names, best of all, is found without it', () => {
	const indexed = reader(new ProvisionalPapers());
	indexed.index(library);
	const unindexed = reader(provisionalIn(library));
	for (const { query, key } of queries()) {
		const found = new Set(unindexed.search(query).keys);
		assert.ok(found.has(key), `${query} finds ${key}`);
		const [best = ''] = indexed.search(query).keys;
		assert.ok(found.has(best) || found.size === MOST, `${query} finds ${best}`);
	}
});

test('a row says the same as that of an indexed paper', () => {
	const indexed = reader(new ProvisionalPapers());
	const text = `${library}
@book{knuth, title = {{\\TeX}: Die Kunst}, author = {Knuth, Donald and M{\\"u}ller, A. and others}, year = 1986}
@misc{高2020, title = {深度学习}, author = {高, 明}}
@misc{, title = {Keyless Things}, author = {Lone, Ann}, year = 2001}`;
	indexed.index(text);
	const unindexed = reader(provisionalIn(text));
	const row = ({ key, title, byline }: ListedPaper): string => `${key}: ${title}, ${byline}`;
	for (const query of ['knuth kunst', '深度', 'keyless', papers[3]?.key ?? '']) {
		const rows = unindexed.listed(query).map(row);
		assert.deepEqual(rows, indexed.listed(query).map(row), query);
		assert.ok(rows.length > 0, query);
	}
});

test('papers that the index has by now are not listed twice, and pages of both have no gaps', () => {
	const provisional = provisionalIn(library);
	const both = reader(provisional);
	const some: GeneratedPaper[] = papers.slice(0, COUNT / 2);
	both.index(some.map(toBibtex).join(''));
	for (const { query, key } of queries()) {
		const { keys } = both.search(query);
		assert.equal(keys.filter((one) => one === key).length, 1, `${query} finds ${key}`);
	}
	const query = 'an';
	const all = both.search(query, { limit: 60, offset: 0 }).keys;
	assert.equal(all.length, 60);
	const pages = [0, 20, 40].flatMap((offset) => both.search(query, { limit: 20, offset }).keys);
	assert.deepEqual(pages, all);
});

test('what has been indexed is forgotten, chunk by chunk from the first', () => {
	const provisional = provisionalIn(library);
	const all = reader(provisional);
	const known = new Set(papers.slice(0, 3 * CHUNK + 5).map(({ key }) => key));
	provisional.dropIndexed((key) => known.has(key));
	const finds = (index: number): boolean => all.search(papers[index]?.key ?? '').keys.length > 0;
	assert.deepEqual([0, 3 * CHUNK - 1, 3 * CHUNK, COUNT - 1].map(finds), [false, false, true, true]);
	provisional.dropIndexed(() => true);
	assert.ok(provisional.isEmpty && !finds(COUNT - 1));
});

test('queries of what only an index knows, and malformed ones, find nothing and break nothing', () => {
	const provisional = reader(provisionalIn(library));
	for (const query of ['abstract:model', 'is:cited', 'zzzzzz', 'year:1700', 'has:code', 'x'.repeat(5000)]) {
		assert.deepEqual(provisional.search(query).keys, [], query);
	}
	for (const query of ['', '"', '-', '\\', 'author:']) {
		assert.equal(provisional.listed(query).length, MOST, query);
	}
});
