/** The one paper that a wrong key surely meant, where there is one: what may be put right without asking. */

import type { Corpus, PaperRef } from '../../corpus/corpus.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldedWords } from '../../util/fold.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type SuggestionScore, suggestionScores } from './suggestedPapers.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** A name of fewer letters is, with one of them wrong, somebody else's: `Wang` is not `Tang`. */
const MIN_LETTERS = 6;

/** Any other paper has so much more wrong. */
const MIN_DISTANCE_BETWEEN = 1;

/**
 * The paper whose key differs from `reference` in case, accents and punctuation alone, or by one slip of the finger in a
 * word; its numbers are the same, since `smith2020b` is not `smith2020a` and another year is another paper. Undefined
 * where another paper is nearly as near, where what was written is a word of some paper, and for a reference that names a
 * paper.
 */
export function sureCorrection(view: WorkspaceView, reference: string): PaperRef | undefined {
	if (view.resolve(reference).length > 0) {
		return undefined;
	}
	const scores = suggestionScores(view, reference);
	const known = knownCorrections.get(scores) ?? { paper: surelyMeant(view.corpus, reference, scores) };
	knownCorrections.set(scores, known);
	return known.paper;
}

/** The light bulb asks for all unknown keys of a note with each move of the cursor. */
const knownCorrections = new WeakMap<readonly SuggestionScore[], { readonly paper: PaperRef | undefined }>();

function surelyMeant(corpus: Corpus, reference: string, scores: readonly SuggestionScore[]): PaperRef | undefined {
	const [best, next] = scores;
	if (best === undefined || (next !== undefined && next.distance.wrong < best.distance.wrong + MIN_DISTANCE_BETWEEN)) {
		return undefined;
	}
	const [written, key] = [writtenReference(reference), writtenReference(best.paper.key)];
	const isSure = best.isSame || written.compact === key.compact || isSlip(corpus, written, key);
	return isSure ? best.paper : undefined;
}

/** Whether one slip, in a word of some length, makes one of the other. */
function isSlip(corpus: Corpus, written: WrittenReference, key: WrittenReference): boolean {
	return (
		editDistance(written.compact, key.compact, 1) === 1 &&
		numbersOf(written) === numbersOf(key) &&
		endingOf(written) === endingOf(key) &&
		Math.min(written.letters, key.letters) >= MIN_LETTERS &&
		!written.words.some((word) => !key.words.includes(word) && isWord(corpus, word))
	);
}

function numbersOf({ compact }: WrittenReference): string {
	return compact.match(/\p{N}+/gu)?.join(' ') ?? '';
}

/** The letter that tells papers of one author and year apart: `b` of `smith2020b`. */
function endingOf({ compact }: WrittenReference): string {
	return /\p{N}(\p{L}?)$/u.exec(compact)?.[1] ?? '';
}

/** Papers looked at for a word. */
const MAX_PAPERS_SEARCHED = 10;

/** Whether an author is called so, or a title says so: `peterson2018` may be Peterson's, though only Petersen wrote in 2018. */
function isWord(corpus: Corpus, word: string): boolean {
	return corpus
		.search(`"${word}"`, { limit: MAX_PAPERS_SEARCHED })
		.papers.some(({ title, authors }) => foldedWords([title, ...authors].join(' ')).includes(word));
}
