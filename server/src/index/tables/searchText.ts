/** What the store requires of full-text search: it is told when a paper is added, changed or removed. */

import type { PaperId, RelatedOptions, SampleText, SearchOptions } from '../../corpus/corpus.ts';
import type { SearchFields } from '../../corpus/searchFields.ts';

/** A text of a paper, as plain text that is made when it is needed. */
export interface PaperText {
	readonly plain: () => string;
	/** Whether it is that of the new record with the same id, and of no other. */
	readonly isOfRecord: boolean;
}

/** Called inside the store's own transactions and on its connection, so that both change together. */
export interface SearchTables {
	/** Adds a paper. A changed paper is deleted first. */
	put(id: PaperId, fields: SearchFields): void;
	delete(id: PaperId): void;
	/** Adds the abstract. Called after `put`. */
	putAbstract?(id: PaperId, abstract: PaperText): void;
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

/** The papers most like a text; see `Corpus.related`. */
export type RelatedIds = (sample: SampleText, options: RelatedOptions) => readonly PaperId[];

/** Papers with a name similar to the given one; see `Corpus.nearlyNamed`. */
export type NearIds = (
	name: string,
) => readonly { readonly id: PaperId; readonly name: string; readonly slips: number }[];
