/**
 * Papers like a given text: those that share its rarest words, weighed as BM25 does. Needs nothing but the runs of terms
 * that search has. A bundle of its own (`imports` in package.json), loaded with the first such question.
 */

import type { Corpus, PaperId, RelatedOptions, SampleText } from '../../corpus/corpus.ts';
import { sampleOf } from '../../corpus/sampleText.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { AUTHOR_LEAD, TEXT_END } from './lineSigns.ts';
import { sectionStarts } from './paperLine.ts';
import { ALL_ROWS } from './paperRow.ts';
import { anyOf, term } from './postings/question.ts';
import type { Query } from './query.ts';
import type { SearchHit, SearchHits } from './search.ts';
import { searchWords } from './searchWords.ts';

export interface Asked extends RelatedOptions {
	/** How many papers there are. */
	readonly papers: number;
}

/** More terms find more of what notes cite together, at more time: `npm run bench -- related`. */
const MAX_TERMS = 25;
/** In distinct words: a long paragraph. More would only cost time. */
const MAX_WORDS = 300;
/** In characters: some pages. */
const MAX_TEXT = 20_000;
/** A word in more than this share of the papers says nothing about one of them. */
const MAX_SHARE = 0.1;
/** In small libraries, a word may be in so many papers. */
const MIN_COMMON = 3;
/** In a small library these may be rare. In a large one, `MAX_SHARE` leaves out those of any language. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
	'an the of on in for to and or with by from as at is are was were be been it its we our this that these those not can may which how than into'.split(
		' ',
	),
);

/** The plural is the same word. */
const PLURAL = /(?<=^[a-z]{3,}[^s])s$/;
const IS_ENGLISH = /^[a-z]{4,}$/;

/** The best by their terms alone, of which the lines are read. */
const MAX_LINES = 200;

/** How much more a word counts in the other paper's title. */
const TITLE_BONUS = 0.75;
/** A word that is only somebody's name there. */
const NAME_WORTH = 0.2;
/** For each shared author, as a share of the best possible score. */
const AUTHOR_BONUS = 0.05;
/** How soon further occurrences of a word in the sample stop counting: BM25's k1. */
const SATURATION = 1.2;

/** The papers most like the sample, best first. */
export function relatedPapers(candidates: Candidates, sample: SampleText, options: Asked): SearchHit[] {
	const terms = heaviestTerms(candidates, sample, options.papers);
	const best = [...rowScores(terms)].sort(([, one], [, other]) => other - one).slice(0, MAX_LINES);
	const rows = Int32Array.from(best, ([row]) => row).sort();
	const families = sample.families.flatMap((family) => searchWords(family).slice(-1));
	return candidates
		.ofRows(rows, rows.length)
		.filter(({ id }) => !options.without.has(id))
		.map((paper) => ({ id: paper.id, score: scoreOf(paper, terms, families) }))
		.sort((one, other) => other.score - one.score || one.id - other.id)
		.slice(0, options.limit);
}

interface HeavyTerm {
	/** The word, and its plural if it is an English one. */
	readonly forms: readonly string[];
	readonly weight: number;
	/** Of the papers that have it in names or abstract. */
	readonly rows: ReadonlySet<number>;
}

function heaviestTerms(candidates: Candidates, { title, body }: SampleText, papers: number): HeavyTerm[] {
	const most = Math.max(MIN_COMMON, Math.floor(papers * MAX_SHARE));
	const terms = [...wordCounts(title, body)].slice(0, MAX_WORDS).flatMap(([word, count]): HeavyTerm[] => {
		const forms = IS_ENGLISH.test(word) ? [word, `${word}s`] : [word];
		const rows = candidates.rowsByText(anyOf(forms.map(term)), ALL_ROWS, most + 1);
		const rarity = Math.log(1 + (papers - rows.length + 0.5) / (rows.length + 0.5));
		const weight = (rarity * count * (SATURATION + 1)) / (count + SATURATION);
		return rows.length === 0 || rows.length > most ? [] : [{ forms, weight, rows: new Set(rows) }];
	});
	return terms.sort((one, other) => other.weight - one.weight).slice(0, MAX_TERMS);
}

function wordCounts(title: string, body: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of searchWords(`${title} ${title} ${body}`.slice(0, MAX_TEXT))) {
		if ([...word].length > 1 && !/^\d+$/.test(word) && !FUNCTION_WORDS.has(word)) {
			const singular = word.replace(PLURAL, '');
			counts.set(singular, (counts.get(singular) ?? 0) + 1);
		}
	}
	return counts;
}

function rowScores(terms: readonly HeavyTerm[]): Map<number, number> {
	const scores = new Map<number, number>();
	for (const { weight, rows } of terms) {
		for (const row of rows) {
			scores.set(row, (scores.get(row) ?? 0) + weight);
		}
	}
	return scores;
}

function scoreOf({ row, line }: Candidate, terms: readonly HeavyTerm[], families: readonly string[]): number {
	const starts = sectionStarts(line);
	const title = `${line.slice(starts.title, starts.variants - TEXT_END.length)} `;
	const authors = `${line.slice(starts.authors, starts.title - TEXT_END.length)}${AUTHOR_LEAD}`;
	const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
	const shared = families.filter((family) => authors.includes(` ${family}${AUTHOR_LEAD}`));
	return terms.reduce(
		(sum, { forms, weight, rows }) => sum + (rows.has(row) ? weight * worthOf(forms, title, authors) : 0),
		whole * AUTHOR_BONUS * shared.length,
	);
}

function worthOf(forms: readonly string[], title: string, authors: string): number {
	if (forms.some((word) => title.includes(` ${word} `))) {
		return 1 + TITLE_BONUS;
	}
	return forms.some((word) => authors.includes(` ${word}`)) ? NAME_WORTH : 1;
}

/** What a query with `like:` needs. */
export interface LikeSources {
	readonly corpus: Pick<Corpus, 'paperCount' | 'resolve' | 'summary'>;
	readonly candidates: Candidates;
	/** The search for the rest of the query. */
	readonly search: (query: string, limit: number) => SearchHits;
}

/** Related papers that a list shows in all, and results of the rest of the query among which they are looked for. */
const MAX_RELATED = MAX_LINES;
const MAX_FILTERED = 2000;

const LIKE = /(?<!\S)like:\s*(?:"[^"]*"|\S*)/giu;

/** The papers like the one that `like:key` names, as far as they match the rest of the query. */
export function papersLike(
	{ corpus, candidates, search }: LikeSources,
	{ text, like = '' }: Pick<Query, 'text' | 'like'>,
	{ limit, offset = 0 }: LikePage,
): SearchHits {
	const [only, ...others] = corpus.resolve(like);
	const paper = only && others.length === 0 ? corpus.summary(only.id) : undefined;
	const given = paper ? [paper] : [];
	const options = { limit: MAX_RELATED, without: new Set(given.map(({ id }) => id)), papers: corpus.paperCount };
	const related = given.flatMap((paper) => relatedPapers(candidates, sampleOf(paper), options));
	const rest = text.replace(LIKE, ' ').trim();
	const matching = rest && new Set(search(rest, MAX_FILTERED).hits.map(({ id }) => id));
	const best = new Map<PaperId, SearchHit>();
	for (const hit of related.sort((one, other) => other.score - one.score)) {
		if (!best.has(hit.id) && (!matching || matching.has(hit.id))) {
			best.set(hit.id, hit);
		}
	}
	return { hits: [...best.values()].slice(offset, offset + limit), total: best.size };
}

interface LikePage {
	readonly limit: number;
	readonly offset?: number;
}
