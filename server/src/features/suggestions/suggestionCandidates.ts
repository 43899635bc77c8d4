/** Finds papers that a wrong key may have meant: by similar names and by searches. */

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

/** A paper that may have been meant, and its distance from the reference. */
export interface Candidate {
	readonly paper: PaperRef;
	readonly distance: ReferenceDistance;
	/** Whether it was found by one of its names, which is one or two typing errors away from the reference. */
	readonly isMistyped: boolean;
}

/** Papers compared for each query: enough to include the right one when many share an author and a year. */
const MAX_PER_QUERY = 25;

/** A paper is not suggested if a larger share of the letters is wrong. */
const MAX_WRONG_SHARE = 0.3;

/** The same for a name that is a few typing errors away: half of a short name may be wrong. */
const MAX_WRONG_SHARE_MISTYPED = 0.5;

/** One wrong letter or year. Once such a paper is found, no further search is needed. */
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

/** In no particular order. Some are unlikely. */
export function candidatesFor(corpus: Corpus, written: WrittenReference, reference: string): Candidate[] {
	const found = new FoundPapers(corpus, written);
	// A reference without letters is not compared with names: a similar number belongs to another paper.
	if (written.letters > 0) {
		found.addMistyped(reference);
	}
	found.ask(otherStyles(written));
	if (!found.isEnough) {
		found.ask(suggestionQueries(written, reference));
	}
	return found.all;
}

/**
 * The only paper that fits the words of the reference, in any year: for `vaswani2013` the one with a key like it, for
 * `vaswani2013attention` also the one by that author with that word in its title.
 */
export function loneNamesake(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	const fits = ({ distance, isMistyped }: Candidate): boolean =>
		(isMistyped && distance.inWords === 0) || fitsInWords(written, distance);
	const namesakes = candidates.filter(fits);
	const [lone] = namesakes;
	if (lone === undefined || namesakes.length > 1) {
		return [];
	}
	const isRival = (paper: PaperSummary): boolean =>
		paper.id !== lone.paper.id && referenceDistance(written, paper).inWords <= lone.distance.inWords;
	const { papers } = corpus.search(written.words.join(' '), { limit: MAX_PER_QUERY });
	return papers.some(isRival) ? [] : namesakes;
}

/** Whether several words fit, all spelled right: an author and words of the title. */
function fitsInWords({ words }: WrittenReference, { inWords }: ReferenceDistance): boolean {
	return words.length > 1 && inWords < CLOSE_DISTANCE;
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

	/** A paper found in both ways appears once. */
	get all(): Candidate[] {
		return [...new Map([...this.#mistyped, ...this.#searched]).values()];
	}

	/**
	 * Whether to stop searching. If a typing error in a name explains the reference, queries that leave out parts of it
	 * find nothing better.
	 */
	get isEnough(): boolean {
		return this.#hasClose() || this.all.some((one) => one.isMistyped && isSuggested(this.#written, one));
	}

	/**
	 * Adds the papers whose names are close to the reference. A search cannot find them if each of its words may contain
	 * the typing error.
	 */
	addMistyped(reference: string): void {
		for (const { id, key, name } of this.#corpus.nearlyNamed(reference)) {
			const distance = mistyped(this.#written, name);
			this.#mistyped.set(id, { paper: { id, key }, distance, isMistyped: true });
		}
	}

	/** Adds the results of the queries, and stops at a paper so close that none can be closer. */
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
