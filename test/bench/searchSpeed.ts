/**
 * How fast search answers, what its tables weigh and how long they take to build, on generated papers:
 * `node test/bench/searchSpeed.ts 100000`. Beside it stands the plain way, an FTS5 table of title, authors and year
 * ranked by BM25. In process; over stdio a completion of 50 papers costs about a quarter of a millisecond more.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PaperSearch } from '../../server/src/corpus/search/search.ts';
import { SearchIndex } from '../../server/src/corpus/search/searchIndex.ts';
import { createSearchTables } from '../../server/src/corpus/search/searchTables.ts';
import { searchWords } from '../../server/src/corpus/search/searchWords.ts';
import { settleSearchTables } from '../../server/src/corpus/search/settling.ts';
import { generatedPapers, toBibtex } from './generatedCorpus.ts';
import { CASE_CLASSES, knownItems } from './knownItems.ts';
import type { SearchedPaper } from './searchCorpus.ts';
import { fieldsOfGenerated, generatedCorpus } from './searchCorpus.ts';

/** Queries of each class, and how often each is asked: the quickest counts, since other work on the machine is not ours. */
const QUERIES = 200;
const REPEATS = 3;
/** Papers in one transaction, as a first index takes them. */
const TRANSACTION = 20_000;
/** Known items are drawn from the first papers, so that the largest corpus need not stand in memory. */
const DRAWN_FROM = 20_000;

type Ask = (query: string) => unknown;

const papers = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'paper-search-'));
try {
	const path = join(folder, 'search.db');
	build(path);
	const db = new DatabaseSync(path, { readOnly: true });
	const start = performance.now();
	const search = new PaperSearch(db);
	search.search('zen', { limit: 50 });
	console.log(`first answer after opening: ${(performance.now() - start).toFixed(0)} ms`);
	printLatencies((query) => search.search(query, { limit: 50 }), plainAsk(db));
	console.log(
		`memory after use: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, with the queries' own ${DRAWN_FROM} papers`,
	);
} finally {
	rmSync(folder, { recursive: true });
}

function build(path: string): void {
	const db = new DatabaseSync(path);
	db.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = off');
	createSearchTables(db);
	db.exec(`CREATE VIRTUAL TABLE plain USING fts5(title, authors, year, content='', detail=full, prefix='1 2 3')`);
	const index = new SearchIndex(db);
	const plain = db.prepare('INSERT INTO plain(rowid, title, authors, year) VALUES (?, ?, ?, ?)');
	const spent = { names: 0, abstracts: 0, plain: 0, settling: 0 };
	const timed = (part: keyof typeof spent, work: () => void) => {
		const start = performance.now();
		db.exec('BEGIN');
		work();
		db.exec('COMMIT');
		spent[part] += performance.now() - start;
	};
	let bytes = 0;
	for (const slice of slices()) {
		bytes += slice.reduce((sum, { size }) => sum + size, 0);
		timed('names', () => {
			for (const { id, fields } of slice) {
				index.put(id, fields);
			}
			index.flush();
		});
		timed('abstracts', () => {
			for (const { id, fields } of slice) {
				index.putAbstract(id, fields.abstract ?? '');
			}
			index.flush();
		});
		timed('plain', () => {
			for (const { id, fields } of slice) {
				plain.run(id, fields.title, fields.authors.join(' '), String(fields.year));
			}
		});
	}
	timed('settling', () => Array.from(settleSearchTables(db)));
	printBuild(db, bytes, spent);
	db.close();
}

interface Written {
	readonly id: number;
	readonly fields: SearchedPaper;
	readonly size: number;
}

function* slices(): Generator<Written[]> {
	let slice: Written[] = [];
	let id = 0;
	for (const paper of generatedPapers(papers)) {
		id++;
		slice.push({ id, fields: fieldsOfGenerated(paper, id), size: toBibtex(paper).length });
		if (slice.length === TRANSACTION) {
			yield slice;
			slice = [];
		}
	}
	yield slice;
}

