/**
 * Whether a paper's names match a query: for most papers only what the index cannot tell (fields, phrases), for a few
 * papers everything.
 */

import { initialsWith, MIN_ACRONYM_LENGTH } from './acronyms.ts';
import { AUTHOR_LEAD, TEXT_END } from './lineSigns.ts';
import { type PackedLine, type PaperLine, sectionStarts, unpackLine } from './paperLine.ts';
import type { Query, QueryTerm } from './query.ts';
import type { Corrections } from './questions.ts';
import { apartOf, shortYear } from './termForms.ts';
import { inAbstract, inText } from './termInText.ts';

export interface NamedPaper {
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** A word of a query, prepared for searching lines. */
interface WantedWord {
	/** If a line contains one of these, it has a word with this prefix. The word itself, and its corrections. */
	readonly needles: readonly string[];
	/** Years, or prefixes of years, that the word may mean. */
	readonly years: readonly string[];
}

interface WantedTerm {
	readonly term: QueryTerm;
	readonly words: readonly WantedWord[];
	/** Single words that match the whole term: its pieces joined, or joined with the term before it. */
	readonly wholes: readonly string[];
	/** The parts that the term may consist of instead. Empty if it has only one. */
	readonly ingredients: readonly WantedWord[];
	/** The letters of the term if it may be an acronym. */
	readonly letters: string | undefined;
}

/** What a query requires of papers, prepared for testing hundreds. */
export class PaperMatch {
	readonly #query: Query;
	/** Terms that may be anywhere. */
	readonly #anywhere: readonly WantedTerm[];
	/** Terms for which the index cannot tell where their words are: terms of an abstract, and phrases. */
	readonly #doubtful: readonly WantedTerm[];
	readonly #asksForFields: boolean;

	constructor(query: Query, corrections?: Corrections) {
		const { terms } = query;
		this.#query = query;
		this.#anywhere = terms.filter(({ field }) => field === undefined).map((term) => wantedTerm(term, corrections));
		this.#doubtful = terms.filter(isDoubtful).map((term) => wantedTerm(term));
		this.#asksForFields = asksForFields(query);
	}

	/** Whether a paper's names match the whole query in its widest sense, with optional words left out. */
	matches(paper: NamedPaper): boolean {
		const { years } = this.#query;
		if (years && (paper.year === undefined || paper.year < years.from || years.to < paper.year)) {
			return false;
		}
		for (const wanted of this.#anywhere) {
			if (!hasTerm(paper, wanted)) {
				return false;
			}
		}
		return this.fits(paper);
	}

	/**
	 * Whether a paper meets the conditions on single fields and has no forbidden words. Words for anywhere and years
	 * are not tested.
	 */
	fits(paper: NamedPaper): boolean {
		return !this.#asksForFields || fitsFields(this.#query, paper);
	}

	/**
	 * Tests what terms cannot tell: whether the words of a phrase are adjacent, and whether the words for `abstract:`
	 * are not only in the names. Without `abstract`, assumes that they match.
	 */
	fitsText(paper: NamedPaper, abstract: (() => string) | undefined): boolean {
		const doubtful = this.#doubtful.filter((wanted) =>
			wanted.term.field === 'abstract'
				? wanted.term.kind === 'phrase' || hasTerm(paper, wanted)
				: !hasTerm(paper, wanted),
		);
		const text = doubtful.length > 0 ? abstract?.() : undefined;
		return text === undefined || doubtful.every((wanted) => inAbstract(text, wanted.term));
	}

	/** Whether `fitsText` may have to read abstracts. */
	get needsAbstracts(): boolean {
		return this.#query.terms.some((term) => isDoubtful(term) || (term.field === undefined && term.kind === 'phrase'));
	}
}

/** A phrase, or `gpt3` which is also written `GPT-3`: their words must be adjacent. */
function isDoubtful({ field, kind, parts }: QueryTerm): boolean {
	return (
		field === 'abstract' ||
		(field === undefined && (kind === 'phrase' ? parts.length > 1 : parts.some((word) => apartOf(word))))
	);
}

