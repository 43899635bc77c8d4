/** What the store asks of full-text search: to be told of each paper as it comes, changes and goes. */

import type { PaperId, SearchOptions } from '../../corpus/corpus.ts';
import type { SearchFields } from '../../corpus/searchFields.ts';

/** Written inside the store's own transactions, on its connection, so that both change as one. */
export interface SearchTables {
	/** Adds a paper. A paper that changes is deleted first. */
	put(id: PaperId, fields: SearchFields): void;
	delete(id: PaperId): void;
	/** Called after `put`, which leaves the abstract to it; `abstract` is plain text. */
	putAbstract?(id: PaperId, abstract: string): void;
	/** Called before each commit, for tables that hold writes back. */
	flush?(): void;
	/** Called after a transaction that was rolled back: what was held back is not to be written any more. */
	discard?(): void;
	/** Lays the tables down anew after much was written, a slice at each step. It may be left after any of them. */
	compact?(): Iterable<void>;
}

/** Asks the full-text tables; best match first. */
export type SearchIds = (
	query: string,
	options: SearchOptions,
) => { readonly ids: readonly PaperId[]; readonly total: number };

/** Papers with a name that is nearly the one given; see `Corpus.nearlyNamed`. */
export type NearIds = (
	name: string,
) => readonly { readonly id: PaperId; readonly name: string; readonly slips: number }[];
