/** Queries in the language of FTS5. Terms are quoted and hold no quote, so nothing typed can become syntax. */

import { keptBeginning, triples } from './paperTerms.ts';
import type { Query, QueryTerm } from './query.ts';
import { MARKED_BEGINNINGS, MARKS, NAME_BEGINNINGS, TEXT_BEGINNINGS } from './searchTables.ts';

/** What a typed word may stand for, besides words that begin so: `language` for `langauge`. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

/** How far a question goes for its words. */
export interface Reach {
	/** Whole words alone; with `head`, that one is whole. */
	readonly exact?: boolean;
	/** Also venues, initials and identifiers. */
	readonly wide?: boolean;
	readonly corrections?: Corrections;
	/** The marked names that begin with a term's, by it. */
	readonly names?: ReadonlyMap<string, readonly string[]>;
	/** A term that must be at the head of the paper: begin its first author's family name, or its title. */
	readonly head?: { readonly term: QueryTerm; readonly at: 'family' | 'start' };
}

/** What `search_names` is asked. Abstracts are not its matter: it says nothing of terms that are theirs. */
export function namesExpression(query: Query, reach: Reach): string {
	const wanted = [
		...query.terms.flatMap((term) => (term.field === 'abstract' ? [] : [termExpression(term, reach)])),
		...query.categories.map((category) => exact(MARKS.category + category)),
		...query.has.map((possession) => exact(MARKS.has + possession.charAt(0))),
	];
	return except(wanted.join(' AND '), query);
}

/** Whether `search_names` has something to look for, beside years and what must not occur. */
export function asksNames({ terms, categories, has }: Query): boolean {
	return categories.length + has.length > 0 || terms.some(({ field }) => field !== 'abstract');
}

/**
 * What `search_text` is asked: words of abstract or names. Undefined if it can say nothing about the query. Letters that
 * begin the last word are not asked for: nearly every abstract has a word that begins so.
 */
export function textExpression(query: Query, reach: Pick<Reach, 'exact'> = {}): string | undefined {
	const terms = query.terms.filter(isGeneral);
	const begun = terms.length > 1 && isBegun(terms.at(-1)) ? terms.slice(0, -1) : terms;
	const wanted = begun.map((term) => allOf(term.parts.map(term.kind === 'phrase' || reach.exact ? exact : textWord)));
	return wanted.length === 0 ? undefined : except(wanted.join(' AND '), query);
}

function isBegun(term: QueryTerm | undefined): boolean {
	return term?.kind === 'word' && term.whole.length < 3;
}

/** The words that `-word` forbids anywhere, beside those that are wanted, as `search_text` is asked for them. */
export function forbiddenExpression(query: Query): string | undefined {
	const forbidden = query.without.filter(isGeneral).map((term) => allOf(term.parts.map(exact)));
	const wanted = textExpression({ ...query, without: [] });
	return forbidden.length === 0 ? undefined : [...(wanted ? [wanted] : []), anyOf(forbidden)].join(' AND ');
}

/** Papers that have one of these names. */
export function nameExpression(names: readonly string[]): string {
	return anyOf(names.map((name) => exact(MARKS.name + name)));
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

function termExpression(term: QueryTerm, reach: Reach): string {
	switch (term.field) {
		case 'venue':
			return anyOf([
				allOf(term.parts.map((part) => marked(MARKS.venue, part))),
				...initials(term, MARKS.venueInitials),
			]);
		case 'key':
			return anyOf([...named(term, reach), generalExpression(term, reach)]);
		default:
			return reach.head?.term === term
				? allOf([marked(MARKS[reach.head.at], term.whole), ...(reach.exact ? [exact(term.whole)] : [])])
				: generalExpression(term, reach.head ? { ...reach, exact: false } : reach);
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
	return anyOf([...(reach.wide && term.field === undefined ? widened(term, reach) : [pieces]), ...whole]);
}

function widened(term: QueryTerm, reach: Reach): string[] {
	return [
		allOf(term.parts.map((part) => anyOf([nameWord(part), marked(MARKS.venue, part)]))),
		...initials(term, MARKS.venueInitials),
		...initials(term, MARKS.initials),
		...named(term, reach),
	];
}

function named(term: QueryTerm, { names }: Reach): string[] {
	return names?.get(term.name)?.map(exact) ?? [];
}

/** Words are names of thousands of keys (`wang2021...`); a digit or a sign after some letters tells a key. */
export const NAME_LIKE = /^(?=.*\p{L})(?=.*\p{N}).{6,}|·/u;

function initials(term: QueryTerm, mark: string): string[] {
	const needed = term.parts.length === 1 ? triples(term.whole) : [];
	return needed.length > 0 ? [allOf(needed.map((triple) => exact(mark + triple)))] : [];
}

/** Words of names that begin so, and some that begin with some letters less: the names themselves will tell. */
function nameWord(word: string): string {
	return exact(MARKS.begun + keptBeginning(word, NAME_BEGINNINGS));
}

/** Words of a text that begin so; of a longer word than six letters, that begin with the same six. */
function textWord(word: string): string {
	if (word.length < 3 && ASCII_WORD.test(word)) {
		return exact(word);
	}
	return word.length === 3 || word.length === 5 ? nextOrExact(word) : beginning(keptBeginning(word, TEXT_BEGINNINGS));
}

/** The word itself, and all beginnings of one letter more, which the index keeps where it does not keep this one. */
function nextOrExact(word: string): string {
	return ASCII_WORD.test(word)
		? anyOf([exact(word), ...NEXT_LETTERS.map((letter) => beginning(word + letter))])
		: beginning(word);
}

const ASCII_WORD = /^[a-z0-9]+$/;
const NEXT_LETTERS: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

function marked(mark: string, word: string): string {
	return exact(mark + keptBeginning(word, MARKED_BEGINNINGS));
}

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
