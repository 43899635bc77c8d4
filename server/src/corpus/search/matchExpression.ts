/** Queries in the language of FTS5. Terms are quoted and hold no quote, so nothing typed can become syntax. */

import { keptBeginning, triples } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';
import { MARKED_BEGINNINGS, MARKS, NAME_BEGINNINGS, TEXT_BEGINNINGS } from './searchTables.ts';

/** What a typed word may stand for, besides words that begin so: `language` for `langauge`. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

/** How far a question goes for its words. */
export interface Reach {
	/** Whole words alone. */
	readonly exact?: boolean;
	/** Also venues, initials and identifiers. */
	readonly wide?: boolean;
	readonly corrections?: Corrections;
	/** The place among the terms of one that must be at the head of the paper: its first author or its first word. */
	readonly head?: number;
}

/** What `search_names` is asked. Abstracts are not its matter: it says nothing of terms that are theirs. */
export function namesExpression(query: Query, reach: Reach): string {
	const wanted = [
		...query.terms.flatMap((term, index) => (term.field === 'abstract' ? [] : [termExpression(term, reach, index)])),
		...query.categories.map((category) => exact(MARKS.category + category)),
		...query.has.map((possession) => exact(MARKS.has + possession.charAt(0))),
	];
	return except(wanted.length > 0 ? wanted.join(' AND ') : exact(MARKS.has), query);
}

/** What `search_text` is asked: words of abstract or names. Undefined if it can say nothing about the query. */
export function textExpression(query: Query): string | undefined {
	const wanted = query.terms
		.filter(isGeneral)
		.map((term) => allOf(term.parts.map(term.kind === 'phrase' ? exact : textWord)));
	return wanted.length === 0 ? undefined : except(wanted.join(' AND '), query);
}

/** The words that `-word` forbids anywhere, as `search_text` is asked for them; undefined where there are none. */
export function forbiddenExpression(query: Query): string | undefined {
	const forbidden = query.without.filter(isGeneral).map((term) => allOf(term.parts.map(exact)));
	return forbidden.length > 0 ? anyOf(forbidden) : undefined;
}

export function nameExpression(name: string): string {
	return exact(MARKS.name + name);
}

function isGeneral(term: QueryTerm): boolean {
	return term.field === undefined || term.field === 'abstract';
}

/** What must not occur is meant as a whole word: `-a` while typing `-attention` would leave nothing. */
function except(expression: string, query: Query): string {
	const forbidden = query.without.filter((term) => term.field === undefined && term.kind === 'word');
	return forbidden.length > 0
		? `(${expression}) NOT ${anyOf(forbidden.map((term) => allOf(term.parts.map(exact))))}`
		: expression;
}

function termExpression(term: QueryTerm, reach: Reach, index: number): string {
	switch (term.field) {
		case 'venue':
			return anyOf([allOf(term.parts.map((part) => marked(MARKS.venue, part))), ...initials(term, MARKS.venueInitials)]);
		case 'key':
			return anyOf([beginning(MARKS.name + term.name), generalExpression(term, reach)]);
		default:
			return reach.head === index
				? anyOf([marked(MARKS.family, term.whole), marked(MARKS.start, term.whole)])
				: generalExpression(term, reach);
	}
}

/** `pre-training` is found as `pre` and `training` and as `pretraining`. */
function generalExpression(term: QueryTerm, reach: Reach): string {
	const one = reach.exact || term.kind === 'phrase' ? exact : nameWord;
	const pieces = allOf(term.parts.map((part) => anyOf([part, ...(reach.corrections?.get(part) ?? [])].map(one))));
	if (term.kind === 'phrase') {
		return pieces;
	}
	const whole = term.parts.length > 1 ? [one(term.whole)] : [];
	return anyOf([pieces, ...whole, ...(reach.wide && term.field === undefined ? elsewhere(term) : [])]);
}

function elsewhere(term: QueryTerm): string[] {
	return [
		allOf(term.parts.map((part) => anyOf([nameWord(part), marked(MARKS.venue, part)]))),
		...initials(term, MARKS.venueInitials),
		...initials(term, MARKS.initials),
		...(NAME_LIKE.test(term.name) ? [beginning(MARKS.name + term.name)] : []),
	];
}

/** Words are names of thousands of keys (`wang2021...`); a digit or a sign after some letters tells a key. */
const NAME_LIKE = /^(?=.{6})(?=.*\d.*).*\p{L}|·/u;

function initials(term: QueryTerm, mark: string): string[] {
	const needed = term.parts.length === 1 ? triples(term.whole) : [];
	return needed.length > 0 ? [allOf(needed.map((triple) => exact(mark + triple)))] : [];
}

/** All words of names that begin so, and for some lengths more: those that begin with some letters less. */
function nameWord(word: string): string {
	return beginning(keptBeginning(word, NAME_BEGINNINGS));
}

function marked(mark: string, word: string): string {
	return exact(mark + keptBeginning(word, MARKED_BEGINNINGS));
}

/**
 * All words of a text that begin so; beyond seven letters, that begin with the same seven. Where the index keeps
 * beginnings of one letter more, it is asked for all of those.
 */
function textWord(word: string): string {
	if (word.length < TEXT_BEGINNINGS[0] && ASCII_WORD.test(word)) {
		return exact(word);
	}
	if ((word.length === 4 || word.length === 6) && ASCII_WORD.test(word)) {
		return anyOf([exact(word), ...NEXT_LETTERS.map((letter) => beginning(word + letter))]);
	}
	return beginning(keptBeginning(word, TEXT_BEGINNINGS));
}

const ASCII_WORD = /^[a-z0-9]+$/;
const NEXT_LETTERS: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

function beginning(term: string): string {
	return `"${term}" *`;
}

function exact(term: string): string {
	return `"${term}"`;
}

function anyOf(expressions: readonly string[]): string {
	return expressions.length > 1 ? `(${expressions.join(' OR ')})` : expressions.join('');
}

function allOf(expressions: readonly string[]): string {
	return expressions.length > 1 ? `(${expressions.join(' AND ')})` : expressions.join('');
}
