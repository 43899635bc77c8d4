/** The distance between a paper and a reference that was meant to name it, in letters. */

import type { PaperSummary } from '../../corpus/corpus.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldedWords } from '../../util/fold.ts';
import { type WrittenReference, writtenReference } from './writtenReference.ts';

export interface ReferenceDistance {
	/** Wrong letters and digits. The paper with the smaller number is the likelier one. */
	readonly wrong: number;
	/** Wrong letters in the words only. A wrong year is a common slip; a wrong name usually means another paper. */
	readonly inWords: number;
}

/**
 * An adjacent year is often the preprint's. A digit next to the right one on the keyboard is a slip. Any other year
 * means another paper.
 */
const ADJACENT_YEAR_DISTANCE = 1;
const ADJACENT_DIGIT_DISTANCE = 1.5;
export const OTHER_YEAR_DISTANCE = 3;

/** Where words identify the paper, one digit of the year may be wrong. A paper with the right year is still likelier. */
const WRONG_DIGIT_DISTANCE = 0.5;

/** A key names the first author. Naming another author counts as one error. */
const OTHER_AUTHOR_DISTANCE = 1;

/** On equal distance, a match of an author counts before a match in the title. */
const TITLE_WORD_DISTANCE = 0.1;

/**
 * The smaller of two distances: to the paper's key with typing errors, and to its author, year and title combined in
 * another way.
 */
export function referenceDistance(written: WrittenReference, paper: PaperSummary): ReferenceDistance {
	return nearer(mistyped(written, paper.key), unexplained(written, paper));
}

export function nearer(one: ReferenceDistance, other: ReferenceDistance): ReferenceDistance {
	return other.wrong < one.wrong ? other : one;
}

/** Distance to the key: `vaswni2017` for `vaswani2017`. An `etal` is ignored, unless the typing error is inside it. */
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

/**
 * Whether both contain a word besides the author. Then `brown2029gpt3` is a slip, while `brown2029` may be another
 * paper.
 */
function isToldByWords(one: WrittenReference, other: WrittenReference): boolean {
	return Math.min(one.words.length, other.words.length) > 1;
}

function withoutDigits(text: string): string {
	return text.replace(/\p{N}/gu, '');
}

/**
 * Distance to author, year and title: `vaswani2017attention` for a paper that Vaswani wrote in 2017, with that word in
 * its title.
 */
function unexplained({ words, year }: WrittenReference, paper: PaperSummary): ReferenceDistance {
	const [first = '', ...others] = paper.families.map((family) => foldedWords(family).join(''));
	const surnames = [...others, ...paper.families.flatMap(foldedWords)];
	const title = withCompounds(foldedWords(paper.title));
	// A single word must be the first of the title, as in `bert2019`: one word from elsewhere in a title is too little
	// evidence.
	const known = words.length > 1 ? title : title.slice(0, 1);
	const run = [first, ...foldedWords(paper.title)].filter((word) => word !== '');
	const inWords = words
		.map((word) =>
			isRunTogether(word, run)
				? TITLE_WORD_DISTANCE
				: Math.min(
						slips(word, [first]),
						OTHER_AUTHOR_DISTANCE + slips(word, surnames),
						TITLE_WORD_DISTANCE + slips(word, known),
					),
		)
		.reduce((sum, letters) => sum + letters, 0);
	return { wrong: inWords + yearsApart(year, paper.year), inWords };
}

/** Edit distance from a word to the closest known word, or the length of the word if none is close. */
function slips(word: string, known: readonly string[]): number {
	const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
	return known.reduce((least, other) => Math.min(least, editDistance(word, other, most) ?? least), word.length);
}

/**
 * Whether the word is at least two of `words` without spaces between them, in order, though some may be left out:
 * `computationalforest` for `Computational Methods in the Forest`.
 */
function isRunTogether(word: string, words: readonly string[]): boolean {
	/** How far into the word the words so far reach, and how many of them were needed at least. */
	const reached = new Map([[0, 0]]);
	for (const next of words) {
		for (const [end, count] of [...reached]) {
			if (word.startsWith(next, end)) {
				reached.set(end + next.length, Math.max(count + 1, reached.get(end + next.length) ?? 0));
			}
		}
	}
	return (reached.get(word.length) ?? 0) > 1;
}

/** Adds each pair of neighbouring words as one word: `Pre-training` may also be written `pretraining`. */
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

/** Two digits swapped: `2071` for `2017`. */
function areExchanged(one: string, other: string): boolean {
	return editDistance(one, other, 1) === 1 && [...one].sort().join('') === [...other].sort().join('');
}

/** One digit replaced by its neighbour on the keyboard: `2027` for `2017`. */
function isNextDigit(one: string, other: string): boolean {
	const steps = [...one].map((digit, place) => Math.abs(Number(digit) - Number(other[place])));
	return steps.reduce((sum, step) => sum + (step === NINE_TO_ZERO_STEPS ? 1 : step), 0) === 1;
}

const NINE_TO_ZERO_STEPS = 9;
