/** How unlike a paper is to what a reference says of it, in letters. */

import type { PaperSummary } from '../../corpus/corpus.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldedWords } from '../../util/fold.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

export interface ReferenceDistance {
	/** Letters and digits that are wrong; of two papers the one with fewer was meant. */
	readonly wrong: number;
	/** Those of the words alone: a year is easily one too early, a name is what it is. */
	readonly inWords: number;
}

/** The year beside the right one is the preprint's; two digits exchanged are a slip; any other year is another paper's. */
const ADJACENT_YEAR_DISTANCE = 1;
const ADJACENT_DIGIT_DISTANCE = 1.5;
export const OTHER_YEAR_DISTANCE = 3;

/** Where words tell the paper, a digit of the year may be wrong; another paper with that year is likelier. */
const WRONG_DIGIT_DISTANCE = 0.5;

/** A key names the first author; whoever names another has one thing wrong. */
const OTHER_AUTHOR_DISTANCE = 1;

/** Between equals, an author counts before the title. */
const TITLE_WORD_DISTANCE = 0.1;

/** The paper's key, mistyped, or its author, year and title, put together in another way: whichever is nearer. */
export function referenceDistance(written: WrittenReference, paper: PaperSummary): ReferenceDistance {
	return nearer(mistyped(written, paper.key), unexplained(written, paper));
}

export function nearer(one: ReferenceDistance, other: ReferenceDistance): ReferenceDistance {
	return other.wrong < one.wrong ? other : one;
}

/** `vaswni2017` for `vaswani2017`. Whether there is an `etal` does not matter, unless the slip is in there. */
export function mistyped(written: WrittenReference, key: string): ReferenceDistance {
	const name = writtenReference(key);
	const whole = {
		wrong: between(written, written.compact, name.compact),
		inWords: between(written, withoutDigits(written.compact), withoutDigits(name.compact)),
	};
	const inWords = between(written, written.words.join(''), name.words.join(''));
	if (written.year !== undefined && name.year !== undefined) {
		const years = yearsApart(written.year, name.year);
		const wrong = Math.max(
			whole.wrong,
			isToldByWords(written, name) ? Math.min(years, whole.wrong + WRONG_DIGIT_DISTANCE) : years,
		);
		return nearer({ ...whole, wrong }, { wrong: inWords + years, inWords });
	}
	return nearer(whole, { wrong: between(written, written.bare, name.bare), inWords });
}

function between({ letters }: WrittenReference, one: string, other: string): number {
	return editDistance(one, other, Math.max(letters, 1)) ?? Number.POSITIVE_INFINITY;
}

/** Whether both name a word beside the author: `brown2029gpt3` is a slip, where `brown2029` may be another paper. */
function isToldByWords(one: WrittenReference, other: WrittenReference): boolean {
	return Math.min(one.words.length, other.words.length) > 1;
}

function withoutDigits(text: string): string {
	return text.replace(/\p{N}/gu, '');
}

/** `vaswani2017attention` for a paper that Vaswani wrote in 2017, with that word in its title. */
function unexplained({ words, year }: WrittenReference, paper: PaperSummary): ReferenceDistance {
	const [first = '', ...others] = paper.families.map((family) => foldedWords(family).join(''));
	const surnames = [...others, ...paper.families.flatMap(foldedWords)];
	const title = withCompounds(foldedWords(paper.title));
	// One word of a title is too little to go by, unless it is what the paper is known by: `bert2019`.
	const known = words.length > 1 ? title : title.slice(0, 1);
	const inWords = words
		.map((word) =>
			Math.min(
				slips(word, [first]),
				OTHER_AUTHOR_DISTANCE + slips(word, surnames),
				TITLE_WORD_DISTANCE + slips(word, known),
			),
		)
		.reduce((sum, letters) => sum + letters, 0);
	return { wrong: inWords + yearsApart(year, paper.year), inWords };
}

/** From a word to the nearest of those known; the whole word where none is near. */
function slips(word: string, known: readonly string[]): number {
	const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
	return known.reduce((least, other) => Math.min(least, editDistance(word, other, most) ?? least), word.length);
}

/** `Pre-training` is also `pretraining`. */
function withCompounds(words: readonly string[]): string[] {
	return words.flatMap((word, index) => [word, word + (words[index + 1] ?? '')]);
}

function yearsApart(written: number | undefined, year: number | undefined): number {
	if (written === undefined || written === year) {
		return 0;
	}
	if (year === undefined) {
		return OTHER_YEAR_DISTANCE;
	}
	if (Math.abs(written - year) === 1 || areExchanged(`${written}`, `${year}`)) {
		return ADJACENT_YEAR_DISTANCE;
	}
	return isNextDigit(`${written}`, `${year}`) ? ADJACENT_DIGIT_DISTANCE : OTHER_YEAR_DISTANCE;
}

/** `2071` for `2017`. */
function areExchanged(one: string, other: string): boolean {
	return editDistance(one, other, 1) === 1 && [...one].sort().join('') === [...other].sort().join('');
}

/** `2027` for `2017`: one digit is beside the right one on the keyboard. */
function isNextDigit(one: string, other: string): boolean {
	const steps = [...one].map((digit, place) => Math.abs(Number(digit) - Number(other[place])));
	return steps.reduce((sum, step) => sum + (step === NINE_TO_ZERO_STEPS ? 1 : step), 0) === 1;
}

const NINE_TO_ZERO_STEPS = 9;
