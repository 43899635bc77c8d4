/**
 * How well a paper answers a query, judging by its names. The score of a word depends on where it is (field,
 * position), how much of it was typed, and its neighbours (order, initials of one author). Weights are relative: the
 * first author's whole family name is 1.
 */

import { initialsWith, MIN_ACRONYM_LENGTH } from './acronyms.ts';
import { AUTHOR_LEAD, AUTHOR_LEAD_CODE, SPACE_CODE, TEXT_END, TEXT_END_CODE } from './lineSigns.ts';
import { type PackedLine, type SectionStarts, sectionStarts } from './paperLine.ts';
import type { Query } from './query.ts';
import { CORRECTION_WORTH, type Place, type ScoreOptions, type Wanted, wantedWords } from './wantedWords.ts';

const WEIGHTS = {
	name: 0.9,
	firstFamily: 1,
	family: 0.78,
	given: 0.35,
	title: 0.9,
	variant: 0.7,
	coined: 1,
	year: 0.6,
	category: 0.35,
	venue: 0.3,
	initials: 0.6,
	/** Found in the abstract only. */
	elsewhere: 0.05,
};

/** The title is exactly what was typed. */
const WHOLE_TITLE_BONUS = 0.2;
/** A word of the title after an author, as people refer to papers. */
const AUTHOR_THEN_TITLE_BONUS = 0.4;
const ADJACENT_BONUS = 0.22;
/** `gpt 3` is the one word `GPT3`. This counts more than adjacent words, since `gpt` is only a prefix of it. */
const ONE_WORD_BONUS = 0.35;
const IN_ORDER_BONUS = 0.2;
const REVERSED_PENALTY = -0.12;
const SAME_AUTHOR_BONUS = 0.35;
/** Subtracted in proportion to a word's position in the title, up to a hundred letters. */
const POSITION_PENALTY = 0.15;
/**
 * The difference between the oldest and the newest paper of a century. It decides between papers that match equally
 * well.
 */
const RECENCY_PER_CENTURY = 0.05;

export interface RankedPaper {
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** A function that scores papers. Higher is better; below three. */
export function scorer({ terms }: Query, options: ScoreOptions = {}): (paper: RankedPaper) => number {
	const wanted = wantedWords(terms, options);
	const whole = wanted.reduce((sum, { weight }) => sum + weight, 0);
	const title = `${terms.map(({ link, parts }) => ` ${[...(link ? [link] : []), ...parts].join(' ')}`).join('')}${TEXT_END}`;
	return (paper) => scoreOf(wanted, { whole, title }, paper);
}

function scoreOf(
	wanted: readonly Wanted[],
	{ whole, title }: { readonly whole: number; readonly title: string },
	{ line, year }: RankedPaper,
): number {
	const starts = sectionStarts(line);
	let sum = 0;
	let before: Place | undefined;
	for (const one of wanted) {
		findPlace(one, line, starts, year);
		sum += one.weight * (one.place.value + (before ? neighbourBonus(before, one, line) : 0));
		before = one.place;
	}
	const complete = line.startsWith(title, starts.title) ? WHOLE_TITLE_BONUS : 0;
	return (whole > 0 ? sum / whole : 0) + complete + recency(year);
}

/** An unknown year counts as older than all others. */
function recency(year = 0): number {
	return (Math.max(year, year > 0 ? 1900 : 1899) - 2000) * (RECENCY_PER_CENTURY / 100);
}

/**
 * The score of a word next to the one before: words of the title in the order of the query; a word of the title after
 * an author, as in a reference; initials next to the family name of the same author. Numbers after an author are a
 * year.
 */
function neighbourBonus(before: Place, { place, isNumber, link, mayBeOne }: Wanted, line: PackedLine): number {
	if (before.author >= 0 && place.titleStart >= 0 && !isNumber) {
		return AUTHOR_THEN_TITLE_BONUS;
	}
	if (before.titleStart >= 0 && place.titleStart >= 0) {
		if (mayBeOne && before.titleStart === place.titleStart) {
			return ONE_WORD_BONUS;
		}
		const isLinked = link !== undefined && line.startsWith(link, before.titleEnd);
		return titleOrderBonus(before, place, isLinked ? before.titleEnd + link.length : before.titleEnd);
	}
	return before.author >= 0 && before.author === place.author ? SAME_AUTHOR_BONUS : 0;
}

/** `end` is the end of the word before, or of the link after it. */
function titleOrderBonus(before: Place, { titleStart }: Place, end: number): number {
	if (titleStart === end) {
		return ADJACENT_BONUS;
	}
	// Neither in order nor reversed: a word that was typed twice.
	return titleStart > before.titleStart ? IN_ORDER_BONUS : titleStart < before.titleStart ? REVERSED_PENALTY : 0;
}

function findPlace(wanted: Wanted, line: PackedLine, starts: SectionStarts, year: number | undefined): void {
	const { word, needles, place } = wanted;
	put(place, 0);
	for (const { needle, worth } of needles) {
		for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) {
			const end = wordEnd(line, at + needle.length);
			const quality = worth * qualityOf(needle.length - 1, end - at - 1);
			improve(place, line, starts, { at, end, quality });
		}
	}
	const inYear = wanted.isNumber ? yearValue(wanted, String(year)) : 0;
	if (inYear > place.value) {
		put(place, inYear);
	} else if (place.value <= 0) {
		const mixed = wanted.ingredients.length > 0 ? ingredientsValue(wanted.ingredients, line, starts, year) : 0;
		put(place, Math.max(initialsValue(line, starts, word), mixed));
	}
}

