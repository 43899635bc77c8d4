/** What the store requires of full-text search: it is told when a paper is added, changed or removed. */

import type { PaperId, SearchOptions } from '../../corpus/corpus.ts';
import type { SearchFields } from '../../corpus/searchFields.ts';

/** Called inside the store's own transactions and on its connection, so that both change together. */
export interface SearchTables {
	/** Adds a paper. A changed paper is deleted first. */
	put(id: PaperId, fields: SearchFields): void;
	delete(id: PaperId): void;
	/** Adds the abstract, as plain text. Called after `put`. */
	putAbstract?(id: PaperId, abstract: string): void;
	/** Called before each commit, for tables that buffer writes. */
	flush?(): void;
	/** Called after a rollback: buffered writes must be dropped. */
	discard?(): void;
	/** Compacts the tables after much was written, a slice at each step. It may be stopped after any step. */
	compact?(): Iterable<void>;
}

/** Searches the full-text tables. The best match comes first. */
export type SearchIds = (
	query: string,
	options: SearchOptions,
) => { readonly ids: readonly PaperId[]; readonly total: number };

/** Papers with a name similar to the given one; see `Corpus.nearlyNamed`. */
export type NearIds = (
	name: string,
) => readonly { readonly id: PaperId; readonly name: string; readonly slips: number }[];
