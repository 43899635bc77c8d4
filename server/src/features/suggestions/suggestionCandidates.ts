/** Where papers that a wrong key may have meant come from: names that are nearly the same, and searches. */

import type { Corpus, PaperId, PaperRef, PaperSummary } from '../../corpus/corpus.ts';
import { mistyped, nearer, OTHER_YEAR, type ReferenceDistance, referenceDistance } from './referenceDistance.ts';
import { otherStyles, suggestionQueries } from './suggestionQueries.ts';
import type { WrittenReference } from './writtenReference.ts';

/** A paper that may have been meant, and what speaks against it. */
export interface Candidate {
	readonly paper: PaperRef;
	readonly unlike: ReferenceDistance;
	/** Whether it was found by its name, which is one or two slips from what was written. */
	readonly isMistyped: boolean;
}

/** Papers looked at for each query: enough to hold the right one when many share an author and a year. */
const LOOKED_AT = 25;

/** A reference of which more letters than this share are wrong did not mean the paper. */
const FARTHEST = 0.3;

/** Of a name that is few slips from what was written: half of a short one may be wrong. */
const FARTHEST_MISTYPED = 0.5;

/** One letter or one year off: no likelier paper will be found. */
const NEAR = 1;

export function isSuggested({ letters }: WrittenReference, { unlike, isMistyped }: Candidate): boolean {
	const most = FARTHEST * letters;
	return (
		(unlike.inWords <= most && unlike.wrong <= Math.max(most, NEAR)) ||
		(isMistyped && unlike.inWords <= Math.max(FARTHEST_MISTYPED * letters, NEAR) && unlike.wrong < OTHER_YEAR)
	);
}

/** In no order, some of them far-fetched. */
export function candidatesFor(corpus: Corpus, written: WrittenReference, reference: string): Candidate[] {
	const found = new FoundPapers(corpus, written);
	// Numbers alone are no name: one that is nearly another's is another paper's.
	if (written.letters > 0) {
		found.addMistyped(reference);
	}
	found.ask(otherStyles(written));
	if (!found.isEnough) {
		found.ask(suggestionQueries(written, reference));
	}
	return found.all;
}

/** `vaswani2013`: the paper of any year, if only one is called so. */
export function loneNamesake(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	const namesakes = candidates.filter(({ unlike, isMistyped }) => isMistyped && unlike.inWords === 0);
	const isOther = (paper: PaperSummary): boolean => namesakes.every((namesake) => namesake.paper.id !== paper.id);
	const areAll = (): boolean =>
		corpus
			.search(written.words.join(' '), { limit: LOOKED_AT })
			.papers.every((paper) => !isOther(paper) || referenceDistance(written, paper).inWords > 0);
	return namesakes.length === 1 && areAll() ? namesakes : [];
}

class FoundPapers {
	readonly #corpus: Corpus;
	readonly #written: WrittenReference;
	readonly #mistyped = new Map<PaperId, Candidate>();
	readonly #searched = new Map<PaperId, Candidate>();

	constructor(corpus: Corpus, written: WrittenReference) {
		this.#corpus = corpus;
		this.#written = written;
	}

	/** A paper that was found in both ways once. */
	get all(): Candidate[] {
		return [...new Map([...this.#mistyped, ...this.#searched]).values()];
	}

	/** Where a name is likely to have been mistyped, searches that leave out what may be a slip find nothing better. */
	get isEnough(): boolean {
		return this.#isNear() || this.all.some((one) => one.isMistyped && isSuggested(this.#written, one));
	}

	/** Those found by distance from what was written: a slip may be in each word that a search could ask for. */
	addMistyped(reference: string): void {
		for (const { id, key, name } of this.#corpus.nearlyNamed(reference)) {
			const unlike = mistyped(this.#written, name);
			this.#mistyped.set(id, { paper: { id, key }, unlike, isMistyped: true });
		}
	}

	/** Adds what the queries find, until one is so near that no other will be nearer. */
	ask(queries: Iterable<string>): void {
		for (const query of queries) {
			for (const paper of this.#corpus.search(query, { limit: LOOKED_AT }).papers) {
				if (!this.#searched.has(paper.id)) {
					this.#searched.set(paper.id, this.#candidate(paper));
				}
			}
			if (this.#isNear()) {
				return;
			}
		}
	}

	#candidate(paper: PaperSummary): Candidate {
		const known = this.#mistyped.get(paper.id);
		const unlike = referenceDistance(this.#written, paper);
		return { paper, unlike: known ? nearer(known.unlike, unlike) : unlike, isMistyped: known !== undefined };
	}

	#isNear(): boolean {
		return this.all.some(({ unlike }) => unlike.wrong <= NEAR);
	}
}
