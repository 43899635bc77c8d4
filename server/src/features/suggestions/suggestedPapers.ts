/** Suggests the papers that an unknown reference may have meant. */

import type { Corpus, PaperRef } from '../../corpus/corpus.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { numberName } from '../../corpus/numberNames.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldText } from '../../util/fold.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { nearestName } from './nearestName.ts';
import { mistyped, nearer, type ReferenceDistance } from './referenceDistance.ts';
import { type Candidate, candidatesFor, isSuggested, loneNamesake } from './suggestionCandidates.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

/** Nobody reads a light bulb menu with more entries. */
const MAX_SHOWN = 5;

/** Most punctuation differences that are counted. */
const MAX_SIGNS_COUNTED = 8;

/** In characters. Nobody writes a longer key, and searching for one takes long. */
const MAX_REFERENCE_LENGTH = 200;

/** Papers that are compared once more, by their aliases. */
const MAX_COMPARED_BY_ALIAS = 10;

/**
 * Best first: papers whose key or alias differs only in case or accents, otherwise those with the fewest wrong letters.
 * Nothing is suggested for an identifier, because a similar one names another paper.
 */
export function suggestedPapers(view: WorkspaceView, reference: string): readonly Suggestion[] {
	return suggestionScores(view, reference).map(({ paper, name }) => ({ ...paper, name }));
}

/** A paper that may have been meant, and what to write for it. */
export interface Suggestion extends PaperRef {
	/** The one of the keys that its sources give which is nearest to the reference. Usually the canonical key. */
	readonly name: string;
}

export interface SuggestionScore extends Candidate {
	/** See `Suggestion`. */
	readonly name: string;
	/** Whether its key or alias differs from the reference only in case or accents. */
	readonly isSame: boolean;
}

/** The same papers with their distances from the reference. */
export function suggestionScores(view: WorkspaceView, reference: string): readonly SuggestionScore[] {
	const remembered = scoresOf(view.corpus);
	const papers = remembered.get(reference) ?? withNames(view.corpus, reference, foundPapers(view.corpus, reference));
	remembered.set(reference, papers);
	return inNote(view, papers);
}

/** Whether the papers for `reference` have been searched in the current corpus. */
export function areScoresKnown(view: WorkspaceView, reference: string): boolean {
	return scoresOf(view.corpus).has(reference);
}

/** The papers by the keys that mean them in the note, without those that no key means there. */
function inNote(view: WorkspaceView, scores: readonly SuggestionScore[]): readonly SuggestionScore[] {
	const keys = scores.map(({ paper }) => view.keyOf(paper));
	return scores.every(({ paper }, index) => paper.key === keys[index])
		? scores
		: scores.flatMap((score, index) => {
				const key = keys[index];
				return key === undefined ? [] : [{ ...score, paper: { id: score.paper.id, key } }];
			});
}

/**
 * Results by reference. A wrong key stays wrong while the writer types on, and diagnostics ask for it again on each key
 * press.
 */
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

type FoundPaper = Omit<SuggestionScore, 'name'>;

function withNames(corpus: Corpus, reference: string, found: readonly FoundPaper[]): readonly SuggestionScore[] {
	return found.map((one) => ({ ...one, name: nearestName(corpus, reference, one.paper) }));
}

/** For names that differ only in case or accents. */
const NO_DISTANCE: ReferenceDistance = { wrong: 0, inWords: 0 };

function foundPapers(corpus: Corpus, reference: string): readonly FoundPaper[] {
	const same = corpus.resolveLoosely(reference);
	if (same.length > 0 || reference.length > MAX_REFERENCE_LENGTH || isNumber(reference)) {
		return same.slice(0, MAX_SHOWN).map((paper) => ({ paper, distance: NO_DISTANCE, isMistyped: false, isSame: true }));
	}
	const written = writtenReference(reference);
	const candidates = candidatesFor(corpus, written, reference);
	const attempts = [
		() => closestCandidates(written, candidates, reference),
		() => closestCandidates(written, withOtherNames(corpus, written, candidates), reference),
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

/** Whether the reference is a DOI, an arXiv id, a PMID, ... */
function isNumber(reference: string): boolean {
	return identifierIn(reference) !== undefined || numberName(reference) !== undefined;
}

/** The closest papers, at most as many as are shown. */
function closestCandidates(
	written: WrittenReference,
	candidates: readonly Candidate[],
	reference: string,
): Candidate[] {
	return candidates
		.filter((candidate) => isSuggested(written, candidate))
		.map((candidate) => ({ candidate, signs: signsWrong(reference, candidate.paper) }))
		.sort((one, other) => one.candidate.distance.wrong - other.candidate.distance.wrong || one.signs - other.signs)
		.slice(0, MAX_SHOWN)
		.map(({ candidate }) => candidate);
}

/** Differences in punctuation decide between papers at equal distance. */
function signsWrong(reference: string, { key }: PaperRef): number {
	return editDistance(foldText(reference), foldText(key), MAX_SIGNS_COUNTED) ?? MAX_SIGNS_COUNTED + 1;
}

/**
 * The candidates' distances, with their aliases taken into account. The search knows all names of a paper, but a summary
 * holds only its key.
 */
function withOtherNames(corpus: Corpus, written: WrittenReference, candidates: readonly Candidate[]): Candidate[] {
	return candidates.slice(0, MAX_COMPARED_BY_ALIAS).map((candidate) => {
		const names = corpus.paper(candidate.paper.id)?.aliases ?? [];
		return { ...candidate, distance: names.map((name) => mistyped(written, name)).reduce(nearer, candidate.distance) };
	});
}
