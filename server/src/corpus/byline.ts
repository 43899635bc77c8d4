/** The authors and year of a paper, as briefly as people refer to it. */

import type { PaperSummary } from './corpus.ts';

type Written = Pick<PaperSummary, 'families' | 'authorsTruncated' | 'year'>;

/** `Vaswani et al. 2017`, `Strubell & McCallum 2018`, or `2017` if no author is known. */
export function byline(paper: Written): string {
	return withYear(authorsOf(paper.families, paper.authorsTruncated), paper.year);
}

/** Most letters of authors, so that the title still fits in a list as narrow as VS Code's. */
const MAX_LETTERS = 22;

/**
 * The same for a narrow list. Of two authors with long names, only the first: `Featherstonehaugh et al. 2018`. Of a team
 * with a long name, its first words: `National Academy… 2019`.
 */
export function shortByline(paper: Written): string {
	const authors = authorsOf(paper.families, paper.authorsTruncated);
	if (authors.length <= MAX_LETTERS) {
		return withYear(authors, paper.year);
	}
	const [first = '', ...others] = paper.families;
	const short = first.length > MAX_LETTERS ? firstWords(first, MAX_LETTERS) : first;
	return withYear(others.length > 0 || paper.authorsTruncated ? `${short} et al.` : short, paper.year);
}

function withYear(authors: string, year: number | undefined): string {
	return [authors, year].filter(Boolean).join(' ');
}

function authorsOf(families: readonly string[], truncated: boolean): string {
	const [first = '', second] = families;
	if (truncated || families.length > 2) {
		return `${first} et al.`;
	}
	return second === undefined ? first : `${first} & ${second}`;
}

/** Cut between words, or inside a word if that word alone is too long. */
function firstWords(name: string, most: number): string {
	const end = name.lastIndexOf(' ', most - 1);
	return `${name.slice(0, end > 0 ? end : most - 1)}…`;
}
