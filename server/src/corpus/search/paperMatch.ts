/** Whether a paper's names answer a query: what the index cannot tell (fields, phrases), and all of it for a few papers. */

import { initialsWith, SHORTEST_ACRONYM } from './acronyms.ts';
import { type PackedLine, type PaperLine, sectionStarts, unpackLine } from './paperLine.ts';
import type { Query, QueryTerm } from './query.ts';
import type { Corrections } from './questions.ts';
import { isAscii, spacedWords } from './searchWords.ts';

export interface NamedPaper {
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** A word of a query, as lines are looked through for it. */
interface WantedWord {
	/** Where a line has one of these, a word begins so: the word itself, and what else it may stand for. */
	readonly needles: readonly string[];
	/** The word itself, where it may be a year. */
	readonly year: string | undefined;
}

interface WantedTerm {
	readonly term: QueryTerm;
	readonly words: readonly WantedWord[];
	/** All its pieces as one word, where there are several. */
	readonly wholes: readonly string[];
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
		return text === undefined || doubtful.every(({ term }) => inAbstract(text, term));
	}

	/** Whether `fitsText` may have to look into abstracts. */
	get needsAbstracts(): boolean {
		return this.#query.terms.some(
			({ kind, field }) => field === 'abstract' || (field === undefined && kind === 'phrase'),
		);
	}
}

function isDoubtful({ field, kind, parts }: QueryTerm): boolean {
	return field === 'abstract' || (field === undefined && kind === 'phrase' && parts.length > 1);
}

function wantedTerm(term: QueryTerm, corrections?: Corrections): WantedTerm {
	const { parts, whole, name } = term;
	const isCompound = parts.length > 1;
	return {
		term,
		words: parts.map((part) => ({
			needles: [part, ...(corrections?.get(part) ?? [])].map((word) => ` ${word}`),
			year: /^\d+$/.test(part) ? part : undefined,
		})),
		wholes: isCompound ? [` ${whole}`, ` ${name}`] : [],
		letters: isCompound || whole.length < SHORTEST_ACRONYM ? undefined : whole,
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

/** The same as for names, in a text as it is written: to fold hundreds of abstracts would take ten times as long. */
function inAbstract(text: string, term: QueryTerm): boolean {
	return term.kind === 'phrase' && isAscii(text) ? phraseOf(term).test(text) : inText(spacedWords(text), term);
}

const phrases = new WeakMap<QueryTerm, RegExp>();

/** The phrase in text without accents, whatever stands between its words. */
function phraseOf(term: QueryTerm): RegExp {
	let phrase = phrases.get(term);
	if (phrase === undefined) {
		const words = term.parts.map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''));
		phrase = new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'i');
		phrases.set(term, phrase);
	}
	return phrase;
}

function asksForFields({ terms, categories, has, without }: Query): boolean {
	return categories.length + has.length + without.length > 0 || terms.some((term) => term.field !== undefined);
}

function hasField(line: PaperLine, term: QueryTerm): boolean {
	switch (term.field) {
		case 'author':
			return inText(line.authors.replaceAll('|', ''), term);
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

function hasTerm(paper: NamedPaper, { term, words, wholes, letters }: WantedTerm): boolean {
	if (term.kind === 'phrase') {
		return hasPhrase(paper, term);
	}
	return (
		hasWords(paper, words) ||
		wholes.some((whole) => paper.line.includes(whole)) ||
		(letters !== undefined && hasAcronym(paper.line, letters))
	);
}

function hasWords({ line, year }: NamedPaper, words: readonly WantedWord[]): boolean {
	for (const wanted of words) {
		if (!hasOne(line, wanted.needles) && (wanted.year === undefined || !isYear(year, wanted.year))) {
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
	return inText(line.replaceAll('|', '').replaceAll('\n', ' '), term) || String(year) === term.whole;
}

function hasAcronym(line: PackedLine, letters: string): boolean {
	const { title, variants, venue } = sectionStarts(line);
	return (
		initialsWith(line, { start: title, end: variants - 1 }, letters).length > 0 ||
		initialsWith(line, { start: venue, end: line.length }, letters).length > 0
	);
}

/** A phrase stands as it is; of a word each piece begins a word, or all together begin one. */
function inText(text: string, term: QueryTerm): boolean {
	return term.kind === 'phrase'
		? `${text} `.includes(` ${term.parts.join(' ')} `)
		: term.parts.every((part) => begins(text, part)) || begins(text, term.whole);
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

function begins(text: string, word: string): boolean {
	return text.includes(` ${word}`);
}
