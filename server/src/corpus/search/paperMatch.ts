/** Whether a paper's names answer a query: what the index cannot tell (fields, phrases), and all of it for a few papers. */

import type { PaperLine } from './paperLine.ts';
import type { Corrections } from './matchExpression.ts';
import { initialsOf } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';

export interface NamedPaper {
	readonly line: PaperLine;
	readonly year: number | undefined;
}

/** Everything that the query asks of a paper's names: what `search_names` is asked at its widest, without its surplus. */
export function matches(query: Query, paper: NamedPaper, corrections?: Corrections): boolean {
	const { years } = query;
	return (
		(!years || (paper.year !== undefined && years.from <= paper.year && paper.year <= years.to)) &&
		query.terms.every((term) => term.field !== undefined || hasTerm(paper, term, corrections)) &&
		fits(query, paper)
	);
}

/** What is asked of single fields, and what must not be there. Words for anywhere are not looked at, nor are years. */
export function fits(query: Query, { line, year }: NamedPaper): boolean {
	return (
		query.terms.every((term) => hasField({ line, year }, term)) &&
		query.categories.every((category) => `${line.categories} `.includes(` ${category} `)) &&
		query.has.every((possession) => line.has.includes(possession.charAt(0))) &&
		!query.without.some((term) => isForbidden({ line, year }, term))
	);
}

function hasField({ line }: NamedPaper, term: QueryTerm): boolean {
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

function isForbidden(paper: NamedPaper, term: QueryTerm): boolean {
	if (term.field === 'abstract') {
		return false;
	}
	const whole: QueryTerm = { ...term, kind: 'phrase' };
	return term.field === undefined ? hasTerm(paper, whole) : hasField(paper, whole);
}

function hasTerm({ line, year }: NamedPaper, term: QueryTerm, corrections?: Corrections): boolean {
	const { title, variants, categories, venue, names } = line;
	const authors = line.authors.replaceAll('|', '');
	if (term.kind === 'phrase') {
		return [authors, title, variants, venue, ` ${year}`].some((text) => inText(text, term));
	}
	const all = `${authors}${title}${variants}${categories}${venue} ${year}`;
	return (
		term.parts.every((part) => begins(all, part) || corrections?.get(part)?.some((other) => begins(all, other))) ||
		begins(all, term.whole) ||
		begins(names, term.name) ||
		hasInitials(title, term) ||
		hasInitials(venue, term)
	);
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

function begins(text: string, word: string): boolean {
	return text.includes(` ${word}`);
}
