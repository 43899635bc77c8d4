/** A way to search papers, so that several can be measured at the same work. */

import type { SearchedPaper } from './searchCorpus.ts';

export interface SearchEngine {
	readonly name: string;
	/** Whether it is given abstracts, or title, authors and year alone. */
	readonly abstracts: boolean;
	/** Loads its package, where it is one: what that takes is not counted. */
	load?(): Promise<unknown>;
	/** A new index, in memory or in the empty folder. */
	create(folder: string): Promise<Building> | Building;
	/** What was saved in the folder. */
	open(folder: string): Promise<Ask> | Ask;
}

export interface Building {
	add(papers: readonly SearchedPaper[]): void;
	/** From then on all that was added can be asked for. */
	finish(): Ask;
	/** After `finish`. Throws where the index is too large to be written in the way that its README tells. */
	save(): Promise<void> | void;
}

/** The places in the corpus of the papers found, best first, at most `FOUND` of them. */
export type Ask = (query: string, hints: Hints) => readonly number[];

export interface Hints {
	/** A peer that needs more time to look for near words as well does so only for these; ours is not told. */
	readonly hasTypo: boolean;
	/** Places in the corpus of papers that the note at hand cites; peers are not told. */
	readonly cited?: readonly number[];
}

/** As many as a list of completions shows. */
export const FOUND = 50;
