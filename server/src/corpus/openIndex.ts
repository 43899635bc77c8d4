/** The index of a corpus in one database: the store's tables and those of search, opened together. */

import type { PaperId } from './corpus.ts';
import { PaperSearch } from './search/search.ts';
import { SearchIndex } from './search/searchIndex.ts';
import { createSearchTables, SEARCH_VERSION } from './search/searchTables.ts';
import { settleSearchTables } from './search/settling.ts';
import { CorpusWriter } from './store/corpusWriter.ts';
import { openStore } from './store/openStore.ts';
import type { SearchIds, SearchTables } from './store/searchTables.ts';
import type { SqlDatabase } from './store/sqlDatabase.ts';
import { StoredCorpus } from './store/storedCorpus.ts';
import type { StoreFailure } from './store/storeFailure.ts';

export type Opened<T> = { readonly opened: T } | { readonly failure: StoreFailure };

const STORE = { createFurther: createSearchTables, furtherVersion: SEARCH_VERSION };

/** In MB: the indexes of names, titles and identifiers, which are written all over, of some half a million papers. */
const WRITER_CACHE = 32;

/**
 * In MB. Pages beyond it are read again from the system's own memory: with 4 and 16 a completion takes the same among
 * 10,000 papers, and a tenth more and less among 100,000.
 */
const READER_CACHE = 8;

/** For the one who writes; `db` is used by nobody else. */
export function openWriter(db: SqlDatabase): Opened<CorpusWriter> {
	const store = openStore(db, { ...STORE, cacheSize: WRITER_CACHE });
	if ('failure' in store) {
		return store;
	}
	return { opened: new CorpusWriter(store.sql, { search: searchTables(db) }) };
}

/** For those who ask, while another connection writes. `onFailure` is told once when the index turns out damaged. */
export function openReader(db: SqlDatabase, onFailure: (failure: StoreFailure) => void): Opened<StoredCorpus> {
	const store = openStore(db, { ...STORE, cacheSize: READER_CACHE });
	if ('failure' in store) {
		return store;
	}
	const papers = new PaperSearch(db);
	const search: SearchIds = (query, options) => {
		const abstractOf = (id: PaperId): string => corpus.abstractOf(id);
		const { hits, total } = papers.search(query, { ...options, abstractOf });
		return { ids: hits.map(({ id }) => id), total };
	};
	const corpus = new StoredCorpus(store.sql, { search, snapshots: true, onFailure });
	return { opened: corpus };
}

function searchTables(db: SqlDatabase): SearchTables {
	const index = new SearchIndex(db);
	return {
		put: (id, fields) => index.put(id, fields),
		putAbstract: (id, abstract) => index.putAbstract(id, abstract),
		delete: (id) => index.delete(id),
		flush: () => index.flush(),
		discard: () => index.discard(),
		settle: () => settleSearchTables(db),
	};
}
