/** Which papers a reference that names none may have meant. */

import type { Corpus, PaperRef } from '../corpus/corpus.ts';
import { identifierIn } from '../corpus/identifiers.ts';
import { editDistance } from '../util/editDistance.ts';
import { foldText } from '../util/fold.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { likelyQueries } from './likelyQueries.ts';
import { mistyped, nearer, OTHER_YEAR, type Unlikeness, unlikeness } from './unlikeness.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** Papers looked at for each query: enough to hold the right one when many share an author and a year. */
const CANDIDATES = 25;

/** A light bulb with more entries is not read. */
const MOST_SHOWN = 5;

/** A reference of which more letters than this share are wrong did not mean the paper. */
const FARTHEST = 0.3;

/** Of a name that is few slips from what was written: half of a short one may be wrong. */
const FARTHEST_MISTYPED = 0.5;

/** Signs between words that are counted. */
const MOST_SIGNS = 8;

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
	const likely = likeliest(written, candidates, reference);
	if (likely.length > 0) {
		return likely;
	}
	const otherwise = likeliest(written, withOtherNames(corpus, written, candidates), reference);
	return otherwise.length > 0 ? otherwise : loneNamesake(corpus, written, candidates);
}

/** `vaswani2013`: of any year, if only one paper is called so. */
function loneNamesake(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	const namesakes = candidates.filter(({ unlike, isMistyped }) => isMistyped && unlike.inWords === 0);
	const [namesake] = namesakes;
	const isLone = (): boolean =>
		corpus
			.search(written.words.join(' '), { limit: CANDIDATES })
			.papers.every((paper) => paper.id === namesake?.paper.id || unlikeness(written, paper).inWords > 0);
	return namesakes.length === 1 && isLone() ? namesakes : [];
}

interface Candidate extends Likelihood {
	/** Whether it was found by its name, which is few slips from what was written. */
	readonly isMistyped: boolean;
}

function candidatesFor(corpus: Corpus, written: WrittenReference, reference: string): Candidate[] {
	const found = new Map(mistypedOnes(corpus, written, reference).map((one) => [one.paper.id, one]));
	for (const query of likelyQueries(written, reference)) {
		for (const paper of corpus.search(query, { limit: CANDIDATES }).papers) {
			const { unlike = unlikeness(written, paper), isMistyped = false } = found.get(paper.id) ?? {};
			found.set(paper.id, { paper, unlike, isSame: false, isMistyped });
		}
		if ([...found.values()].some(({ unlike }) => unlike.wrong <= NEAR)) {
			break;
		}
	}
	return [...found.values()];
}

/** Found by distance from what was written: a slip may be in every word that a search could ask for. */
function mistypedOnes(corpus: Corpus, written: WrittenReference, reference: string): Candidate[] {
	// Numbers alone are no name: one that is nearly another's is another paper's.
	const near = written.letters > 0 ? corpus.nearlyNamed(reference) : [];
	return near.map(({ id, key, name }) => ({
		paper: { id, key },
		unlike: mistyped(written, name),
		isSame: false,
		isMistyped: true,
	}));
}

function likeliest(written: WrittenReference, candidates: readonly Candidate[], reference: string): Candidate[] {
	return candidates
		.filter((candidate) => isLikely(written, candidate))
		.map((candidate) => ({ candidate, signs: signsWrong(reference, candidate.paper) }))
		.sort((one, other) => one.candidate.unlike.wrong - other.candidate.unlike.wrong || one.signs - other.signs)
		.slice(0, MOST_SHOWN)
		.map(({ candidate }) => candidate);
}

function isLikely({ letters }: WrittenReference, { unlike, isMistyped }: Candidate): boolean {
	const most = FARTHEST * letters;
	return (
		(unlike.inWords <= most && unlike.wrong <= Math.max(most, NEAR)) ||
		(isMistyped && unlike.inWords <= Math.max(letters * FARTHEST_MISTYPED, 1) && unlike.wrong < OTHER_YEAR)
	);
}

/** Between equals, signs and accents count, too. */
function signsWrong(reference: string, { key }: PaperRef): number {
	return editDistance(foldText(reference), foldText(key), MOST_SIGNS) ?? MOST_SIGNS + 1;
}

/** The search knows all names of a paper, a summary its key alone. */
function withOtherNames(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	return candidates.slice(0, LOOKED_AT_AGAIN).map((candidate) => {
		const names = corpus.paper(candidate.paper.id)?.aliases ?? [];
		return { ...candidate, unlike: names.map((name) => mistyped(written, name)).reduce(nearer, candidate.unlike) };
	});
}
