/**
 * Searches whose answer is known: a paper is picked, and what someone may remember of it is typed. Picks depend on the
 * seed alone, never on what an engine finds, so that a case which nobody can answer stays in.
 */

import { foldedWords } from '../../server/src/util/fold.ts';
import { seededRandom } from '../support/random.ts';
import type { SearchedPaper } from './searchCorpus.ts';

export interface KnownItem {
	readonly query: string;
	/** The place of the paper in the corpus. */
	readonly paper: number;
}

export type CaseClass = 'abbreviated' | 'abbreviatedMore' | 'typo' | 'acronym' | 'initials' | 'authorYear' | 'abstract';

/** What is typed for a paper; undefined where it cannot be remembered in this way. */
export type Recollection = (paper: SearchedPaper, random: () => number, corpus: CorpusFacts) => string | undefined;

/** Every class, with how it is typed. */
const RECOLLECTIONS: Readonly<Record<CaseClass, Recollection>> = {
	/** `ghad whi reord`: an author (the first in seven of ten) and two words of the title, three to five letters of each. */
	abbreviated: (paper, random) => abbreviated(paper, 2, random),
	/** The same with three words of the title, which a larger corpus calls for: many papers answer to fewer. */
	abbreviatedMore: (paper, random) => abbreviated(paper, 3, random),
	/** `ghader whic reordering`: the first author and two words of the title, a slip of the finger in one word. */
	typo: (paper, random) => {
		const words = inOrder(titleWords(paper), 2, random);
		const typed = words && paper.authors[0] ? [familyOf(paper.authors[0]), ...words] : [];
		const slipped = pick(
			indexesOf(typed, (word) => word.length >= 4),
			random,
		);
		return slipped === undefined
			? undefined
			: typed.map((word, index) => (index === slipped ? slip(word, random) : word)).join(' ');
	},
	/** `rlve`: the coined name that a title begins with. */
	acronym: (paper) => /^((?=\S*\p{Lu}\S*\p{Lu})[\p{L}\p{N}]{3,10}):/u.exec(paper.title)?.[1]?.toLowerCase(),
	/** `ttrl`: the initials of four to six words at the head of a title, where nothing in the title spells them. */
	initials: (paper, random) => {
		const initials = foldedWords(paper.title)
			.slice(0, 4 + Math.floor(random() * 3))
			.map((word) => word.charAt(0))
			.join('');
		return initials.length >= 4 && !paper.title.toLowerCase().includes(initials) ? initials : undefined;
	},
	/** `ghader 2016`, where only one paper of that year has that first author. */
	authorYear: (paper, _, corpus) => {
		const typed = firstAuthorAndYear(paper);
		return typed && corpus.get(typed) === 1 ? typed : undefined;
	},
	/** `lexicalized relative unreliable smoothing`: four words of one abstract, in order. */
	abstract: (paper, random) =>
		inOrder(
			[...new Set(foldedWords(paper.abstract ?? ''))].filter((word) => word.length >= 5),
			4,
			random,
		)?.join(' '),
};

/** So little is typed that many papers answer, and what else decides between them is seen. */
const LITTLE = {
	/** `lexicalized`: the first long word of the title. */
	'first word of the title': (paper) => titleWords(paper)[0],
	/** `lexicalized reordering`: two long words of the title, in order. */
	'two words of the title': (paper, random) => inOrder(titleWords(paper), 2, random)?.join(' '),
} as const satisfies Readonly<Record<string, Recollection>>;

/** Every way of remembering a paper, also by little. */
export const ALL_RECOLLECTIONS: Readonly<Record<string, Recollection>> = { ...LITTLE, ...RECOLLECTIONS };

export const CASE_CLASSES = Object.keys(RECOLLECTIONS) as readonly CaseClass[];

/** How many papers a first author has in a year, by both as they are typed. */
type CorpusFacts = ReadonlyMap<string, number>;

export interface CaseOptions {
	readonly count: number;
	readonly seed?: number;
	/** Of the whole corpus, where papers are picked from a part of it. */
	readonly facts?: CorpusFacts | undefined;
}

