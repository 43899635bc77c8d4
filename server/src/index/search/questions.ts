/** Turns a query into questions to the terms of papers. */

import { NAME_SIGN } from './lineSigns.ts';
import { triples } from './paperTerms.ts';
import { allOf, anyOf, begins, butNot, term as exact, type Question } from './postings/question.ts';
import type { Query, QueryTerm } from './query.ts';
import { MARKS, MAX_PREFIX_TERM_LENGTH } from './searchTables.ts';
import { apartOf, shortYear } from './termForms.ts';

/** What a typed word may mean, besides words it is a prefix of: `language` for `langauge`, 2017 for 2018. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

/** How widely a question matches the words of a query. */
export interface QuestionScope {
	/** Matches whole words only. With `head`, that word must be whole. */
	readonly exact?: boolean;
	/** Also matches venues, initials and identifiers. */
	readonly wide?: boolean;
	readonly corrections?: Corrections;
	/** For each term, the marked names it is a prefix of. */
	readonly names?: ReadonlyMap<string, readonly string[]>;
	/** A term that must be at the start of the paper: begin its first author's family name, or its title. */
	readonly head?: { readonly term: QueryTerm; readonly at: 'family' | 'start' };
}

/** The question to names. Terms for abstracts are left out: names cannot answer them. */
export function namesQuestion(query: Query, reach: QuestionScope): Question {
	const wanted = [
		...query.terms.flatMap((term) => (term.field === 'abstract' ? [] : [termQuestion(term, reach)])),
		...query.categories.map((category) => exact(MARKS.category + category)),
		...query.has.map((possession) => exact(MARKS.has + possession.charAt(0))),
	];
	return except(allOf(wanted), query);
}

/** Whether the query asks anything of names, besides years and forbidden words. */
export function asksNames({ terms, categories, has }: Query): boolean {
	return categories.length + has.length > 0 || terms.some(({ field }) => field !== 'abstract');
}

/**
 * The question to names and abstracts together. Undefined if they cannot answer the query. A last word of a few
 * letters is left out: nearly every abstract has a word with this prefix.
 */
export function textQuestion(
	query: Query,
	reach: Pick<QuestionScope, 'exact' | 'corrections'> = {},
): Question | undefined {
	const terms = query.terms.filter(isGeneral);
	const begun = terms.length > 1 && isBegun(terms.at(-1), reach) ? terms.slice(0, -1) : terms;
	const wanted = begun.map((term) => {
		const isWhole = term.kind === 'phrase' || reach.exact;
		const least = term === begun.at(-1) ? MIN_PREFIX_LENGTH : MIN_PREFIX_LENGTH + 1;
		const one = (word: string): Question => (isWhole || isShorter(word, least) ? exact(word) : begins(word));
		return term.kind === 'phrase' ? allOf(term.parts.map(one)) : termWords(term, one, reach.corrections);
	});
	return wanted.length === 0 ? undefined : except(allOf(wanted), query);
}

/** Whether the term may be a prefix. The `3` of `gpt 3` must match as it is. */
function isBegun(term: QueryTerm | undefined, { exact: isExact }: Pick<QuestionScope, 'exact'>): boolean {
	return term?.kind === 'word' && term.whole.length < MIN_PREFIX_LENGTH && !(isExact && /^\d+$/.test(term.whole));
}

/** The words that `-word` forbids anywhere, together with the wanted words, as a question to names and abstracts. */
export function forbiddenQuestion(query: Query): Question | undefined {
	const forbidden = query.without.filter(isGeneral).map((term) => allOf(term.parts.map(exact)));
	const wanted = textQuestion({ ...query, without: [] });
	return forbidden.length === 0 ? undefined : allOf([...(wanted ? [wanted] : []), anyOf(forbidden)]);
}

/** The question for papers with one of these names. */
export function nameQuestion(names: readonly string[]): Question {
	return anyOf(names.map((name) => exact(MARKS.name + name)));
}

function isGeneral(term: QueryTerm): boolean {
	return term.field === undefined || term.field === 'abstract';
}

