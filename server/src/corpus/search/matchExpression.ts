/** Queries in the language of FTS5. Terms are quoted and hold no quote, so nothing typed can become syntax. */

import { triples } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';
import { LONGEST_BEGINNING, MARKS } from './searchTables.ts';

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
		...query.categories.map((category) => beginning(MARKS.category + category)),
		...query.has.map((possession) => exact(MARKS.has + possession.charAt(0))),
	];
	return except(wanted.length > 0 ? wanted.join(' AND ') : exact(MARKS.has), query);
}

/** What `search_text` is asked: words of abstract or names. Undefined if it can say nothing about the query. */
export function textExpression(query: Query): string | undefined {
	const wanted = query.terms
		.filter(isGeneral)
		.map((term) => allOf(term.parts.map(term.kind === 'phrase' ? exact : wordBeginning.text)));
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
			return venueExpression(term);
		case 'key':
			return anyOf([beginning(MARKS.name + term.name), generalExpression(term, reach)]);
		default:
			return reach.head === index ? headExpression(term, reach) : generalExpression(term, reach);
	}
}

function headExpression(term: QueryTerm, reach: Reach): string {
	const one = reach.exact ? exact : beginning;
	return anyOf([one(MARKS.family + term.whole), one(MARKS.start + term.whole)]);
}

function generalExpression(term: QueryTerm, reach: Reach): string {
	const one = reach.exact || term.kind === 'phrase' ? exact : wordBeginning.names;
	const pieces = allOf(term.parts.map((part) => anyOf([part, ...(reach.corrections?.get(part) ?? [])].map(one))));
	if (term.kind === 'phrase') {
		return pieces;
	}
	const whole = term.parts.length > 1 ? [one(term.whole)] : [];
	return anyOf([pieces, ...whole, ...(reach.wide && term.field === undefined ? elsewhere(term) : [])]);
}

function elsewhere(term: QueryTerm): string[] {
	return [
		allOf(term.parts.map((part) => anyOf([wordBeginning.names(part), beginning(MARKS.venue + part)]))),
		...initials(term, MARKS.venue),
		...initials(term, MARKS.initials),
		beginning(MARKS.name + term.name),
	];
}

function venueExpression(term: QueryTerm): string {
	return anyOf([allOf(term.parts.map((part) => beginning(MARKS.venue + part))), ...initials(term, MARKS.venue)]);
}

function initials(term: QueryTerm, mark: string): string[] {
	const needed = term.parts.length === 1 ? triples(term.whole) : [];
	return needed.length > 0 ? [allOf(needed.map((triple) => exact(mark + triple)))] : [];
}

/** `pre-training` is found as `pre` and `training` and as `pretraining`. */
const wordBeginning = {
	/** Short beginnings are terms of their own; see `LONGEST_BEGINNING`. */
	names: (word: string) => (word.length > LONGEST_BEGINNING ? beginning(word) : exact(MARKS.beginning + word)),
	text: (word: string) => beginning(word),
};

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
