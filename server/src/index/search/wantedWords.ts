/** The words of a query as a paper is scored by them, with all that each may stand for. */

import type { QueryTerm } from './query.ts';
import type { Corrections } from './questions.ts';
import { apartOf, shortYear } from './termForms.ts';

/** Where a word stands best. Set anew for each paper: hundreds are scored while one types a letter. */
export interface Place {
	value: number;
	/** Where in the line the word begins and ends, if that is in the title; else -1. */
	titleStart: number;
	titleEnd: number;
	/** Where the author begins who has the word; else -1. */
	author: number;
}

export interface Wanted {
	readonly word: string;
	/** The word as a line has it, and what else it may stand for, each with its worth. */
	readonly needles: readonly { readonly needle: string; readonly worth: number }[];
	/** Whether it may be a year. */
	readonly isNumber: boolean;
	/** The year that `17` may be meant for, and the years beside one that is off. */
	readonly years: readonly string[];
	/** What the word may be made of. */
	readonly ingredients: readonly Wanted[];
	/** ` and`, where that was typed before it. */
	readonly link: string | undefined;
	/** Whether it may be one word with the one before it. */
	readonly mayBeOne: boolean;
	/** What it counts beside the other words. */
	readonly weight: number;
	readonly place: Place;
}

export interface ScoreOptions {
	readonly corrections?: Corrections | undefined;
	/** How often half as many papers have a beginning of words as have a common one; without it, all count alike. */
	readonly rarity?: (word: string) => number;
}

/** What a mistyped word is worth beside one that was typed right. */
export const CORRECTED = 0.8;
/** What a word counts more that half as many papers have. */
const RARITY = 0.15;

export function wantedWords(
	terms: readonly QueryTerm[],
	{ corrections, rarity = () => 0 }: ScoreOptions,
): readonly Wanted[] {
	const words = terms.flatMap(({ parts }) => parts);
	return terms.flatMap((term) =>
		term.parts.map((word) => ({
			...wantedWord(word, term, corrections),
			weight: words.length > 1 ? 1 + RARITY * rarity(word) : 1,
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
			...others.map((other) => ({ needle: ` ${other}`, worth: CORRECTED })),
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
