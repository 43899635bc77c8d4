/** A small corpus in memory, written as lines, and searches over it that answer with keys. */

import { DatabaseSync } from 'node:sqlite';
import type { SearchFields } from '../../../server/src/corpus/searchFields.ts';
import { PaperSearch, type PaperSearchOptions } from '../../../server/src/index/search/search.ts';
import { createSearchTables } from '../../../server/src/index/search/searchTables.ts';
import { SearchWriter } from '../../../server/src/index/search/searchWriter.ts';

/** What search is told of a paper, and its abstract. */
export interface SearchedPaper extends SearchFields {
	readonly abstract: string | undefined;
}

export type PartialPaper = Partial<SearchedPaper> & { readonly key: string };

export function paperFields(fields: PartialPaper): SearchedPaper {
	return {
		names: [fields.key],
		title: '',
		authors: [],
		year: 2020,
		venue: undefined,
		categories: [],
		abstract: undefined,
		hasAbstract: fields.abstract !== undefined,
		doi: undefined,
		arxiv: undefined,
		hasCode: false,
		hasPdf: false,
		added: 0,
		...fields,
	};
}

/** Tables that hold nothing yet, and a writer of them. */
export function emptyIndex(): { readonly db: DatabaseSync; readonly index: SearchWriter } {
	const db = new DatabaseSync(':memory:');
	createSearchTables(db);
	return { db, index: new SearchWriter(db) };
}

export interface KeySearchOptions extends Omit<Partial<PaperSearchOptions>, 'preferred' | 'abstractOf'> {
	/** Weights by key. */
	readonly preferred?: Readonly<Record<string, number>>;
}

export interface SmallCorpus {
	/** The keys that a query finds, best first. */
	find(query: string, options?: KeySearchOptions): string[];
	total(query: string, options?: KeySearchOptions): number;
}

/** Papers get the ids 1, 2, 3... in their order. */
export function smallCorpus(papers: readonly PartialPaper[]): SmallCorpus {
	const { db, index } = emptyIndex();
	const all = papers.map(paperFields);
	for (const [place, fields] of all.entries()) {
		index.put(place + 1, fields);
		index.putAbstract(place + 1, { plain: () => fields.abstract ?? '', isOfRecord: false });
	}
	index.flush();
	const search = new PaperSearch(db);
	const ask = (query: string, { preferred = {}, limit = 50, ...options }: KeySearchOptions = {}) =>
		search.search(query, {
			limit,
			...options,
			preferred: new Map(
				Object.entries(preferred).map(([key, weight]) => [all.findIndex((fields) => fields.key === key) + 1, weight]),
			),
			abstractOf: (id) => all[id - 1]?.abstract,
		});
	return {
		find: (query, options) => ask(query, options).hits.map(({ id }) => all[id - 1]?.key ?? ''),
		total: (query, options) => ask(query, options).total,
	};
}
