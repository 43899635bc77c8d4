/** What people type to find a paper, by how they remember it and how far they have come. */

import { foldedWords } from '../../server/src/util/fold.ts';
import { type CaseClass, familyOf, knownItems, pick, type Recollection, remembered, titleWords } from './knownItems.ts';
import type { SearchedPaper } from './searchCorpus.ts';

export interface AskedQuery {
	readonly kind: QueryClass;
	readonly text: string;
	/** The place in the corpus of the paper that is meant, where the query tells enough of it. */
	readonly paper?: number;
}

export type QueryClass = KnownClass | BegunClass | typeof MIXED;

export const SHORT = '1-2 letters';
export const BEGUN = '3-5 letters';
export const TWO_WORDS = 'two words';
export const TYPO = 'one typo';

/** Words that no paper has together: other engines answer at once that there is nothing, ours looks for near words. */
const MIXED = 'words of two papers';

/** Searches whose answer is known; ranking is measured by the same. */
const KNOWN = {
	[TYPO]: 'typo',
	acronym: 'acronym',
	initials: 'initials',
	'author and year': 'authorYear',
	'words of the abstract': 'abstract',
	abbreviated: 'abbreviated',
	'abbreviated, three words': 'abbreviatedMore',
} as const satisfies Readonly<Record<string, CaseClass>>;

type KnownClass = keyof typeof KNOWN;
type BegunClass = typeof SHORT | typeof BEGUN | typeof TWO_WORDS | keyof typeof FURTHER;

/** So many letters of a word, from `least` to `most`. */
function begun(word: string | undefined, least: number, most: number, random: () => number): string {
	return (word ?? '').slice(0, least + Math.floor(random() * (most - least + 1)));
}

/** A word that one remembers: of the title, or who wrote it. */
function wordOf(paper: SearchedPaper, random: () => number): string | undefined {
	return pick([...titleWords(paper), ...paper.authors.map(familyOf)], random);
}

function twoOf(paper: SearchedPaper, random: () => number): readonly string[] {
	const words = [...new Set([...titleWords(paper), ...paper.authors.map(familyOf)])];
	const first = Math.floor(random() * words.length);
	const step = 1 + Math.floor(random() * (words.length - 1));
	return [words[first] ?? '', words[(first + step) % words.length] ?? ''];
}

const FURTHER = {
	'two short beginnings': (paper, random) =>
		twoOf(paper, random)
			.map((word) => begun(word, 1, 3, random))
			.join(' '),
	'author and a beginning': (paper, random) =>
		paper.authors[0] && `${paper.authors[0]} ${begun(wordOf(paper, random), 1, 4, random)}`,
	/** `"lexicalized translation"`: two words that stand together in the title or the abstract. */
	phrase: (paper, random) => {
		const words = foldedWords((random() < 0.5 ? paper.title : paper.abstract) ?? '');
		const at = Math.floor(random() * (words.length - 1));
		return words.length > 1 ? `"${words[at]} ${words[at + 1]}"` : undefined;
	},
	fields: (paper, random) => pick(FIELDS, random)?.(paper, wordOf(paper, random) ?? '', random),
	identifiers: ({ key, doi, arxiv }, random) =>
		pick(
			[key, doi, arxiv].flatMap((name) => name ?? []),
			random,
		),
} as const satisfies Readonly<Record<string, Recollection>>;

const FIELDS: readonly ((paper: SearchedPaper, word: string, random: () => number) => string | undefined)[] = [
	({ authors: [first = ''], year = 2020 }) => `author:${familyOf(first)} year:${year - 2}..${year + 1}`,
	({ year = 2020 }, word) => `${word.slice(0, 3)} year:${year}..`,
	(paper, _, random) => `title:${begun(pick(titleWords(paper), random), 2, 5, random)} cat:CL`,
	(_, word) => `${word.slice(0, 4)} has:pdf -the`,
	({ abstract = '' }, _, random) => `abstract:${begun(pick(foldedWords(abstract), random), 3, 6, random)}`,
	({ venue = '' }, word) => `venue:${foldedWords(venue).at(-1)?.slice(0, 5)} ${word.slice(0, 3)}`,
];

const TYPED: Readonly<Record<BegunClass, Recollection>> = {
	[SHORT]: (paper, random) => begun(wordOf(paper, random), 1, 2, random),
	[BEGUN]: (paper, random) => begun(wordOf(paper, random), 3, 5, random),
	/** The first whole, the second on its way. */
	[TWO_WORDS]: (paper, random) => {
		const [first, second] = twoOf(paper, random);
		return `${first} ${begun(second, 2, 5, random)}`;
	},
	...FURTHER,
};

/** Queries of every class, so many of each, the same for the same papers. */
export function queriesOf(known: readonly SearchedPaper[], count: number): AskedQuery[] {
	const options = { count, seed: 11 };
	const typed = Object.entries(TYPED).flatMap(([kind, recollection]) =>
		remembered(known, recollection, options).map(({ query, paper }) => ({
			kind: kind as BegunClass,
			text: query,
			...(kind === TWO_WORDS ? { paper: known[paper]?.added ?? paper } : {}),
		})),
	);
	const asked = Object.entries(KNOWN).flatMap(([kind, caseClass]) =>
		knownItems(known, caseClass, options).map(({ query, paper }) => ({
			kind: kind as KnownClass,
			text: query,
			paper: known[paper]?.added ?? paper,
		})),
	);
	const words = remembered(known, wordOf, { count: 2 * count, seed: 13 }).map(({ query }) => query);
	const mixed = words
		.slice(0, count)
		.map((word, index): AskedQuery => ({ kind: MIXED, text: `${word} ${words[count + index]?.slice(0, 4)}` }));
	return [...typed, ...asked, ...mixed];
}

/** Quoted, named or exact: typing it is no way through shorter queries of other classes. */
const WHOLE: ReadonlySet<QueryClass> = new Set<QueryClass>(['phrase', 'fields', 'identifiers']);

/** The class that a query counts to while `letters` of it have been typed: the first of its words are no query of it yet. */
export function classOf({ kind, text }: AskedQuery, letters: number): QueryClass {
	if (WHOLE.has(kind) || letters > 5 || text.slice(0, letters).includes(' ')) {
		return kind;
	}
	return letters <= 2 ? SHORT : BEGUN;
}
