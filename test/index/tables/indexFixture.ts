/** An index in memory, and everything that can be seen of it through the corpus, for comparison. */

import { DatabaseSync } from 'node:sqlite';
import type { FileProblem, PaperId } from '../../../server/src/corpus/corpus.ts';
import type { ItemDraft } from '../../../server/src/corpus/paper.ts';
import type { SearchFields } from '../../../server/src/corpus/searchFields.ts';
import { openTables } from '../../../server/src/index/database/openDatabase.ts';
import type { Sql } from '../../../server/src/index/database/sql.ts';
import type { SqlDatabase } from '../../../server/src/index/database/sqlDatabase.ts';
import { IndexedCorpus } from '../../../server/src/index/indexedCorpus.ts';
import { CorpusWriter, type PlacedRecord, type Writing } from '../../../server/src/index/tables/corpusWriter.ts';
import { withRichText } from '../../../server/src/util/textKinds.ts';

export interface TestIndex {
	readonly db: SqlDatabase;
	readonly sql: Sql;
	readonly writer: CorpusWriter;
	readonly corpus: IndexedCorpus;
	/** What full-text search was told. */
	readonly searched: ReadonlyMap<PaperId, SearchFields>;
}

export interface TestSizes {
	readonly batch?: number;
	readonly pageSize?: number;
	readonly maxCompared?: number;
}

export function openIndex(db: SqlDatabase = new DatabaseSync(':memory:'), sizes: TestSizes = {}): TestIndex {
	const opened = openTables(db);
	if ('failure' in opened) {
		throw new Error(opened.failure.message);
	}
	const searched = new Map<PaperId, SearchFields>();
	const search = {
		put(id: PaperId, fields: SearchFields) {
			if (searched.has(id)) {
				throw new Error(`paper ${id} is put a second time`);
			}
			searched.set(id, fields);
		},
		delete(id: PaperId) {
			if (!searched.delete(id)) {
				throw new Error(`paper ${id} is deleted without having been put`);
			}
		},
	};
	const writer = new CorpusWriter(opened.sql, { search, ...sizes, now: () => 0 });
	// Finds all papers, or those of one name.
	const ids = (name: string) => (name === '' ? [...searched.keys()] : corpus.resolve(name).map(({ id }) => id));
	const corpus: IndexedCorpus = new IndexedCorpus(opened.sql, {
		search: (name) => ({ ids: ids(name), total: ids(name).length }),
	});
	return { db, sql: opened.sql, writer, corpus, searched };
}

export function file(uri: string) {
	return { uri, format: 'BibTeX', size: 0, mtime: 0, hash: '' };
}

export function write(
	{ writer }: Pick<TestIndex, 'writer'>,
	uri: string,
	records: readonly PlacedRecord[],
	problems: readonly FileProblem[] = [],
): void {
	runToEnd(writer.replaceFile(file(uri), records, () => ({ problems })));
}

export function runToEnd(writing: Writing): void {
	let step = writing.next();
	while (!step.done) {
		step = writing.next();
	}
	if (step.value.outcome !== 'done') {
		throw new Error(JSON.stringify(step.value));
	}
}

/** All that `corpus` shows, without numbers: of the papers that answer to `names`, and of all files. */
export function everythingSeen(
	{ corpus, searched }: Pick<TestIndex, 'corpus' | 'searched'>,
	names: Iterable<string>,
): unknown {
	const shown = new Map<PaperId, string>();
	const show = (id: PaperId) => {
		const { id: _, ...paper } = corpus.paper(id) ?? { id };
		const { id: __, ...summary } = corpus.summary(id) ?? { id };
		const text = shown.get(id) ?? JSON.stringify({ paper, summary });
		shown.set(id, text);
		return text;
	};
	const resolved = [...names].sort().map((name) => ({
		name,
		papers: corpus
			.resolve(name)
			.map(({ id, key }) => [key, show(id)])
			.sort(),
		listed: corpus
			.listed(name, { limit: searched.size })
			.map(({ id: _, ...row }) => JSON.stringify(row))
			.sort(),
		loosely: corpus
			.resolveLoosely(name)
			.map(({ key }) => key)
			.sort(),
	}));
	return {
		count: corpus.paperCount,
		resolved,
		files: corpus.files().map((report) => ({ ...report, list: corpus.problemsIn(report.uri) })),
		searched: [...searched.values()].map((fields) => JSON.stringify(fields)).sort(),
	};
}

/** A record with the key `paper<number>`, three lines to each. */
export function paper(number: number, item: Partial<ItemDraft>): PlacedRecord {
	const start = { line: number * 3, character: 0 };
	return withRichText<PlacedRecord>({
		key: `paper${number}`,
		item: { type: 'article', title: `Paper ${number}`, author: [{ family: 'Lee' }], ...item },
		range: { start, end: { line: start.line + 2, character: 1 } },
		keyRange: { start: { ...start, character: 9 }, end: { ...start, character: 9 + `paper${number}`.length } },
	});
}
