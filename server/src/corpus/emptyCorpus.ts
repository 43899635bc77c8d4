import type { Corpus } from './corpus.ts';

/** A corpus without papers, used before an index is open. */
export const emptyCorpus: Corpus = {
	version: 0,
	paperCount: 0,
	provisionalCount: 0,
	resolve: () => [],
	holders: () => [],
	marked: { with: () => [], marksOf: () => [], factsOf: () => 0 },
	keysIn: () => [],
	keepApart: () => {},
	resolveLoosely: () => [],
	nearlyNamed: () => [],
	paper: () => undefined,
	firstPlaces: () => new Map(),
	summary: () => undefined,
	related: () => [],
	search: () => ({ papers: [], total: 0 }),
	listed: () => [],
	files: () => [],
	recordsIn: () => [],
	recordAt: () => undefined,
	problemsIn: () => [],
	problemSums: () => [],
	nearDuplicates: () => ({ pairs: [], count: 0, isComplete: true }),
};
