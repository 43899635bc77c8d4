/**
 * Which corrections of a mistyped word come first. The choice depends on the papers there are, not on those that were
 * there before: a vocabulary keeps words that no paper has any more.
 */

import type { Correction } from './vocabulary.ts';

/** The maximum number of corrections of a word. */
const MAX_CORRECTIONS = 12;

/**
 * The nearest beginnings of words, twelve at most; among equally near ones those of frequent words first. `countOf` says
 * how many papers have a word.
 */
export function nearestOf(corrections: readonly Correction[], countOf: (word: string) => number): readonly string[] {
	const nearest = new Set<string>();
	for (const equals of inGroups(corrections)) {
		const fresh = equals.filter(({ beginning }) => !nearest.has(beginning));
		const counted = fresh.map((correction) => ({ ...correction, count: countOf(correction.word) }));
		for (const { beginning } of counted.filter(({ count }) => count > 0).sort(byCount)) {
			nearest.add(beginning);
		}
		if (nearest.size >= MAX_CORRECTIONS) {
			break;
		}
	}
	return [...nearest].slice(0, MAX_CORRECTIONS);
}

/** Groups of equally near corrections, nearest first. */
function inGroups(corrections: readonly Correction[]): readonly (readonly Correction[])[] {
	const groups = new Map<number, Correction[]>();
	for (const correction of corrections) {
		const group = groups.get(nearnessOf(correction));
		if (group) {
			group.push(correction);
		} else {
			groups.set(nearnessOf(correction), [correction]);
		}
	}
	return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}

/** By typing errors, then by letters that are still to be typed, of which no word has this many. */
function nearnessOf({ distance, rest }: Correction): number {
	return distance * 1000 + rest;
}

interface Counted extends Correction {
	readonly count: number;
}

function byCount(one: Counted, other: Counted): number {
	return other.count - one.count || (one.word < other.word ? -1 : 1);
}
