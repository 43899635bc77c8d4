/**
 * Papers that a first look has seen in corpus files and that the index has not taken in yet, so that a large library can
 * be searched by its titles within seconds. They are looked through from one end to the other: that takes milliseconds,
 * and nothing has to be built for it. What needs an index to be found (acronyms, mistyped words, identifiers, words of
 * abstracts) waits for it.
 */

import type { PaperId, PaperSummary } from '../../corpus/corpus.ts';
import { candidateNames } from '../search/identifiers.ts';
import { TEXT_END } from '../search/lineSigns.ts';
import type { PackedLine } from '../search/paperLine.ts';
import { type NamedPaper, PaperMatch } from '../search/paperMatch.ts';
import { type Query, readQuery } from '../search/query.ts';
import { scorer } from '../search/score.ts';
import { BY_NAMES, IDENTIFIED, type SearchHit, type SearchHits } from '../search/search.ts';
import { hasForms } from '../search/termForms.ts';
import { mayHaveAll } from './prefixSignatures.ts';
import type { ProvisionalChunk, ProvisionalRow } from './provisionalChunk.ts';

/** Matches that are ranked; the rest of the papers is not looked at. */
const CANDIDATES = 250;

/** Papers that are looked at more closely, which takes a microsecond for each. */
const MOST_LOOKED_AT = 5000;

export interface ProvisionalOptions {
	readonly limit: number;
	/** Whether the index knows the key by now. */
	readonly isIndexed: (key: string) => boolean;
}

interface Place {
	readonly chunk: ProvisionalChunk;
	readonly at: number;
}

interface Seen extends NamedPaper {
	readonly line: PackedLine;
	readonly place: Place;
}

export class ProvisionalPapers {
	#chunks: ProvisionalChunk[] = [];
	/** Those of the last search, by the ids that it gave them: negative, since the index has no number for them. */
	#shown = new Map<PaperId, Place>();

	get isEmpty(): boolean {
		return this.#chunks.length === 0;
	}

	add(chunk: ProvisionalChunk): void {
		this.#chunks.push(chunk);
	}

	clear(): void {
		this.#chunks = [];
		this.#shown = new Map();
	}

	/** Forgets what the index has taken in meanwhile: it does so in the order in which papers were seen. */
	dropIndexed(isIndexed: (key: string) => boolean): void {
		const rest = this.#chunks.findIndex((chunk) => !isIndexed(rowAt(chunk, chunk.years.length - 1)[0]));
		this.#chunks = rest < 0 ? [] : this.#chunks.slice(rest);
	}

	/** How many the index does not have by now. */
	countUnindexed(isIndexed: (key: string) => boolean): number {
		this.dropIndexed(isIndexed);
		const [first] = this.#chunks;
		const keys = first ? Array.from(first.years, (_, at) => rowAt(first, at)[0]) : [];
		const all = this.#chunks.reduce((sum, { years }) => sum + years.length, 0);
		return all - keys.filter(isIndexed).length;
	}

	/** Papers that answer to a query as `PaperSearch` understands it, best first, without those that are indexed. */
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
				const rank = BY_NAMES + (isNamed(paper.line, names) ? IDENTIFIED : 0);
				return { place: paper.place, score: score(paper) + rank };
			})
			.sort((one, other) => other.score - one.score);
	}

	/** A paper of the last search; its abstract and identifiers are known once it is indexed. */
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

	/** Not all of them, where there are many. */
	*#matching(query: Query): Generator<Seen> {
		let found = 0;
		const match = new PaperMatch(query);
		const needed = neededWords(query);
		const mayMatch = mayHaveAll(needed.filter((word) => !YEAR_LIKE.test(word)));
		let left = MOST_LOOKED_AT;
		for (const chunk of this.#chunks) {
			for (const at of mayMatch(chunk.beginnings, chunk.years.length)) {
				if (left-- === 0 || found === CANDIDATES) {
					return;
				}
				const year = chunk.years[at] || undefined;
				const paper: Seen = { line: lineAt(chunk, at), year, place: { chunk, at } };
				// Before acronyms are looked for at length, which are not to be found here.
				if (needed.every((one) => hasWord(paper, one)) && match.matches(paper)) {
					found++;
					yield paper;
				}
			}
		}
	}
}

/** Beginnings of words that every match has in its line, or as its year. What may be written in other ways is not needed. */
function neededWords({ terms }: Query): readonly string[] {
	// Of a word with hyphens that was written as one, the first part is still the beginning.
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

/** Whether one of the paper's names is one of these as a whole. */
function isNamed(line: PackedLine, names: readonly string[]): boolean {
	const own = `${line.slice(0, line.indexOf(TEXT_END))} `;
	return names.some((name) => own.includes(` ${name} `));
}
