/** What one search asks for, and what was found for it before ranking. */

import type { PaperId } from '../../corpus/corpus.ts';
import type { Candidate } from './candidates.ts';
import type { Query } from './query.ts';
import type { Corrections } from './questions.ts';

export interface Asked {
	readonly query: Query;
	readonly preferred: ReadonlyMap<PaperId, number>;
	/** Rows of the papers that are ranked before others, ascending. */
	readonly own: Int32Array;
	/** The number of papers that the list can show. */
	readonly wanted: number;
	readonly abstractOf: ((id: PaperId) => string | undefined) | undefined;
}

/**
 * The kind of question by which a paper was found. A lower tier is asked only if the tiers above found too little. So
 * its papers must rank below theirs: otherwise the order of a list would depend on its length.
 */
export const TIERS = {
	names: 3,
	/** Also matches venues, initials and the like. */
	wide: 2,
	/** All words are whole words in names or abstract. */
	spelledOut: 1,
	/** The words are prefixes of words in names or abstract. */
	begun: 0,
} as const;

export interface Found {
	readonly paper: Candidate;
	readonly tier: number;
}

export interface FoundCandidates {
	/** By row. */
	readonly found: ReadonlyMap<number, Found>;
	/** Rows of papers that have the whole query as a name. */
	readonly identified: ReadonlySet<number>;
	/** Whether there are more matches than were looked at. */
	readonly isCut: boolean;
	/** Corrections of mistyped words. */
	readonly corrections: Corrections | undefined;
}