function wantedTerm(term: QueryTerm, corrections?: Corrections): WantedTerm {
	const { parts, whole, name, together, ingredients } = term;
	const isCompound = parts.length > 1;
	const year = shortYear(term);
	return {
		term,
		words: parts.map((part) => wantedWord(part, corrections, year)),
		wholes: [...(isCompound ? [` ${whole}`, ` ${name}`] : []), ...(together === undefined ? [] : [` ${together}`])],
		ingredients: ingredients.map((word) => wantedWord(word, corrections)),
		letters: isCompound || whole.length < MIN_ACRONYM_LENGTH ? undefined : whole,
	};
}

function wantedWord(word: string, corrections: Corrections | undefined, shortYear?: string): WantedWord {
	const meant = [word, ...(corrections?.get(word) ?? [])];
	const apart = apartOf(word)?.join(' ');
	return {
		needles: [...meant, ...(apart ? [apart] : [])].map((one) => ` ${one}`),
		years: [...meant, ...(shortYear ? [shortYear] : [])].filter((one) => /^\d+$/.test(one)),
	};
}

function fitsFields(query: Query, paper: NamedPaper): boolean {
	const line = unpackLine(paper.line);
	return (
		query.terms.every((term) => hasField(line, term)) &&
		query.categories.every((category) => `${line.categories} `.includes(` ${category} `)) &&
		query.has.every((possession) => line.has.includes(possession.charAt(0))) &&
		!query.without.some((term) => isForbidden(paper, line, term))
	);
}

function asksForFields({ terms, categories, has, without }: Query): boolean {
	return categories.length + has.length + without.length > 0 || terms.some((term) => term.field !== undefined);
}

function hasField(line: PaperLine, term: QueryTerm): boolean {
	switch (term.field) {
		case 'author':
			return inText(line.authors.replaceAll(AUTHOR_LEAD, ''), term);
		case 'title':
			return inText(line.title, term) || inText(line.variants, term);
		case 'venue':
			return inText(line.venue, term) || hasInitials(line.venue, term);
		case 'key':
			return line.names.includes(term.name);
		default:
			return true;
	}
}

function isForbidden(paper: NamedPaper, line: PaperLine, term: QueryTerm): boolean {
	if (term.field === 'abstract') {
		return false;
	}
	const whole: QueryTerm = { ...term, kind: 'phrase' };
	return term.field === undefined ? hasPhrase(paper, whole) : hasField(line, whole);
}

function hasTerm(paper: NamedPaper, { term, words, wholes, ingredients, letters }: WantedTerm): boolean {
	if (term.kind === 'phrase') {
		return hasPhrase(paper, term);
	}
	return (
		hasWords(paper, words) ||
		wholes.some((whole) => paper.line.includes(whole)) ||
		(ingredients.length > 0 && hasWords(paper, ingredients)) ||
		(letters !== undefined && hasAcronym(paper.line, letters))
	);
}

function hasWords({ line, year }: NamedPaper, words: readonly WantedWord[]): boolean {
	for (const wanted of words) {
		if (!hasOne(line, wanted.needles) && !wanted.years.some((one) => isYear(year, one))) {
			return false;
		}
	}
	return true;
}

function hasOne(line: PackedLine, needles: readonly string[]): boolean {
	for (const needle of needles) {
		if (line.includes(needle)) {
			return true;
		}
	}
	return false;
}

/** Whether one of the texts has the phrase. Separators of authors are ignored. */
function hasPhrase({ line, year }: NamedPaper, term: QueryTerm): boolean {
	return inText(line.replaceAll(AUTHOR_LEAD, '').replaceAll(TEXT_END, ' '), term) || String(year) === term.whole;
}

function hasAcronym(line: PackedLine, letters: string): boolean {
	const { title, variants, venue } = sectionStarts(line);
	return (
		initialsWith(line, { start: title, end: variants - 1 }, letters).length > 0 ||
		initialsWith(line, { start: venue, end: line.length }, letters).length > 0
	);
}

function hasInitials(text: string, { kind, whole }: QueryTerm): boolean {
	return (
		kind === 'word' &&
		whole.length >= MIN_ACRONYM_LENGTH &&
		initialsWith(text, { start: 0, end: text.length }, whole).length > 0
	);
}

function isYear(year: number | undefined, word: string): boolean {
	return year !== undefined && String(year).startsWith(word);
}