/** Cases of one class, the same for the same seed and corpus. */
export function knownItems(corpus: readonly SearchedPaper[], kind: CaseClass, options: CaseOptions): KnownItem[] {
	return remembered(corpus, RECOLLECTIONS[kind], options);
}

/** Where a paper cannot be remembered in this way, another is picked. */
export function remembered(
	corpus: readonly SearchedPaper[],
	recollection: Recollection,
	{ count, seed = 7, facts = factsOf([corpus]) }: CaseOptions,
): KnownItem[] {
	const random = seededRandom(seed);
	const items: KnownItem[] = [];
	for (let tries = 0; items.length < count && tries < count * 200; tries++) {
		const paper = Math.floor(random() * corpus.length);
		const fields = corpus[paper];
		const query = fields && recollection(fields, random, facts);
		if (query) {
			items.push({ query, paper });
		}
	}
	return items;
}

/** Mean reciprocal rank at 10: 1 if the paper always comes first, 0.5 if second; beyond the tenth it counts nothing. */
export function meanReciprocalRank(
	items: readonly KnownItem[],
	search: (query: string, item: KnownItem) => readonly number[],
): number {
	const sum = items.reduce((total, item) => {
		const rank = search(item.query, item).slice(0, 10).indexOf(item.paper);
		return rank < 0 ? total : total + 1 / (rank + 1);
	}, 0);
	return sum / items.length;
}

function abbreviated(paper: SearchedPaper, count: number, random: () => number): string | undefined {
	const author = random() < 0.7 ? paper.authors[0] : pick(paper.authors, random);
	const words = inOrder(titleWords(paper), count, random);
	return author && words ? [familyOf(author), ...words].map((word) => cut(word, random)).join(' ') : undefined;
}

/** A corpus may come slice by slice. */
export function factsOf(slices: Iterable<readonly SearchedPaper[]>): CorpusFacts {
	const byAuthorYear = new Map<string, number>();
	for (const slice of slices) {
		for (const paper of slice) {
			const typed = firstAuthorAndYear(paper);
			if (typed) {
				byAuthorYear.set(typed, (byAuthorYear.get(typed) ?? 0) + 1);
			}
		}
	}
	return byAuthorYear;
}

function firstAuthorAndYear({ authors: [first], year }: SearchedPaper): string | undefined {
	return first && year ? `${familyOf(first)} ${year}` : undefined;
}

export function familyOf(author: string): string {
	return foldedWords(author).at(-1) ?? '';
}

const SMALL = new Set('the and for with from via into using towards toward over under'.split(' '));

export function titleWords(paper: SearchedPaper): string[] {
	return [...new Set(foldedWords(paper.title))].filter((word) => word.length >= 4 && !SMALL.has(word));
}

/** So many of the words, in their order; undefined if there are fewer. */
export function inOrder(words: readonly string[], count: number, random: () => number): string[] | undefined {
	const left = indexesOf(words, () => true);
	while (left.length > count) {
		left.splice(Math.floor(random() * left.length), 1);
	}
	return left.length < count ? undefined : left.flatMap((index) => words[index] ?? []);
}

function cut(word: string, random: () => number): string {
	return word.slice(0, 3 + Math.floor(random() * 3));
}

/** A letter is left out, typed twice, replaced, or exchanged with the next. */
function slip(word: string, random: () => number): string {
	const at = Math.floor(random() * (word.length - 1));
	const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
	const other = String.fromCharCode(97 + Math.floor(random() * 26));
	const slips = [
		`${before}${next}${after}`,
		`${before}${letter}${letter}${next}${after}`,
		`${before}${other}${next}${after}`,
		`${before}${next}${letter}${after}`,
	];
	return pick(slips, random) ?? word;
}

function indexesOf<T>(items: readonly T[], has: (item: T) => boolean): number[] {
	return items.flatMap((item, index) => (has(item) ? [index] : []));
}

export function pick<T>(items: readonly T[], random: () => number): T | undefined {
	return items[Math.floor(random() * items.length)];
}