function yearValue({ word, years }: Wanted, year: string): number {
	if (year.startsWith(word)) {
		return WEIGHTS.year * (word.length / 4);
	}
	return years.includes(year) ? WEIGHTS.year * CORRECTION_WORTH : 0;
}

/** The score of a word that is not in the line as it is: the average score of its ingredients. */
function ingredientsValue(
	ingredients: readonly Wanted[],
	line: PackedLine,
	starts: SectionStarts,
	year: number | undefined,
): number {
	let sum = 0;
	for (const one of ingredients) {
		findPlace(one, line, starts, year);
		sum += one.place.value;
	}
	return sum / ingredients.length;
}

/** Sets a score of a word that is neither in the title nor in an author. */
function put(place: Place, value: number): void {
	place.value = value;
	place.titleStart = -1;
	place.titleEnd = -1;
	place.author = -1;
}

interface Occurrence {
	readonly at: number;
	readonly end: number;
	readonly quality: number;
}

/** Uses another occurrence of the word if it scores higher. */
function improve(place: Place, line: PackedLine, starts: SectionStarts, occurrence: Occurrence): void {
	const { at, end, quality } = occurrence;
	if (at >= starts.authors && at < starts.title) {
		const author = line.lastIndexOf(AUTHOR_LEAD, at);
		const value = quality * authorWeight(line[end] !== ' ', author === starts.authors);
		if (value > place.value) {
			put(place, value);
			place.author = author;
		}
	} else if (at >= starts.title && at < starts.variants) {
		const value = WEIGHTS.title * quality * (1 - POSITION_PENALTY * Math.min((at - starts.title) / 100, 1));
		if (value > place.value) {
			put(place, value);
			place.titleStart = at;
			place.titleEnd = end;
		}
	} else {
		const value = quality * sideWeight(line, starts, at, end);
		if (value > place.value) {
			put(place, value);
		}
	}
}

function authorWeight(isFamily: boolean, isFirst: boolean): number {
	return isFamily ? (isFirst ? WEIGHTS.firstFamily : WEIGHTS.family) : WEIGHTS.given;
}

function sideWeight(line: PackedLine, starts: SectionStarts, at: number, end: number): number {
	if (at < starts.authors) {
		return WEIGHTS.name;
	}
	if (at < starts.coined) {
		return WEIGHTS.variant;
	}
	if (at < starts.categories) {
		// Only a match of the whole name counts: `ERNIE-Doc` is another paper than `ERNIE`.
		return at === starts.coined && line[end] === TEXT_END ? WEIGHTS.coined : 0;
	}
	return at < starts.venue ? WEIGHTS.category : WEIGHTS.venue;
}

function wordEnd(line: string, from: number): number {
	for (let at = from; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === SPACE_CODE || code === AUTHOR_LEAD_CODE || code === TEXT_END_CODE) {
			return at;
		}
	}
	return line.length;
}

/** 1 for a whole word, less for a prefix: the shorter, the less. */
function qualityOf(typed: number, length: number): number {
	return typed === length ? 1 : 0.8 + 0.13 * (typed / length);
}

function initialsValue(line: PackedLine, { title, variants }: SectionStarts, word: string): number {
	if (word.length < MIN_ACRONYM_LENGTH) {
		return WEIGHTS.elsewhere;
	}
	const found = initialsWith(line, { start: title, end: variants - 1 }, word);
	const share = found.some((initials) => initials.startsWith(word)) ? 1 : found.length > 0 ? 0.8 : 0;
	return Math.max(WEIGHTS.initials * share, WEIGHTS.elsewhere);
}
