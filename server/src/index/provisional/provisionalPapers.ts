/**
 * Papers that were found in corpus files but are not indexed yet, so that a large library can be searched by its
 * titles within seconds. The search goes through all of them: that takes milliseconds and needs no index. Acronyms,
 * mistyped words, identifiers and words of abstracts can be found only once the papers are indexed.
 */

import type { PaperId, PaperSummary } from '../../corpus/corpus.ts';
import { candidateNames } from '../search/identifiers.ts';
import { TEXT_END } from '../search/lineSigns.ts';
import type { PackedLine } from '../search/paperLine.ts';
import { type NamedPaper, PaperMatch } from '../search/paperMatch.ts';
import { type Query, readQuery } from '../search/query.ts';
import { scorer } from '../search/score.ts';
import { IDENTIFIED_BONUS, NAMES_TIER_SCORE, type SearchHit, type SearchHits } from '../search/search.ts';
import { hasForms } from '../search/termForms.ts';
import { mayHaveAll } from './prefixSignatures.ts';
import type { ProvisionalChunk, ProvisionalRow } from './provisionalChunk.ts';

/** Matches to rank. When there are that many, the search stops. */
const MAX_MATCHES = 250;

/** Papers to check in detail, which takes a microsecond for each. */
const MAX_CHECKED = 5000;

export interface ProvisionalOptions {
	readonly limit: number;
	/** Whether the index has the key by now. */
	readonly isIndexed: (key: string) => boolean;
}

interface Place {
	readonly chunk: ProvisionalChunk;
	readonly at: number;
}

interface ProvisionalMatch extends NamedPaper {
	readonly line: PackedLine;
	readonly place: Place;
}

export class ProvisionalPapers {
	#chunks: ProvisionalChunk[] = [];
	/**
	 * Papers of the last search by the ids it gave them. The ids are negative, since the index has no number for
	 * these papers.
	 */
	#shown = new Map<PaperId, Place>();

	get isEmpty(): boolean {
		return this.#chunks.length === 0;
	}

	add(chunk: ProvisionalChunk): void {
		const after = this.#chunks.findLastIndex(({ order }) => order <= chunk.order);
		this.#chunks.splice(after + 1, 0, chunk);
	}

	clear(): void {
		this.#chunks = [];
		this.#shown = new Map();
	}

	/** Drops papers that have been indexed in the meantime. They are indexed in the order of their chunks. */
	dropIndexed(isIndexed: (key: string) => boolean): void {
		const rest = this.#chunks.findIndex((chunk) => !isIndexed(rowAt(chunk, chunk.years.length - 1)[0]));
		this.#chunks = rest < 0 ? [] : this.#chunks.slice(rest);
	}

	/** How many are not in the index yet. */
	countUnindexed(isIndexed: (key: string) => boolean): number {
		this.dropIndexed(isIndexed);
		const [first] = this.#chunks;
		const keys = first ? Array.from(first.years, (_, at) => rowAt(first, at)[0]) : [];
		const all = this.#chunks.reduce((sum, { years }) => sum + years.length, 0);
		return all - keys.filter(isIndexed).length;
	}

	/** Papers that match a query as `PaperSearch` understands it, best first, without those that are indexed. */
	search(text: string, { limit, isIndexed }: ProvisionalOptions): SearchHits {
		this.#shown = new Map();
		const ranked = this.#ranked(readQuery(text));
		const hits: SearchHit[] = [];
		for (const { place, score } of ranked) {
			if (hits.length === limit) {
				break;
			}
			if (!isIndexed(rowAt(place.chunk, place.at)[0])) {
				const id = -1 - hits.length;
				this.#shown.set(id, place);
				hits.push({ id, score });
			}
		}
		return { hits, total: ranked.length };
	}

	#ranked(query: Query): readonly { readonly place: Place; readonly score: number }[] {
		if (query.cited || query.terms.some(({ field }) => field === 'abstract')) {
			return [];
		}
		const score = scorer(query);
		const names = candidateNames(query.text);
		return [...this.#matching(query)]
			.map((paper) => {
				const rank = NAMES_TIER_SCORE + (isNamed(paper.line, names) ? IDENTIFIED_BONUS : 0);
				return { place: paper.place, score: score(paper) + rank };
			})
			.sort((one, other) => other.score - one.score);
	}

	/** The summary of a paper of the last search. Its abstract and identifiers are known once it is indexed. */
	summary(id: PaperId): PaperSummary | undefined {
		const place = this.#shown.get(id);
		if (place === undefined) {
			return undefined;
		}
		const [key, title, authors, families, authorsTruncated, year, venue] = rowAt(place.chunk, place.at);
		const unknown = { doi: undefined, arxiv: undefined, abstract: undefined };
		return {
			...unknown,
			...{ id, key, title, authors, families, authorsTruncated, categories: [] },
			year: year ?? undefined,
			venue: venue ?? undefined,
		};
	}

	/** The matching papers; not all if there are many. */
	*#matching(query: Query): Generator<ProvisionalMatch> {
		let found = 0;
		const match = new PaperMatch(query);
		const needed = neededWords(query);
		const mayMatch = mayHaveAll(needed.filter((word) => !YEAR_LIKE.test(word)));
		let left = MAX_CHECKED;
		for (const chunk of this.#chunks) {
			for (const at of mayMatch(chunk.signatures, chunk.years.length)) {
				if (left-- === 0 || found === MAX_MATCHES) {
					return;
				}
				const year = chunk.years[at] || undefined;
				const paper: ProvisionalMatch = { line: lineAt(chunk, at), year, place: { chunk, at } };
				// This test comes first, since matching searches for acronyms at length, which cannot be found here.
				if (needed.every((one) => hasWord(paper, one)) && match.matches(paper)) {
					found++;
					yield paper;
				}
			}
		}
	}
}

/** Prefixes that every match has in its line or as its year. Words that can be written in other ways are left out. */
function neededWords({ terms }: Query): readonly string[] {
	// If a word with hyphens is written as one word, its first part is still a prefix.
	return terms
		.filter((term) => term.kind === 'phrase' || !hasForms(term))
		.flatMap(({ kind, parts }) => (kind === 'phrase' ? parts : parts.slice(0, 1)));
}

function hasWord({ line, year }: NamedPaper, word: string): boolean {
	return line.includes(` ${word}`) || (year !== undefined && String(year).startsWith(word));
}

const YEAR_LIKE = /^\d{1,4}$/;

function lineAt({ lines, lineEnds }: ProvisionalChunk, at: number): PackedLine {
	return lines.slice(lineEnds[at - 1] ?? 0, lineEnds[at]);
}

function rowAt({ rows, rowEnds }: ProvisionalChunk, at: number): ProvisionalRow {
	return JSON.parse(rows.slice(rowEnds[at - 1] ?? 0, rowEnds[at]));
}

/** Whether one of the paper's names is exactly one of `names`. */
function isNamed(line: PackedLine, names: readonly string[]): boolean {
	const own = `${line.slice(0, line.indexOf(TEXT_END))} `;
	return names.some((name) => own.includes(` ${name} `));
}
