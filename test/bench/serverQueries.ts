/** What a writer types inside `@paper[`, by how the paper is remembered. */

import { foldedWords } from '../../server/src/util/fold.ts';
import { CASE_CLASSES, knownItems } from './knownItems.ts';
import type { SearchedPaper } from './searchCorpus.ts';

export interface TypedQuery {
	readonly kind: string;
	readonly text: string;
}

/** The first keys of any query, which most papers answer to. */
export const SHORT = '1-2 letters';

/** Queries of one class: together some 240, in which some 4,000 keys are typed. */
const EACH = 30;

/** The same queries for the same corpus. */
export function typedQueries(known: readonly SearchedPaper[]): TypedQuery[] {
	const remembered = CASE_CLASSES.flatMap((kind) =>
		knownItems(known, kind, EACH).map(({ query }) => ({ kind, text: query })),
	);
	const titles = knownItems(known, 'abstract', EACH, 11).map(({ paper }) => ({
		kind: 'title',
		text: foldedWords(known[paper]?.title ?? '')
			.slice(0, 4)
			.join(' '),
	}));
	return [...remembered, ...titles];
}

/** The class that a key counts to: the first two of each query are no query of its class yet. */
export function classOf({ kind }: TypedQuery, letters: number): string {
	return letters <= 2 ? SHORT : kind;
}
