/** Which papers a reference that names none may have meant. */

import type { Corpus, PaperId, PaperRef, PaperSummary } from '../corpus/corpus.ts';
import { identifierIn } from '../corpus/identifiers.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { likelyQueries } from './likelyQueries.ts';
import { mistyped, nearer, type Unlikeness, unlikeness } from './unlikeness.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** Papers looked at for each query: enough to hold the right one when many share an author and a year. */
const CANDIDATES = 25;

/** A light bulb with more entries is not read. */
const MOST_SHOWN = 5;

/** A reference of which more letters than this share are wrong did not mean the paper. */
const FARTHEST = 0.3;

/** One letter or one year off: no likelier paper will be found. */
const NEAR = 1;

/** Nobody writes a longer key, and looking for one takes long. */
const LONGEST = 200;

/** Papers looked at once more, by their other names. */
const LOOKED_AT_AGAIN = 10;

/**
 * Best first: papers whose key or alias differs in case or accents alone, else those with the fewest letters wrong.
 * Nothing is like a DOI or an arXiv id: one that is nearly another's names another paper.
 */
export function likelyPapers(view: WorkspaceView, reference: string): readonly PaperRef[] {
	return likelihoods(view, reference).map(({ paper }) => paper);
}

/** A paper that may have been meant, and what speaks against it. */
export interface Likelihood {
	readonly paper: PaperRef;
	readonly unlike: Unlikeness;
	/** Whether its key or alias differs from what was written in case or accents alone. */
	readonly isSame: boolean;
}

/** The same with how unlike each is. */
export function likelihoods(view: WorkspaceView, reference: string): readonly Likelihood[] {
	const remembered = memoryOf(view.corpus);
	const papers = remembered.get(reference) ?? foundPapers(view.corpus, reference);
	remembered.set(reference, papers);
	return papers;
}

/** A wrong key stays wrong while one writes on, and is asked for again with each letter. */
const memory = new WeakMap<Corpus, Memory>();

interface Memory {
	readonly version: number;
	readonly papers: Map<string, readonly Likelihood[]>;
}

function memoryOf(corpus: Corpus): Memory['papers'] {
	const { version } = corpus;
	const known = memory.get(corpus);
	if (known?.version === version) {
		return known.papers;
	}
	const papers = new Map<string, readonly Likelihood[]>();
	memory.set(corpus, { version, papers });
	return papers;
}

/** Another case, other accents. */
const SAME: Unlikeness = { wrong: 0, inWords: 0 };

function foundPapers(corpus: Corpus, reference: string): readonly Likelihood[] {
	const same = corpus.resolveLoosely(reference);
	if (same.length > 0 || reference.length > LONGEST || identifierIn(reference)) {
		return same.slice(0, MOST_SHOWN).map((paper) => ({ paper, unlike: SAME, isSame: true }));
	}
	const written = writtenReference(reference);
	const candidates = candidatesFor(corpus, written, reference);
	const likely = likeliest(written, candidates);
	return likely.length > 0 ? likely : likeliest(written, withOtherNames(corpus, written, candidates));
}

interface Candidate extends Likelihood {
	readonly paper: PaperSummary;
}

function candidatesFor(corpus: Corpus, written: WrittenReference, reference: string): Candidate[] {
	const found = new Map<PaperId, Candidate>();
	for (const query of likelyQueries(written, reference)) {
		let near = false;
		for (const paper of corpus.search(query, { limit: CANDIDATES }).papers) {
			const unlike = found.get(paper.id)?.unlike ?? unlikeness(written, paper);
			found.set(paper.id, { paper, unlike, isSame: false });
			near ||= unlike.wrong <= NEAR;
		}
		if (near) {
			break;
		}
	}
	return [...found.values()];
}

function likeliest(written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	const most = FARTHEST * written.letters;
	return candidates
		.filter(({ unlike }) => unlike.inWords <= most && unlike.wrong <= Math.max(most, NEAR))
		.sort((a, b) => a.unlike.wrong - b.unlike.wrong)
		.slice(0, MOST_SHOWN);
}

/** The search knows all names of a paper, a summary its key alone. */
function withOtherNames(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	return candidates.slice(0, LOOKED_AT_AGAIN).map(({ paper, unlike }) => {
		const names = corpus.paper(paper.id)?.aliases ?? [];
		return { paper, unlike: names.map((name) => mistyped(written, name)).reduce(nearer, unlike), isSame: false };
	});
}
