/**
 * How well a paper answers a query, from what its names say. A word counts by where it stands (field, position), by how
 * much of it was typed, and by the company it keeps (order, initials of one author). Weights are relative: the first
 * author's whole family name is 1.
 */

import { initialsWith, SHORTEST_ACRONYM } from './acronyms.ts';
import { type PackedLine, type SectionStarts, sectionStarts } from './paperLine.ts';
import type { Query } from './query.ts';
import type { Corrections } from './questions.ts';

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
	/** Found in the abstract alone. */
	elsewhere: 0.05,
};

/** What a mistyped word is worth beside one that was typed right. */
const CORRECTED = 0.8;
/** The title is what was typed, to its end. */
const WHOLE_TITLE = 0.2;
/** A word of the title after an author: so papers are referred to. */
const AUTHOR_THEN_TITLE = 0.4;
const ADJACENT = 0.22;
const IN_ORDER = 0.2;
const REVERSED = -0.12;
const SAME_AUTHOR = 0.35;
/** What a word counts more that half as many papers have. */
const RARITY = 0.15;
/** What a word a hundred letters into a title is worth less than the first. */
const LATE = 0.15;
/** The oldest and the newest paper of a century differ by this: recency decides between equals. */
const CENTURY = 0.05;

export interface RankedPaper {
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** Where a word stands best. Set anew for each paper: hundreds are scored while one types a letter. */
interface Place {
	value: number;
	/** Where in the line the word begins and ends, if that is in the title; else -1. */
	titleStart: number;
	titleEnd: number;
	/** Where the author begins who has the word; else -1. */
	author: number;
}

interface Wanted {
	readonly word: string;
	/** The word as a line has it, and what else it may stand for, each with its worth. */
	readonly needles: readonly { readonly needle: string; readonly worth: number }[];
	/** Whether it may be a year. */
	readonly isNumber: boolean;
	/** What it counts beside the other words. */
	readonly weight: number;
	readonly place: Place;
}

export interface ScoreOptions {
	readonly corrections?: Corrections | undefined;
	/** How often half as many papers have a beginning of words as have a common one; without it, all count alike. */
	readonly rarity?: (word: string) => number;
}

/** Larger is better; below three. */
export function scorer(
	{ terms }: Query,
	{ corrections, rarity = () => 0 }: ScoreOptions = {},
): (paper: RankedPaper) => number {
	const words = terms.flatMap(({ parts }) => parts);
	const wanted: Wanted[] = words.map((word) => ({
		word,
		weight: words.length > 1 ? 1 + RARITY * rarity(word) : 1,
		needles: [
			{ needle: ` ${word}`, worth: 1 },
			...(corrections?.get(word) ?? []).map((other) => ({ needle: ` ${other}`, worth: CORRECTED })),
		],
		isNumber: /^\d+$/.test(word),
		place: { value: 0, titleStart: -1, titleEnd: -1, author: -1 },
	}));
	const whole = wanted.reduce((sum, { weight }) => sum + weight, 0);
	const title = ` ${words.join(' ')}\n`;
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
		sum += one.weight * (one.place.value + (before ? company(before, one) : 0));
		before = one.place;
	}
	const complete = line.startsWith(title, starts.title) ? WHOLE_TITLE : 0;
	return (whole > 0 ? sum / whole : 0) + complete + recency(year);
}

/** An unknown year is older than all. */
function recency(year = 0): number {
	return (Math.max(year, year > 0 ? 1900 : 1899) - 2000) * (CENTURY / 100);
}

/**
 * Words that follow each other in the title as they do in the query; a word of the title after an author, as in a
 * reference; initials beside a family name of the same author. Numbers after an author are a year.
 */
function company(before: Place, { place, isNumber }: Wanted): number {
	if (before.author >= 0 && place.titleStart >= 0 && !isNumber) {
		return AUTHOR_THEN_TITLE;
	}
	if (before.titleStart >= 0 && place.titleStart >= 0) {
		return inTitle(before, place);
	}
	return before.author >= 0 && before.author === place.author ? SAME_AUTHOR : 0;
}

function inTitle(before: Place, { titleStart }: Place): number {
	if (titleStart === before.titleEnd) {
		return ADJACENT;
	}
	// A word that is typed twice stands where it stands.
	return titleStart > before.titleStart ? IN_ORDER : titleStart < before.titleStart ? REVERSED : 0;
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
	const inYear = wanted.isNumber && String(year).startsWith(word) ? WEIGHTS.year * (word.length / 4) : 0;
	if (inYear > place.value) {
		put(place, inYear);
	} else if (place.value <= 0) {
		put(place, initialsValue(line, starts, word));
	}
}

/** Neither in the title nor of an author. */
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

/** Takes another place of the word where it is worth more. */
function improve(place: Place, line: PackedLine, starts: SectionStarts, occurrence: Occurrence): void {
	const { at, end, quality } = occurrence;
	if (at >= starts.authors && at < starts.title) {
		const author = line.lastIndexOf('|', at);
		const value = quality * authorWeight(line[end] !== ' ', author === starts.authors);
		if (value > place.value) {
			put(place, value);
			place.author = author;
		}
	} else if (at >= starts.title && at < starts.variants) {
		const value = WEIGHTS.title * quality * (1 - LATE * Math.min((at - starts.title) / 100, 1));
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
		// Only as the whole of it: `ERNIE-Doc` is another paper than `ERNIE`.
		return at === starts.coined && line[end] === '\n' ? WEIGHTS.coined : 0;
	}
	return at < starts.venue ? WEIGHTS.category : WEIGHTS.venue;
}

const SPACE = 0x20;
const BAR = 0x7c;
const LINE_END = 0x0a;

function wordEnd(line: string, from: number): number {
	for (let at = from; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === SPACE || code === BAR || code === LINE_END) {
			return at;
		}
	}
	return line.length;
}

/** 1 for a whole word, less for a beginning, the less the shorter it is. */
function qualityOf(typed: number, length: number): number {
	return typed === length ? 1 : 0.8 + 0.13 * (typed / length);
}

function initialsValue(line: PackedLine, { title, variants }: SectionStarts, word: string): number {
	if (word.length < SHORTEST_ACRONYM) {
		return WEIGHTS.elsewhere;
	}
	const found = initialsWith(line, { start: title, end: variants - 1 }, word);
	const share = found.some((initials) => initials.startsWith(word)) ? 1 : found.length > 0 ? 0.8 : 0;
	return Math.max(WEIGHTS.initials * share, WEIGHTS.elsewhere);
}
