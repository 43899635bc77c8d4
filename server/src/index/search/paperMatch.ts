/** Whether a paper's names answer a query: what the index cannot tell (fields, phrases), and all of it for a few papers. */

import { initialsWith, SHORTEST_ACRONYM } from './acronyms.ts';
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

/** A word of a query, as lines are looked through for it. */
interface WantedWord {
	/** Where a line has one of these, a word begins so: the word itself, and what else it may stand for. */
	readonly needles: readonly string[];
	/** Years, or their beginnings, that the word may be meant for. */
	readonly years: readonly string[];
}

interface WantedTerm {
	readonly term: QueryTerm;
	readonly words: readonly WantedWord[];
	/** One word that will do for all: its pieces as one, or those with the term before it. */
	readonly wholes: readonly string[];
	/** What it may be made of instead; none where it is of one piece. */
	readonly ingredients: readonly WantedWord[];
	/** Where it may be an acronym. */
	readonly letters: string | undefined;
}

/** What a query asks of papers, made ready to be asked of hundreds. */
export class PaperMatch {
	readonly #query: Query;
	/** Those that may stand anywhere. */
	readonly #anywhere: readonly WantedTerm[];
	/** Those of which the index does not tell where they stand: of an abstract, or as a phrase. */
	readonly #doubtful: readonly WantedTerm[];
	readonly #asksForFields: boolean;

	constructor(query: Query, corrections?: Corrections) {
		const { terms } = query;
		this.#query = query;
		this.#anywhere = terms.filter(({ field }) => field === undefined).map((term) => wantedTerm(term, corrections));
		this.#doubtful = terms.filter(isDoubtful).map((term) => wantedTerm(term));
		this.#asksForFields = asksForFields(query);
	}

	/** Everything that the query asks of a paper's names: what they are asked at their widest, without its surplus. */
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

	/** What is asked of single fields, and what must not be there. Words for anywhere are not looked at, nor are years. */
	fits(paper: NamedPaper): boolean {
		return !this.#asksForFields || fitsFields(this.#query, paper);
	}

	/**
	 * What terms cannot tell: whether a phrase stands word by word, and whether what `abstract:` asks for is not in
	 * the names instead. Without `abstract`, it is trusted to be.
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

	/** Whether `fitsText` may have to look into abstracts. */
	get needsAbstracts(): boolean {
		return this.#query.terms.some((term) => isDoubtful(term) || (term.field === undefined && term.kind === 'phrase'));
	}
}

/** A phrase, and `gpt3` that is written `GPT-3`: words that must stand side by side. */
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
		letters: isCompound || whole.length < SHORTEST_ACRONYM ? undefined : whole,
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

/** In one of its texts, without what stands between authors. */
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
		whole.length >= SHORTEST_ACRONYM &&
		initialsWith(text, { start: 0, end: text.length }, whole).length > 0
	);
}

function isYear(year: number | undefined, word: string): boolean {
	return year !== undefined && String(year).startsWith(word);
}
