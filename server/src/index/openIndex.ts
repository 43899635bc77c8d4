/** The index of a corpus in one database: the store's tables and those of search, opened together. */

import type { PaperId, PaperSummary, SearchOptions } from '../corpus/corpus.ts';
import type { IndexFailure } from './database/indexFailure.ts';
import { openTables } from './database/openDatabase.ts';
import type { SqlDatabase } from './database/sqlDatabase.ts';
import { IndexedCorpus } from './indexedCorpus.ts';
import { ProvisionalPapers } from './provisional/provisionalPapers.ts';
import { compactSearchTables } from './search/compaction.ts';
import { NearNames } from './search/nearNames.ts';
import { PaperSearch, type SearchHits } from './search/search.ts';
import { createSearchTables, SEARCH_VERSION } from './search/searchTables.ts';
import { SearchWriter } from './search/searchWriter.ts';
import type { ReaderVersion } from './tables/corpusFile.ts';
import { CorpusWriter } from './tables/corpusWriter.ts';
import type { SearchIds, SearchTables } from './tables/searchText.ts';

export type Opened<T> = { readonly opened: T } | { readonly failure: IndexFailure };

const STORE = { createFurther: createSearchTables, furtherVersion: SEARCH_VERSION };

/** In MB: the indexes of names, titles and identifiers, which are written all over, of some half a million papers. */
const WRITER_CACHE = 32;

/**
 * In MB. Pages beyond it are read again from the system's own memory: with 8 a completion takes the same among 10,000 and
 * 100,000 papers.
 */
const READER_CACHE = 4;

export interface IndexWriterOptions {
	/** Called again and again, and may take its time. */
	readonly rest?: () => void;
	readonly readerVersion?: ReaderVersion;
}

/** For the one who writes; `db` is used by nobody else. */
export function openWriter(db: SqlDatabase, options: IndexWriterOptions = {}): Opened<CorpusWriter> {
	const store = openTables(db, { ...STORE, cacheSize: WRITER_CACHE });
	if ('failure' in store) {
		return store;
	}
	return { opened: new CorpusWriter(store.sql, { ...options, search: searchTables(db, options.rest) }) };
}

export interface IndexReaderOptions {
	/** Papers to be found beside those of the index. */
	readonly seen?: ProvisionalPapers;
	readonly readerVersion?: ReaderVersion;
}

/** For those who ask, while another connection writes. `onFailure` is told once when the index turns out damaged. */
export function openReader(
	db: SqlDatabase,
	onFailure: (failure: IndexFailure) => void,
	{ seen = new ProvisionalPapers(), ...options }: IndexReaderOptions = {},
): Opened<IndexedCorpus> {
	const store = openTables(db, { ...STORE, cacheSize: READER_CACHE });
	if ('failure' in store) {
		return store;
	}
	const papers = new PaperSearch(db);
	const names = new NearNames(db);
	const isIndexed = (key: string): boolean => corpus.resolve(key).length > 0;
	const search: SearchIds = (query, options) => {
		const abstractOf = (id: PaperId): string => corpus.abstractOf(id);
		const { hits, total } = seen.isEmpty
			? papers.search(query, { ...options, abstractOf })
			: together(options, (most) => {
					const indexed = papers.search(query, { ...options, limit: most, offset: 0, abstractOf });
					return [indexed, seen.search(query, { limit: most, isIndexed })];
				});
		return { ids: hits.map(({ id }) => id), total };
	};
	const unindexed = (id: PaperId): PaperSummary | undefined => seen.summary(id);
	const unindexedCount = (): number => seen.countUnindexed(isIndexed);
	const near = (name: string) => names.near(name);
	const corpus = new IndexedCorpus(store.sql, {
		...options,
		search,
		near,
		unindexed,
		unindexedCount,
		snapshots: true,
		onFailure,
	});
	return { opened: corpus };
}

/** A page of what several searches have found; each is asked for as many as the page may need. */
function together({ limit, offset = 0 }: SearchOptions, searches: (most: number) => readonly SearchHits[]): SearchHits {
	const found = searches(offset + limit);
	const hits = found.flatMap((one) => one.hits).sort((one, other) => other.score - one.score);
	return { hits: hits.slice(offset, offset + limit), total: found.reduce((sum, one) => sum + one.total, 0) };
}

function searchTables(db: SqlDatabase, rest: (() => void) | undefined): SearchTables {
	const index = new SearchWriter(db, rest);
	return {
		put: (id, fields) => index.put(id, fields),
		putAbstract: (id, abstract) => index.putAbstract(id, abstract),
		delete: (id) => index.delete(id),
		flush: () => index.flush(),
		discard: () => index.discard(),
		compact: () => compactSearchTables(db),
	};
}
