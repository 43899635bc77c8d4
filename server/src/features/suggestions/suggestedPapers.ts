/** Which papers a reference that names none may have meant. */

import type { Corpus, PaperRef } from '../../corpus/corpus.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldText } from '../../util/fold.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mistyped, nearer, type ReferenceDistance } from './referenceDistance.ts';
import { type Candidate, candidatesFor, isSuggested, loneNamesake } from './suggestionCandidates.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** A light bulb with more entries is not read. */
const MAX_SHOWN = 5;

/** Signs between words that are counted. */
const MAX_SIGNS_COUNTED = 8;

/** Nobody writes a longer key, and looking for one takes long. */
const MAX_REFERENCE_LENGTH = 200;

/** Papers looked at once more, by their other names. */
const MAX_COMPARED_BY_ALIAS = 10;

/**
 * Best first: papers whose key or alias differs in case or accents alone, else those with the fewest letters wrong.
 * Nothing is like a DOI or an arXiv id: one that is nearly another's names another paper.
 */
export function suggestedPapers(view: WorkspaceView, reference: string): readonly PaperRef[] {
	return suggestionScores(view, reference).map(({ paper }) => paper);
}

export interface SuggestionScore extends Candidate {
	/** Whether its key or alias differs from what was written in case or accents alone. */
	readonly isSame: boolean;
}

/** The same with what speaks against each. */
export function suggestionScores(view: WorkspaceView, reference: string): readonly SuggestionScore[] {
	const remembered = scoresOf(view.corpus);
	const papers = remembered.get(reference) ?? foundPapers(view.corpus, reference);
	remembered.set(reference, papers);
	return papers;
}

/** A wrong key stays wrong while one writes on, and is asked for again with each letter. */
const scoresByCorpus = new WeakMap<Corpus, KnownScores>();

interface KnownScores {
	readonly version: number;
	readonly papers: Map<string, readonly SuggestionScore[]>;
}

function scoresOf(corpus: Corpus): KnownScores['papers'] {
	const { version } = corpus;
	const known = scoresByCorpus.get(corpus);
	if (known?.version === version) {
		return known.papers;
	}
	const papers = new Map<string, readonly SuggestionScore[]>();
	scoresByCorpus.set(corpus, { version, papers });
	return papers;
}

/** Another case, other accents. */
const NO_DISTANCE: ReferenceDistance = { wrong: 0, inWords: 0 };

function foundPapers(corpus: Corpus, reference: string): readonly SuggestionScore[] {
	const same = corpus.resolveLoosely(reference);
	if (same.length > 0 || reference.length > MAX_REFERENCE_LENGTH || identifierIn(reference)) {
		return same.slice(0, MAX_SHOWN).map((paper) => ({ paper, distance: NO_DISTANCE, isMistyped: false, isSame: true }));
	}
	const written = writtenReference(reference);
	const candidates = candidatesFor(corpus, written, reference);
	const attempts = [
		() => likeliest(written, candidates, reference),
		() => likeliest(written, withOtherNames(corpus, written, candidates), reference),
		() => loneNamesake(corpus, written, candidates),
	];
	for (const papers of attempts) {
		const found = papers();
		if (found.length > 0) {
			return found.map((candidate) => ({ ...candidate, isSame: false }));
		}
	}
	return [];
}

/** The nearest, as many as are shown. */
function likeliest(written: WrittenReference, candidates: readonly Candidate[], reference: string): Candidate[] {
	return candidates
		.filter((candidate) => isSuggested(written, candidate))
		.map((candidate) => ({ candidate, signs: signsWrong(reference, candidate.paper) }))
		.sort((one, other) => one.candidate.distance.wrong - other.candidate.distance.wrong || one.signs - other.signs)
		.slice(0, MAX_SHOWN)
		.map(({ candidate }) => candidate);
}

/** Between equals, signs between words count, too. */
function signsWrong(reference: string, { key }: PaperRef): number {
	return editDistance(foldText(reference), foldText(key), MAX_SIGNS_COUNTED) ?? MAX_SIGNS_COUNTED + 1;
}

/** The search knows all names of a paper, a summary its key alone. */
function withOtherNames(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	return candidates.slice(0, MAX_COMPARED_BY_ALIAS).map((candidate) => {
		const names = corpus.paper(candidate.paper.id)?.aliases ?? [];
		return { ...candidate, distance: names.map((name) => mistyped(written, name)).reduce(nearer, candidate.distance) };
	});
}
