/**
 * How well a paper answers a query, from what its names say. A word counts by where it stands (field, position), by how
 * much of it was typed, and by the company it keeps (order, initials of one author). Weights are relative: the first
 * author's whole family name is 1.
 */

import type { Corrections } from './matchExpression.ts';
import type { PaperLine } from './paperLine.ts';
import { initialsOf } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';

const WEIGHTS = {
	name: 0.9,
	firstFamily: 1,
	family: 0.75,
	given: 0.5,
	title: 0.9,
	variant: 0.7,
	coined: 1,
	year: 0.6,
	category: 0.35,
	venue: 0.3,
	initials: 0.6,
	/** Found in the abstract alone, or not at all. */
	elsewhere: 0.05,
};

/** What a mistyped word is worth beside one that was typed right. */
const CORRECTED = 0.8;
const ADJACENT = 0.15;
const IN_ORDER = 0.07;
const SAME_AUTHOR = 0.35;
/** The oldest and the newest paper of a century differ by this: recency decides between equals. */
const CENTURY = 0.05;

interface Place {
	readonly value: number;
	/** Where in the title, or before the first author: what tells the order of words. */
	readonly title: { readonly start: number; readonly end: number } | undefined;
	/** The start of the author who has the word. */
	readonly author: number | undefined;
}

export function scoreOf(
	query: Query,
	paper: { readonly line: PaperLine; readonly year: number | undefined },
	corrections?: Corrections,
): number {
	const words = query.terms.flatMap((term) => term.parts.map((part) => placeOf(part, term, paper, corrections)));
	const sum = words.reduce((total, place, index) => total + place.value + company(words[index - 1], place), 0);
	return sum / Math.max(words.length, 1) + ((paper.year ?? 1900) - 2000) * (CENTURY / 100);
}

/** Words that follow each other in the title as they do in the query; initials beside a family name of the same author. */
function company(before: Place | undefined, place: Place): number {
	if (before?.title && place.title && place.title.start > before.title.start) {
		return place.title.start === before.title.end ? ADJACENT : IN_ORDER;
	}
	return before?.author !== undefined && before.author === place.author ? SAME_AUTHOR : 0;
}

function placeOf(
	part: string,
	term: QueryTerm,
	paper: { line: PaperLine; year: number | undefined },
	corrections?: Corrections,
): Place {
	const typed = bestPlace(part, term, paper);
	let best = typed;
	for (const correction of corrections?.get(part) ?? []) {
		const place = bestPlace(correction, term, paper);
		if (place.value * CORRECTED > best.value) {
			best = { ...place, value: place.value * CORRECTED };
		}
	}
	return best;
}

function bestPlace(
	word: string,
	term: QueryTerm,
	{ line, year }: { line: PaperLine; year: number | undefined },
): Place {
	const places = [
		titlePlace(line, word),
		authorPlace(line, word),
		...(line.coined ? [coinedPlace(line, word)] : []),
		plainPlace(WEIGHTS.variant * occurrence(line.variants, word).quality),
		plainPlace(year !== undefined && String(year).startsWith(word) ? WEIGHTS.year * (word.length / 4) : 0),
		plainPlace(WEIGHTS.name * occurrence(line.names, term.name).quality),
		plainPlace(WEIGHTS.category * occurrence(line.categories, word).quality),
		plainPlace(WEIGHTS.venue * occurrence(line.venue, word).quality),
	];
	const best = places.reduce((one, other) => (other.value > one.value ? other : one));
	return best.value > 0 ? best : plainPlace(initialsValue(line, word));
}

function plainPlace(value: number): Place {
	return { value, title: undefined, author: undefined };
}

function titlePlace(line: PaperLine, word: string): Place {
	const { quality, start, end } = occurrence(line.title, word);
	const position = 1 - 0.15 * (start / (line.title.length + 1));
	return {
		value: WEIGHTS.title * quality * position,
		title: quality > 0 ? { start, end } : undefined,
		author: undefined,
	};
}

/** Only as the whole of it: `ERNIE-Doc` is another paper than `ERNIE`. */
function coinedPlace(line: PaperLine, word: string): Place {
	const isWhole = line.coined === ` ${word}`;
	return {
		value: isWhole ? WEIGHTS.coined : 0,
		title: isWhole ? { start: 0, end: word.length + 1 } : undefined,
		author: undefined,
	};
}

function authorPlace(line: PaperLine, word: string): Place {
	const { authors } = line;
	let best: Place = plainPlace(0);
	for (let at = authors.indexOf(` ${word}`); at >= 0; at = authors.indexOf(` ${word}`, at + 1)) {
		const author = authors.lastIndexOf('|', at);
		const end = wordEnd(authors, at + 1);
		const isFamily = end === authors.length || authors[end] === '|';
		const weight = isFamily ? (author === 0 ? WEIGHTS.firstFamily : WEIGHTS.family) : WEIGHTS.given;
		const value = weight * qualityOf(word.length, end - at - 1);
		best = value > best.value ? { value, title: undefined, author } : best;
	}
	return best;
}

/** The first whole occurrence, else the first beginning: how good it is (0 if none) and where. */
function occurrence(
	text: string,
	word: string,
): { readonly quality: number; readonly start: number; readonly end: number } {
	let best = { quality: 0, start: 0, end: 0 };
	for (let at = text.indexOf(` ${word}`); at >= 0; at = text.indexOf(` ${word}`, at + 1)) {
		const end = wordEnd(text, at + 1);
		const quality = qualityOf(word.length, end - at - 1);
		if (quality > best.quality) {
			best = { quality, start: at, end };
		}
		if (quality === 1) {
			break;
		}
	}
	return best;
}

function wordEnd(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x20 || code === 0x7c) {
			return at;
		}
	}
	return text.length;
}

/** 1 for a whole word, less for a beginning, the less the shorter it is. */
function qualityOf(typed: number, length: number): number {
	return typed === length ? 1 : 0.65 + 0.25 * (typed / length);
}

function initialsValue(line: PaperLine, word: string): number {
	if (word.length < 3) {
		return WEIGHTS.elsewhere;
	}
	return initialsOf(line.title).some((initials) => initials.startsWith(word))
		? WEIGHTS.initials
		: initialsOf(line.title).some((initials) => initials.includes(word))
			? WEIGHTS.initials * 0.8
			: WEIGHTS.elsewhere;
}
