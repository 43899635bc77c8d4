/** Where papers that a wrong key may have meant come from: names that are nearly the same, and searches. */

import type { Corpus, PaperId, PaperRef, PaperSummary } from '../../corpus/corpus.ts';
import {
	mistyped,
	nearer,
	OTHER_YEAR_DISTANCE,
	type ReferenceDistance,
	referenceDistance,
} from './referenceDistance.ts';
import { otherStyles, suggestionQueries } from './suggestionQueries.ts';
import type { WrittenReference } from './writtenReference.ts';

/** A paper that may have been meant, and what speaks against it. */
export interface Candidate {
	readonly paper: PaperRef;
	readonly distance: ReferenceDistance;
	/** Whether it was found by its name, which is one or two slips from what was written. */
	readonly isMistyped: boolean;
}

/** Papers looked at for each query: enough to hold the right one when many share an author and a year. */
const MAX_PER_QUERY = 25;

/** A reference of which more letters than this share are wrong did not mean the paper. */
const MAX_WRONG_SHARE = 0.3;

/** Of a name that is few slips from what was written: half of a short one may be wrong. */
const MAX_WRONG_SHARE_MISTYPED = 0.5;

/** One letter or one year off: no likelier paper will be found. */
const CLOSE_DISTANCE = 1;

export function isSuggested({ letters }: WrittenReference, { distance, isMistyped }: Candidate): boolean {
	const most = MAX_WRONG_SHARE * letters;
	return (
		(distance.inWords <= most && distance.wrong <= Math.max(most, CLOSE_DISTANCE)) ||
		(isMistyped &&
			distance.inWords <= Math.max(MAX_WRONG_SHARE_MISTYPED * letters, CLOSE_DISTANCE) &&
			distance.wrong < OTHER_YEAR_DISTANCE)
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
	const namesakes = candidates.filter(({ distance, isMistyped }) => isMistyped && distance.inWords === 0);
	const isOther = (paper: PaperSummary): boolean => namesakes.every((namesake) => namesake.paper.id !== paper.id);
	const areAll = (): boolean =>
		corpus
			.search(written.words.join(' '), { limit: MAX_PER_QUERY })
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
		return this.#hasClose() || this.all.some((one) => one.isMistyped && isSuggested(this.#written, one));
	}

	/** Those found by distance from what was written: a slip may be in each word that a search could ask for. */
	addMistyped(reference: string): void {
		for (const { id, key, name } of this.#corpus.nearlyNamed(reference)) {
			const distance = mistyped(this.#written, name);
			this.#mistyped.set(id, { paper: { id, key }, distance, isMistyped: true });
		}
	}

	/** Adds what the queries find, until one is so near that no other will be nearer. */
	ask(queries: Iterable<string>): void {
		for (const query of queries) {
			for (const paper of this.#corpus.search(query, { limit: MAX_PER_QUERY }).papers) {
				if (!this.#searched.has(paper.id)) {
					this.#searched.set(paper.id, this.#candidate(paper));
				}
			}
			if (this.#hasClose()) {
				return;
			}
		}
	}

	#candidate(paper: PaperSummary): Candidate {
		const known = this.#mistyped.get(paper.id);
		const distance = referenceDistance(this.#written, paper);
		return { paper, distance: known ? nearer(known.distance, distance) : distance, isMistyped: known !== undefined };
	}

	#hasClose(): boolean {
		return this.all.some(({ distance }) => distance.wrong <= CLOSE_DISTANCE);
	}
}
