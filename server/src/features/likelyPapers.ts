/** Which papers a reference that names none may have meant. */

import { distance } from 'fastest-levenshtein';
import type { PaperRef, PaperSummary } from '../corpus/corpus.ts';
import { foldText } from '../util/fold.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** Enough to hold the right paper when many share an author and a year. */
const CANDIDATES = 20;

/** A light bulb with more entries is not read. */
const MOST_SHOWN = 5;

/** A key that differs in more than this share of its characters was not mistyped. */
const FARTHEST = 0.5;

/**
 * Best first: papers whose key or alias differs in case or accents alone, then by distance and by meaning: a key is
 * mostly an author, a year and a word, so its parts are searched like any query.
 */
export function likelyPapers(view: WorkspaceView, reference: string): PaperRef[] {
	const same = view.corpus.resolveLoosely(reference);
	const words = partsOf(reference);
	const ranked = candidates(view, words)
		.map((paper, rank) => ({ paper, cost: costOf(paper, reference) + rank / 1000 }))
		.filter(({ cost }) => cost <= FARTHEST)
		.sort((a, b) => a.cost - b.cost)
		.map(({ paper }) => paper);
	const seen = new Set<number>();
	return [...same, ...ranked].filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MOST_SHOWN);
}

/** `vaswniAttention2017` and `vaswni-attention:2017` both give `vaswni attention 2017`. */
export function partsOf(reference: string): string[] {
	const spaced = reference.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
	return foldText(spaced).match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Papers that match all parts; when there are none, those that match all but one. */
function candidates(view: WorkspaceView, words: readonly string[]): readonly PaperSummary[] {
	const search = (query: readonly string[]): readonly PaperSummary[] =>
		query.length > 0 ? view.corpus.search(query.join(' '), { limit: CANDIDATES }).papers : [];
	const all = search(words);
	if (all.length > 0 || words.length < 2) {
		return all;
	}
	return words.flatMap((_, left) => search(words.filter((_word, index) => index !== left)));
}

/** The share of characters to change to come from the reference to the paper's key, or to its author, year and title. */
function costOf(paper: PaperSummary, reference: string): number {
	const written = foldText(reference).replace(/[^\p{L}\p{N}]/gu, '');
	const [family = ''] = paper.families;
	const rebuilt = `${family}${paper.year ?? ''}`;
	return Math.min(shareChanged(written, paper.key), shareChanged(written, rebuilt));
}

function shareChanged(written: string, name: string): number {
	const folded = foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
	return distance(written, folded) / Math.max(written.length, folded.length, 1);
}
