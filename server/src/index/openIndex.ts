/** Opens the index of a corpus in one database: the store's tables and the search tables. */

import type { PaperId, PaperSummary, SearchOptions } from '../corpus/corpus.ts';
import { lateBundle } from '../util/lateBundle.node.ts';
import type { IndexFailure } from './database/indexFailure.ts';
import { indexVersion, openTables } from './database/openDatabase.ts';
import type { SqlDatabase } from './database/sqlDatabase.ts';
import { IndexedCorpus } from './indexedCorpus.ts';
import { LibraryRows } from './libraryRows.ts';
import { ProvisionalPapers } from './provisional/provisionalPapers.ts';
import { compactSearchTables } from './search/compaction.ts';
import { NearNames } from './search/nearNames.ts';
import { readQuery } from './search/query.ts';
import type * as relatedPapers from './search/relatedPapers.ts';
import { PaperSearch, type SearchHits } from './search/search.ts';
import { createSearchTables, SEARCH_VERSION } from './search/searchTables.ts';
import { SearchWriter, type SearchWriterOptions, type TermPreparation } from './search/searchWriter.ts';
import type { ReaderVersion } from './tables/corpusFile.ts';
import { CorpusWriter, type WriterOptions } from './tables/corpusWriter.ts';
import type { BodyPreparation } from './tables/recordBodies.ts';
import type { RelatedIds, SearchIds, SearchTables } from './tables/searchText.ts';

export type Opened<T> = { readonly opened: T } | { readonly failure: IndexFailure };

/** The version of all tables of the index. */
export const INDEX_VERSION = indexVersion(SEARCH_VERSION);

const TABLE_OPTIONS = { createFurther: createSearchTables, furtherVersion: SEARCH_VERSION };

/**
 * Holds the indexes of names, titles and identifiers of some half a million papers. Writes are spread over all of
 * them.
 */
const WRITER_CACHE_MB = 32;

/**
 * Pages beyond it are read from the system's file cache. With 8 MB, a completion takes the same time among 10,000 and
 * 100,000 papers.
 */
const READER_CACHE_MB = 4;

export { RecordPreparation } from './recordPreparation.ts';
export type { PackedRun } from './search/postings/packedRun.ts';

/** Prepares records elsewhere, as `RecordPreparation` does. */
export type Preparation = BodyPreparation & TermPreparation;

export interface IndexWriterOptions
	extends Pick<WriterOptions, 'rest' | 'readerVersion' | 'batch' | 'now' | 'keyMemory'> {
	/** Prepares records while a first indexing reads on. */
	readonly preparation?: Preparation | undefined;
}

/** Opens the index for writing. Nobody else may use `db`. */
export function openWriter(db: SqlDatabase, options: IndexWriterOptions = {}): Opened<CorpusWriter> {
	const store = openTables(db, { ...TABLE_OPTIONS, cacheSize: WRITER_CACHE_MB });
	if ('failure' in store) {
		return store;
	}
	return { opened: new CorpusWriter(store.sql, { ...options, search: searchTables(db, options) }) };
}

export interface IndexReaderOptions {
	/** Papers to find besides those in the index. */
	readonly provisional?: ProvisionalPapers;
	readonly readerVersion?: ReaderVersion;
}

/**
 * Opens the index for reading while another connection writes. `onFailure` is called once if the index turns out to
 * be damaged.
 */
export function openReader(
	db: SqlDatabase,
	onFailure: (failure: IndexFailure) => void,
	{ provisional = new ProvisionalPapers(), ...options }: IndexReaderOptions = {},
): Opened<IndexedCorpus> {
	const store = openTables(db, { ...TABLE_OPTIONS, cacheSize: READER_CACHE_MB });
	if ('failure' in store) {
		return store;
	}
	const papers = new PaperSearch(db);
	const names = new NearNames(db);
	const isIndexed = (key: string): boolean => corpus.resolve(key).length > 0;
	const libraries = new LibraryRows(store.sql);
	const search: SearchIds = (query, { library, ...asked }) => {
		const own = library ? { own: libraries.of(library, corpus.version) } : {};
		const options = { ...asked, ...own };
		const abstractOf = (id: PaperId): string => corpus.abstractOf(id);
		const read = readQuery(query);
		if (read.like !== undefined) {
			const rest = (text: string, limit: number) => papers.search(text, { ...options, limit, offset: 0, abstractOf });
			return idsOf(relatedBundle().papersLike({ corpus, candidates: papers.candidates, search: rest }, read, asked));
		}
		const found = provisional.isEmpty
			? papers.search(query, { ...options, abstractOf })
			: mergedPage(options, (most) => {
					const indexed = papers.search(query, { ...options, limit: most, offset: 0, abstractOf });
					return [indexed, provisional.search(query, { limit: most, isIndexed })];
				});
		return idsOf(found);
	};
	const related: RelatedIds = (sample, asked) => {
		const hits = relatedBundle().relatedPapers(papers.candidates, sample, { ...asked, papers: corpus.paperCount });
		return hits.map(({ id }) => id);
	};
	const unindexed = (id: PaperId): PaperSummary | undefined => provisional.summary(id);
	const unindexedCount = (): number => provisional.countUnindexed(isIndexed);
	const near = (name: string) => names.near(name);
	const corpus = new IndexedCorpus(store.sql, {
		...options,
		search,
		near,
		related,
		unindexed,
		unindexedCount,
		snapshots: true,
		onFailure,
	});
	return { opened: corpus };
}

function relatedBundle(): typeof relatedPapers {
	return lateBundle('#relatedPapers');
}

function idsOf({ hits, total }: SearchHits): ReturnType<SearchIds> {
	return { ids: hits.map(({ id }) => id), total };
}

/** One page of the results of several searches. Each search is asked for as many as the page may need. */
function mergedPage(
	{ limit, offset = 0 }: SearchOptions,
	searches: (most: number) => readonly SearchHits[],
): SearchHits {
	const found = searches(offset + limit);
	const hits = found.flatMap((one) => one.hits).sort((one, other) => other.score - one.score);
	return { hits: hits.slice(offset, offset + limit), total: found.reduce((sum, one) => sum + one.total, 0) };
}

function searchTables(db: SqlDatabase, options: SearchWriterOptions): SearchTables {
	const index = new SearchWriter(db, options);
	return {
		put: (id, fields) => index.put(id, fields),
		putAbstract: (id, abstract) => index.putAbstract(id, abstract),
		delete: (id) => index.delete(id),
		flush: () => index.flush(),
		discard: () => index.discard(),
		compact: () => compactSearchTables(db),
	};
}
