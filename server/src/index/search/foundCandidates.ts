/** What one search asks for, and what has been found for it before it is ranked. */

import type { PaperId } from '../../corpus/corpus.ts';
import type { Candidate } from './candidates.ts';
import type { Query } from './query.ts';
import type { Corrections } from './questions.ts';

export interface Asked {
	readonly query: Query;
	readonly preferred: ReadonlyMap<PaperId, number>;
	/** Papers that the list can show. */
	readonly wanted: number;
	readonly abstractOf: ((id: PaperId) => string | undefined) | undefined;
}

/**
 * By which question a paper was found. A lower one is asked only if those above gave too little, so that its papers must
 * stand below theirs: else what a list shows would change with how much of it is shown.
 */
export const TIERS = {
	names: 3,
	/** With venues, initials and the like. */
	wide: 2,
	/** All words stand whole in names or abstract. */
	spelledOut: 1,
	/** Words begin so in names or abstract. */
	begun: 0,
} as const;

export interface Found {
	readonly paper: Candidate;
	readonly tier: number;
}

export interface FoundCandidates {
	/** By row. */
	readonly found: ReadonlyMap<number, Found>;
	/** Rows of papers that answer to the whole query as to a name. */
	readonly identified: ReadonlySet<number>;
	/** What mistyped words were taken for. */
	readonly corrections: Corrections | undefined;
}