function printBuild(db: DatabaseSync, bytes: number, spent: Readonly<Record<string, number>>): void {
	console.log(`${papers} papers, ${(bytes / 1e6).toFixed(0)} MB of BibTeX`);
	console.log(
		Object.entries(spent)
			.map(([part, time]) => `${part} ${(time / 1000).toFixed(1)} s`)
			.join(', '),
	);
	const sizes = db.prepare('SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name').all();
	const ours = sizes.filter(({ name }) => String(name).startsWith('search_'));
	const total = ours.reduce((sum, { size }) => sum + Number(size), 0);
	const parts = ours.map(
		({ name, size }) => `${String(name).slice('search_'.length)} ${(Number(size) / papers).toFixed(0)}`,
	);
	console.log(
		`on disk ${(total / bytes).toFixed(2)} of the BibTeX, ${(total / papers).toFixed(0)} bytes a paper: ${parts.join(', ')}`,
	);
}

/** What a first attempt would do: every word a prefix, the best fifty by BM25. */
function plainAsk(db: DatabaseSync): Ask {
	const statement = db.prepare('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 50');
	return (query) =>
		statement.all(
			searchWords(query)
				.map((word) => `"${word}" *`)
				.join(' '),
		);
}

function printLatencies(ours: Ask, plain: Ask): void {
	const rows = Object.entries(queryClasses()).map(([name, queries]) => {
		const [our, other] = [timesOf(ours, queries), timesOf(plain, queries)];
		return {
			class: name,
			p50: at(our, 0.5),
			p95: at(our, 0.95),
			'BM25 p50': at(other, 0.5),
			'BM25 p95': at(other, 0.95),
			example: queries[0],
		};
	});
	console.log(`milliseconds, ${QUERIES} queries of each class`);
	console.table(rows);
}

function timesOf(ask: Ask, queries: readonly string[]): number[] {
	return queries
		.map((query) => Math.min(...Array.from({ length: REPEATS }, () => timeOf(() => ask(query)))))
		.sort((one, other) => one - other);
}

function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

function at(sorted: readonly number[], share: number): number {
	return Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
}

/** Ways of remembering a paper, and what stands in the field on the way there. */
function queryClasses(): Record<string, string[]> {
	const corpus = generatedCorpus(Math.min(papers, DRAWN_FROM));
	const known = CASE_CLASSES.map(
		(kind) => [kind, knownItems(corpus, kind, QUERIES, 11).map(({ query }) => query)] as const,
	);
	const words = corpus
		.slice(0, 3000)
		.flatMap(({ title, authors }) => searchWords(`${title} ${authors.join(' ')}`))
		.filter((word) => word.length > 5);
	// A large prime spreads the picks over all words.
	const word = (place: number) => words[(place * 7919) % words.length] ?? '';
	const filters = [
		(place: number) => `author:${word(place)} year:2015..2020`,
		(place: number) => `title:${word(place).slice(0, 4)} cat:CL`,
		(place: number) => `${word(place).slice(0, 4)} has:pdf -the`,
		(place: number) => `"${word(place)} ${word(place + 1)}"`,
		(place: number) => `abstract:${word(place).slice(0, 6)}`,
		(place: number) => `venue:con ${word(place).slice(0, 3)}`,
	];
	const typed: Record<string, (place: number) => string> = {
		'1-2 letters': (place) => word(place).slice(0, 1 + (place % 2)),
		'3-5 letters': (place) => word(place).slice(0, 3 + (place % 3)),
		'two words': (place) => `${word(place)} ${word(place + 100).slice(0, 2 + (place % 4))}`,
		'two short beginnings': (place) =>
			`${word(place).slice(0, 2 + (place % 2))} ${word(place + 100).slice(0, 1 + (place % 3))}`,
		'author and a beginning': (place) => `${corpus[place * 7]?.authors[0]} ${word(place).slice(0, 1 + (place % 4))}`,
		filters: (place) => filters[place % filters.length]?.(place) ?? '',
	};
	const begun = Object.entries(typed).map(
		([name, make]) => [name, Array.from({ length: QUERIES }, (_, place) => make(place))] as const,
	);
	return Object.fromEntries([...known, ...begun]);
}
