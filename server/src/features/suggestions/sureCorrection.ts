/** The one paper that a wrong key certainly meant, if there is one. Such a key may be corrected without asking. */

import type { Corpus } from '../../corpus/corpus.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldedWords } from '../../util/fold.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type Suggestion, type SuggestionScore, suggestionScores } from './suggestedPapers.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** A shorter name with one wrong letter may be another person's: `Wang` is not `Tang`. */
const MIN_LETTERS = 6;

/** How much farther away the second-best paper must be. */
const MIN_DISTANCE_BETWEEN = 1;

/**
 * The paper whose key differs from `reference` only in case, accents and punctuation, or by one typing error in a word.
 * The numbers must be equal, since `smith2020b` is not `smith2020a` and another year means another paper. Undefined if
 * another paper is almost as close, if the mistyped word occurs in some paper, or if the reference names a paper.
 */
export function sureCorrection(view: WorkspaceView, reference: string): Suggestion | undefined {
	if (view.resolve(reference).length > 0) {
		return undefined;
	}
	const scores = suggestionScores(view, reference);
	const known = knownCorrections.get(scores) ?? { paper: surelyMeant(view.corpus, reference, scores) };
	knownCorrections.set(scores, known);
	return known.paper;
}

/**
 * Results by the scores they follow from. The light bulb asks about all unknown keys of a note on each move of the
 * cursor.
 */
const knownCorrections = new WeakMap<readonly SuggestionScore[], { readonly paper: Suggestion | undefined }>();

function surelyMeant(corpus: Corpus, reference: string, scores: readonly SuggestionScore[]): Suggestion | undefined {
	const [best, next] = scores;
	if (best === undefined || (next !== undefined && next.distance.wrong < best.distance.wrong + MIN_DISTANCE_BETWEEN)) {
		return undefined;
	}
	const [written, key] = [writtenReference(reference), writtenReference(best.name)];
	const isSure = best.isSame || written.compact === key.compact || isSlip(corpus, written, key);
	return isSure ? { ...best.paper, name: best.name } : undefined;
}

/** Whether the two differ by one typing error in a word of sufficient length. */
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

/** The letter that distinguishes papers of one author and year: `b` of `smith2020b`. */
function endingOf({ compact }: WrittenReference): string {
	return /\p{N}(\p{L}?)$/u.exec(compact)?.[1] ?? '';
}

/** Papers checked for a word. */
const MAX_PAPERS_SEARCHED = 10;

/**
 * Whether an author's name or a title contains the word. `peterson2018` may be Peterson's paper, even if only Petersen
 * wrote one in 2018.
 */
function isWord(corpus: Corpus, word: string): boolean {
	return corpus
		.search(`"${word}"`, { limit: MAX_PAPERS_SEARCHED })
		.papers.some(({ title, authors }) => foldedWords([title, ...authors].join(' ')).includes(word));
}
