/** Whether a paper's names answer a query: what the index cannot tell (fields, phrases), and all of it for a few papers. */

import { type PackedLine, type PaperLine, sectionStarts, unpackLine } from './paperLine.ts';
import { initialsOf } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';
import type { Corrections } from './questions.ts';
import { isAscii, spacedWords } from './searchWords.ts';

export interface NamedPaper {
	readonly line: PackedLine;
	readonly year: number | undefined;
}

/** Everything that the query asks of a paper's names: what they are asked at their widest, without its surplus. */
export function matches(query: Query, paper: NamedPaper, corrections?: Corrections): boolean {
	const { years } = query;
	return (
		(!years || (paper.year !== undefined && years.from <= paper.year && paper.year <= years.to)) &&
		query.terms.every((term) => term.field !== undefined || hasTerm(paper, term, corrections)) &&
		fits(query, paper)
	);
}

/** What is asked of single fields, and what must not be there. Words for anywhere are not looked at, nor are years. */
export function fits(query: Query, paper: NamedPaper): boolean {
	if (!asksForFields(query)) {
		return true;
	}
	const line = unpackLine(paper.line);
	return (
		query.terms.every((term) => hasField(line, term)) &&
		query.categories.every((category) => `${line.categories} `.includes(` ${category} `)) &&
		query.has.every((possession) => line.has.includes(possession.charAt(0))) &&
		!query.without.some((term) => isForbidden(paper, line, term))
	);
}

/**
 * What terms cannot tell: whether a phrase stands word by word, and whether what `abstract:` asks for is not in
 * the names instead. Without `abstract`, it is trusted to be.
 */
export function fitsText(query: Query, paper: NamedPaper, abstract: (() => string) | undefined): boolean {
	const doubtful = query.terms.filter((term) =>
		term.field === 'abstract'
			? term.kind === 'phrase' || hasTerm(paper, term)
			: term.field === undefined && term.kind === 'phrase' && term.parts.length > 1 && !hasTerm(paper, term),
	);
	const text = doubtful.length > 0 ? abstract?.() : undefined;
	return text === undefined || doubtful.every((term) => inAbstract(text, term));
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

/** Whether `fitsText` may have to look into abstracts. */
export function needsAbstracts({ terms }: Query): boolean {
	return terms.some(({ kind, field }) => field === 'abstract' || (field === undefined && kind === 'phrase'));
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

function hasTerm(paper: NamedPaper, term: QueryTerm, corrections?: Corrections): boolean {
	const { line, year } = paper;
	if (term.kind === 'phrase') {
		return hasPhrase(paper, term);
	}
	return (
		term.parts.every(
			(part) =>
				begins(line, part) || isYear(year, part) || corrections?.get(part)?.some((other) => begins(line, other)),
		) ||
		(term.parts.length > 1 && (begins(line, term.whole) || begins(line, term.name))) ||
		hasAcronym(line, term)
	);
}

/** In one of its texts, without what stands between authors. */
function hasPhrase({ line, year }: NamedPaper, term: QueryTerm): boolean {
	return inText(line.replaceAll('|', '').replaceAll('\n', ' '), term) || String(year) === term.whole;
}

function hasAcronym(line: PackedLine, term: QueryTerm): boolean {
	if (term.whole.length < 3 || term.parts.length > 1) {
		return false;
	}
	const { title, variants, venue } = sectionStarts(line);
	return hasInitials(line.slice(title, variants - 1), term) || hasInitials(line.slice(venue), term);
}

/** A phrase stands as it is; of a word each piece begins a word, or all together begin one. */
function inText(text: string, term: QueryTerm): boolean {
	return term.kind === 'phrase'
		? `${text} `.includes(` ${term.parts.join(' ')} `)
		: term.parts.every((part) => begins(text, part)) || begins(text, term.whole);
}

function hasInitials(text: string, term: QueryTerm): boolean {
	return (
		term.whole.length >= 3 && term.kind === 'word' && initialsOf(text).some((initials) => initials.includes(term.whole))
	);
}

function isYear(year: number | undefined, word: string): boolean {
	return year !== undefined && String(year).startsWith(word);
}

function begins(text: string, word: string): boolean {
	return text.includes(` ${word}`);
}