/** A forbidden word means a whole word: otherwise `-a`, while `-attention` is being typed, would leave nothing. */
function except(question: Question, query: Query): Question {
	const forbidden = query.without.filter((term) => term.field === undefined && term.kind === 'word');
	return forbidden.length > 0
		? butNot(question, anyOf(forbidden.map((term) => allOf(term.parts.map(exact)))))
		: question;
}

function termQuestion(term: QueryTerm, reach: QuestionScope): Question {
	switch (term.field) {
		case 'venue':
			return anyOf([
				allOf(term.parts.map((part) => begins(MARKS.venue + part))),
				...initials(term, MARKS.venueInitials),
			]);
		case 'key':
			return anyOf([...named(term, reach), generalQuestion(term, reach)]);
		default:
			return reach.head?.term === term
				? (reach.exact ? exact : begins)(MARKS[reach.head.at] + term.whole)
				: generalQuestion(term, reach.head ? { ...reach, exact: false } : reach);
	}
}

/** `pre-training` is found as `pre` and `training` and as `pretraining`. */
function generalQuestion(term: QueryTerm, reach: QuestionScope): Question {
	if (term.kind === 'phrase') {
		return allOf(term.parts.map(exact));
	}
	const one = reach.exact ? exact : nameWord;
	return reach.wide && term.field === undefined
		? anyOf([termWords(term, nameOrVenue, reach.corrections), ...widened(term, reach)])
		: termWords(term, one, reach.corrections);
}

/** All words of a term, in any of their spellings. */
function termWords(term: QueryTerm, one: (word: string) => Question, corrections?: Corrections): Question {
	const { parts, whole, together } = term;
	return anyOf([
		allOf(parts.map((word) => wordQuestion(word, one, corrections))),
		...(parts.length > 1 ? [one(whole)] : []),
		...(together === undefined ? [] : [one(together)]),
	]);
}

function wordQuestion(word: string, one: (word: string) => Question, corrections?: Corrections): Question {
	const apart = apartOf(word);
	return anyOf([
		...[word, ...(corrections?.get(word) ?? [])].map(one),
		...(apart ? [allOf([...apart.slice(0, -1).map(exact), ...apart.slice(-1).map(one)])] : []),
	]);
}

function widened(term: QueryTerm, reach: QuestionScope): Question[] {
	const { ingredients } = term;
	const year = shortYear(term);
	return [
		...initials(term, MARKS.venueInitials),
		...initials(term, MARKS.initials),
		...named(term, reach),
		...(ingredients.length > 0
			? [allOf(ingredients.map((word) => wordQuestion(word, nameWord, reach.corrections)))]
			: []),
		...(year === undefined ? [] : [exact(year)]),
	];
}

function nameOrVenue(word: string): Question {
	return anyOf([nameWord(word), begins(MARKS.venue + word)]);
}

function named(term: QueryTerm, { names }: QuestionScope): Question[] {
	return names?.get(term.name)?.map(exact) ?? [];
}

/**
 * Plain words are the start of thousands of keys (`wang2021...`). A digit or a separator after some letters indicates
 * a key.
 */
export const NAME_LIKE = new RegExp(`^(?=.*\\p{L})(?=.*\\p{N}).{6,}|${NAME_SIGN}`, 'u');

function initials(term: QueryTerm, mark: string): Question[] {
	const needed = term.parts.length === 1 ? triples(term.whole) : [];
	return needed.length > 0 ? [allOf(needed.map((triple) => exact(mark + triple)))] : [];
}

/** Words of names with this prefix. */
export function nameWord(word: string): Question {
	return word.length <= MAX_PREFIX_TERM_LENGTH ? exact(MARKS.begun + word) : begins(word);
}

/**
 * Minimum letters of a prefix of a word in a text; fewer match too many words. So do three letters of a word that is
 * not the last: such a word is typed completely.
 */
const MIN_PREFIX_LENGTH = 3;

function isShorter(word: string, length: number): boolean {
	return word.length < length && ASCII_WORD.test(word);
}

const ASCII_WORD = /^[a-z0-9]+$/;
