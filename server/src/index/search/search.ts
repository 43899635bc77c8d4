/**
 * Searches papers, best match first. Candidates come from the search tables in row order (most recent first), up to a
 * limit. These few are then ranked by their names. Nothing is loaded before it is needed.
 */

import type { PaperId } from '../../corpus/corpus.ts';
import type { SqlDatabase } from '../database/sqlDatabase.ts';
import { CandidateSearch } from './candidateSearch.ts';
import { type Candidate, Candidates, MAX_COUNT } from './candidates.ts';
import { TIERS } from './foundCandidates.ts';
import { ALL_ROWS } from './paperRow.ts';
import { hasRow } from './postings/ascendingRows.ts';
import { isEmptyQuery, readQuery } from './query.ts';
import { scorer } from './score.ts';
import { Spelling } from './spelling.ts';

export interface SearchHit {
	readonly id: PaperId;
	/** Higher is better. Comparable only within one search. */
	readonly score: number;
}

export interface SearchHits {
	readonly hits: readonly SearchHit[];
	/** How many papers match; a lower bound if counting stopped early. */
	readonly total: number;
}

export interface PaperSearchOptions {
	readonly limit: number;
	readonly offset?: number;
	/** 2: cited in this note, 1: cited in this workspace. */
	readonly preferred?: ReadonlyMap<PaperId, number>;
	/** Rows of the papers in the note's own library, ascending. Within a tier they rank above all others. */
	readonly own?: Int32Array;
	/**
	 * The plain text of an abstract. If present, a phrase in an abstract must match word by word; if absent, its
	 * words are enough.
	 */
	readonly abstractOf?: (id: PaperId) => string | undefined;
}

/**
 * A paper with exactly the typed key or identifier is above all others. If the query has no words, preferred papers
 * are above the rest.
 */
export const IDENTIFIED_BONUS = 1000;
const PREFERRED_BONUS = 100;

/**
 * Added to the score of a paper cited in the workspace, or in this note: as much as thirty or seventy years of
 * recency, or ten or twenty-five letters nearer to the start of the title. So it decides between papers that match
 * about equally well. In a test with 40 of 9,227 papers cited, 182 other papers came first for the first word of
 * their title alone. Two of them no longer did, and none of 290 for two words.
 */
const CITED_BONUS: Readonly<Record<number, number>> = { 1: 0.015, 2: 0.035 };

/** More than any score. */
const OWN_BONUS = 3;
const TIER_STEP = OWN_BONUS + 3;

/** For a query without words: between papers cited anywhere and papers cited in this note. */
const OWN_RECENT_BONUS = 150;

/** What a paper gets above its score if its names match. */
export const NAMES_TIER_SCORE = TIER_STEP * TIERS.names;

const NO_PAPERS: ReadonlyMap<PaperId, number> = new Map();
const NO_ROWS = new Int32Array();

export class PaperSearch {
	readonly #candidates: Candidates;
	readonly #spelling: Spelling;

	constructor(db: SqlDatabase) {
		this.#candidates = new Candidates(db);
		this.#spelling = new Spelling(db, this.#candidates);
	}

	/** For questions of another kind. Their state is the newest. */
	get candidates(): Candidates {
		this.#candidates.refresh();
		return this.#candidates;
	}

	/**
	 * Searches. Never fails because of what was typed. An empty query lists the preferred papers, then the most
	 * recent.
	 */
	search(text: string, options: PaperSearchOptions): SearchHits {
		const { limit, offset = 0, preferred = NO_PAPERS, own = NO_ROWS, abstractOf } = options;
		this.#candidates.refresh();
		const query = readQuery(text);
		if (isEmptyQuery(query)) {
			return this.#recent({ limit, offset, preferred, own });
		}
		const candidateSearch = new CandidateSearch(this.#candidates, this.#spelling, {
			query,
			preferred,
			own,
			wanted: offset + limit,
			abstractOf,
		});
		const { found, identified, corrections, isCut } = candidateSearch.find();
		const score = scorer(query, {
			corrections,
			rarity: (word) => Math.log2(MAX_COUNT / Math.max(this.#candidates.count(word), 1)),
		});
		const hits = Array.from(found.values(), ({ paper, tier }) => {
			const weight = preferred.get(paper.id) ?? 0;
			const use = query.terms.length > 0 ? (CITED_BONUS[weight] ?? 0) : PREFERRED_BONUS * weight;
			const rank = TIER_STEP * tier + (identified.has(paper.row) ? IDENTIFIED_BONUS : 0);
			const home = hasRow(own, paper.row) ? OWN_BONUS : 0;
			return { paper, score: score(paper) + use + rank + home };
		});
		const total = isCut ? Math.min(hits.length, candidateSearch.most) : hits.length;
		return { hits: pageOf(bestOf(hits, offset + limit), { limit, offset }), total };
	}

	#recent({ limit, offset, preferred, own }: Page): SearchHits {
		const scored = (paper: Candidate): Ranked => {
			const home = hasRow(own, paper.row) ? OWN_RECENT_BONUS : 0;
			return { paper, score: PREFERRED_BONUS * (preferred.get(paper.id) ?? 0) + home };
		};
		const most = offset + limit + preferred.size;
		const cited = [...preferred.keys()].flatMap((id) => this.#candidates.byId(id) ?? []);
		const owned = this.#candidates.ofRows(own, most).filter(({ id }) => !preferred.has(id));
		const first = [...cited, ...owned].map(scored).sort(byScore);
		const others = this.#candidates
			.recent(ALL_ROWS, most)
			.filter(({ id, row }) => !preferred.has(id) && !hasRow(own, row))
			.map((paper) => ({ paper, score: 0 }));
		const ranked = [...first, ...others];
		return { hits: pageOf(ranked, { limit, offset }), total: ranked.length };
	}
}

type Page = Required<Pick<PaperSearchOptions, 'limit' | 'offset' | 'preferred' | 'own'>>;

interface Ranked {
	readonly paper: Candidate;
	readonly score: number;
}

/** Compares integers: differences of scores would create as many objects as there are comparisons. */
function byScore(one: Ranked, other: Ranked): number {
	return one.score === other.score ? byYear(one.paper, other.paper) : one.score < other.score ? 1 : -1;
}

/** By year, and within a year by key: the order must not depend on which paper was indexed first. */
function byYear(one: Candidate, other: Candidate): number {
	return (other.year ?? 0) - (one.year ?? 0) || (one.line < other.line ? -1 : 1);
}

function pageOf(ranked: readonly Ranked[], { limit, offset }: { limit: number; offset: number }): SearchHit[] {
	return ranked.slice(offset, offset + limit).map(({ paper: { id }, score }) => ({ id, score }));
}

/** The best papers in order: `count`, or a few more. Numbers are sorted ten times as fast as objects. */
function bestOf(ranked: readonly Ranked[], count: number): readonly Ranked[] {
	const scores = new Float64Array(ranked.length);
	for (const [index, { score }] of ranked.entries()) {
		scores[index] = score;
	}
	scores.sort();
	const least = scores[ranked.length - count] ?? Number.NEGATIVE_INFINITY;
	return ranked.filter(({ score }) => score >= least).sort(byScore);
}
