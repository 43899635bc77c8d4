/** The words of a query, prepared for scoring papers, with everything each may mean. */

import type { QueryTerm } from './query.ts';
import type { Corrections } from './questions.ts';
import { apartOf, shortYear } from './termForms.ts';

/** The best occurrence of a word. Reused for each paper: hundreds are scored for each typed letter. */
export interface Place {
	value: number;
	/** The start and end of the word in the line if it is in the title, else -1. */
	titleStart: number;
	titleEnd: number;
	/** The start of the author with the word, else -1. */
	author: number;
}

export interface Wanted {
	readonly word: string;
	/** The word as it is in a line, and its corrections, each with its worth. */
	readonly needles: readonly { readonly needle: string; readonly worth: number }[];
	/** Whether it may be a year. */
	readonly isNumber: boolean;
	/** The year that `17` may mean, and the neighbours of a year. */
	readonly years: readonly string[];
	/** Parts that the word may consist of. */
	readonly ingredients: readonly Wanted[];
	/** ` and` if that was typed before it. */
	readonly link: string | undefined;
	/** Whether it may be one word with the word before it. */
	readonly mayBeOne: boolean;
	/** Its weight relative to the other words. */
	readonly weight: number;
	readonly place: Place;
}

export interface ScoreOptions {
	readonly corrections?: Corrections | undefined;
	/**
	 * How often the number of papers with a frequent prefix must be halved to get that of `word`. If absent, all
	 * words weigh the same.
	 */
	readonly rarity?: (word: string) => number;
}

/** The worth of a correction relative to a word typed correctly. */
export const CORRECTION_WORTH = 0.8;
/** Added to the weight of a word for each halving of the number of papers that have it. */
const RARITY_WEIGHT = 0.15;

export function wantedWords(
	terms: readonly QueryTerm[],
	{ corrections, rarity = () => 0 }: ScoreOptions,
): readonly Wanted[] {
	const words = terms.flatMap(({ parts }) => parts);
	return terms.flatMap((term) =>
		term.parts.map((word) => ({
			...wantedWord(word, term, corrections),
			weight: words.length > 1 ? 1 + RARITY_WEIGHT * rarity(word) : 1,
			ingredients: term.parts.length > 1 ? [] : term.ingredients.map((one) => wantedWord(one, undefined, corrections)),
		})),
	);
}

function wantedWord(word: string, term: QueryTerm | undefined, corrections: Corrections | undefined): Wanted {
	const others = corrections?.get(word) ?? [];
	const whole = term && term.parts.length > 1 ? term.whole : undefined;
	const same = [word, apartOf(word)?.join(' '), whole, term?.together].filter((one) => one !== undefined);
	const year = term && shortYear(term);
	return {
		word,
		needles: [
			...same.map((one) => ({ needle: ` ${one}`, worth: 1 })),
			...others.map((other) => ({ needle: ` ${other}`, worth: CORRECTION_WORTH })),
		],
		isNumber: /^\d+$/.test(word),
		years: [...(year === undefined ? [] : [year]), ...others],
		ingredients: [],
		link: term?.link && ` ${term.link}`,
		mayBeOne: term !== undefined && (term.together !== undefined || term.parts.length > 1),
		weight: 1,
		place: { value: 0, titleStart: -1, titleEnd: -1, author: -1 },
	};
}
