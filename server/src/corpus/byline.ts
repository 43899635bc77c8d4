/** Who wrote a paper and when, in as few words as people use for it. */

import type { PaperSummary } from './corpus.ts';

/** `Vaswani et al. 2017`, `Strubell & McCallum 2018`, `2017` when no author is known. */
export function byline(paper: Pick<PaperSummary, 'families' | 'authorsTruncated' | 'year'>): string {
	return [authorsOf(paper.families, paper.authorsTruncated), paper.year].filter(Boolean).join(' ');
}

function authorsOf(families: readonly string[], truncated: boolean): string {
	const [first = '', second] = families;
	if (truncated || families.length > 2) {
		return `${first} et al.`;
	}
	return second === undefined ? first : `${first} & ${second}`;
}
