/** The query language of completion, palette and command line. Whatever is not understood is searched as words. */

import { isVenueFiller, nameTerm } from './paperLine.ts';
import { plainQuery } from './plainQuery.ts';
import {
	FILTER_NAMES,
	type FilterName,
	filterNamed,
	fullYear,
	isBegun,
	isTextField,
	type Possession,
	type QueryField,
	readPossession,
	readYears,
	restricted,
	type Years,
} from './queryFilters.ts';
import { joined, searchWords, spacedWords } from './searchWords.ts';
import { ingredientsOf, togetherWith } from './termForms.ts';

export interface QueryTerm {
	/** A phrase consists of consecutive whole words. A word may be a prefix of a word. */
	readonly kind: 'word' | 'phrase';
	/** The folded pieces: `["gpt", "4"]` for `GPT-4`. */
	readonly parts: readonly string[];
	/** The pieces joined: `gpt4`. */
	readonly whole: string;
	/** The term folded like a key or an identifier: `gpt·4`. */
	readonly name: string;
	readonly field: QueryField | undefined;
	/** `gpt3` if this is `3` after `gpt`: this one word matches both terms. */
	readonly together: string | undefined;
	/** The parts that the term may consist of, which may be anywhere: `devlin` and `2019` of `devlin2019`. */
	readonly ingredients: readonly string[];
	/** The word before it that a paper need not have: `and` between two others. */
	readonly link: string | undefined;
}

export interface Query {
	/** As typed, without surrounding space. */
	readonly text: string;
	readonly terms: readonly QueryTerm[];
	/** What must not occur: `-survey`, `-"large language model"`. */
	readonly without: readonly QueryTerm[];
	readonly years: Years | undefined;
	/** Folded: `cat:cs.CL` becomes `cscl`. */
	readonly categories: readonly string[];
	readonly has: readonly Possession[];
	/** `is:cited` means cited in the workspace, `cites:here` in the current note. */
	readonly cited: 'anywhere' | 'here' | undefined;
	/** A name of the paper to which others should be related: `like:vaswani2017`. */
	readonly like: string | undefined;
	/** Words that look like a filter but are not, as typed: `foo:bar`, `year:soon`. They are searched as words. */
	readonly unknownFilters: readonly string[];
}

/** A longer query is cut: nobody types one, and pasted titles are shorter. */
const MAX_CHARACTERS = 1000;
/** Further words hardly narrow a search, and each costs time. */
const MAX_TERMS = 24;

/** A short filter name counts only directly before its value: `A: B` may be part of a title. */
const LONG_NAMES = FILTER_NAMES.filter((name) => name.length > 2).join('|');
const SHORT_NAMES = FILTER_NAMES.filter((name) => name.length <= 2).join('|');
const NAME = String.raw`(?:(${LONG_NAMES}):\s*|(${SHORT_NAMES}):(?=\S)|(year|y)(?=[<>≤≥]))`;
/** A possible unknown filter with a quoted value. */
const OTHER_NAME = `([a-z]+):(?=")`;
const TOKENS = new RegExp(String.raw`[([]*(-?)(?:${NAME}|${OTHER_NAME})?(?:"([^"]*)"|(\S+))`, 'giu');
const BARE_FIELD = new RegExp(`^-?(?:${FILTER_NAMES.join('|')}):$`, 'i');
const SHORT_YEAR = /^['’‘](\d\d)$/;

interface Draft {
	readonly terms: QueryTerm[];
	readonly without: QueryTerm[];
	years: Years | undefined;
	readonly categories: string[];
	readonly has: Possession[];
	cited: Query['cited'];
	like: string | undefined;
	readonly unknownFilters: string[];
	/** A word that counts only as the link between two others. */
	link: string | undefined;
}

/**
 * Parses a query. Never fails. `zeng "test time" year:2024.. -survey` is a word, a phrase, years and a forbidden
 * word.
 */
export function readQuery(query: string): Query {
	if (lastRead?.typed !== query) {
		lastRead = { typed: query, query: parsedQuery(query) };
	}
	return lastRead.query;
}

/** A search and its list parse the same query. */
let lastRead: { readonly typed: string; readonly query: Query } | undefined;

function parsedQuery(query: string): Query {
	const text = query.trim().slice(0, MAX_CHARACTERS);
	const draft: Draft = {
		terms: [],
		without: [],
		years: undefined,
		categories: [],
		has: [],
		cited: undefined,
		like: undefined,
		unknownFilters: [],
		link: undefined,
	};
	const tokens = [...plainQuery(text).matchAll(TOKENS)].map(tokenOf);
	for (const [index, token] of tokens.entries()) {
		readToken(draft, token, index + 1 < tokens.length);
	}
	const { link: _, ...read } = draft;
	return { ...read, text, terms: distinctTerms(draft.terms), without: distinctTerms(draft.without) };
}

/**
 * Parts of a query that look like a filter but are not, as typed: `foo:bar`, `year:soon`. Used to tell the user.
 * Those that are in the key or title of a found paper are left out: `smith:2020` may be a key.
 */
export function unknownFiltersIn(
	query: string,
	found: readonly { readonly key: string; readonly title?: string | undefined }[] = [],
): readonly string[] {
	const unknown = readQuery(query).unknownFilters;
	return unknown.filter((filter) => {
		const words = spacedWords(filter);
		return !found.some(({ key, title = '' }) => spacedWords(key).includes(words) || spacedWords(title).includes(words));
	});
}

interface Token {
	/** As typed. */
	readonly text: string;
	/** The text before the colon, if it is the name of a filter. Otherwise it is in `other`, if a quote follows. */
	readonly name: string | undefined;
	readonly other: string | undefined;
	readonly value: string;
	readonly isForbidden: boolean;
	readonly isQuoted: boolean;
}

function tokenOf([all, minus, long, short, compared, other, quoted, bare = '']: RegExpExecArray): Token {
	return {
		text: all.replace(/^[([]+/, ''),
		name: long ?? short ?? compared,
		other,
		value: quoted ?? bare,
		isForbidden: minus !== '',
		isQuoted: quoted !== undefined,
	};
}

function readToken(draft: Draft, token: Token, isFollowed: boolean): void {
	const { text, name, value, isForbidden } = token;
	if (BARE_FIELD.test(text) || (!isForbidden && name && readFilter(draft, name, value))) {
		return;
	}
	const field = name === undefined ? undefined : filterNamed(name);
	if (field ? !isTextField(field) : isFilterLike(token)) {
		draft.unknownFilters.push(text);
	}
	if (draft.terms.length > 0 && (LINK.test(text) || (isFollowed && SHORT_LINK.test(text)))) {
		draft.link = searchWords(text)[0];
	} else if (isForbidden) {
		draft.without.push(...tokenTerms(token, field));
	} else {
		draft.terms.push(...linked(draft, tokenTerms(token, field)));
	}
}

/** If it is not a filter, both sides of the colon are words. */
function tokenTerms({ name, other, value, isQuoted }: Token, field: FilterName | undefined): QueryTerm[] {
	if (field && isTextField(field)) {
		return termsOf(field, value, isQuoted);
	}
	return [...termsOf(undefined, name ?? other ?? '', false), ...termsOf(undefined, value, isQuoted)];
}

/** Words between the names of a byline, in the languages that bylines are written in. */
const LINK = /^(?:and|with|und|et|en|och|og|y|和|与|與|及|と)$/iu;

/** Those of one letter, which may also be the first letter of another word while that is being typed. */
const SHORT_LINK = /^[ieoи]$/iu;

/** The terms, each with the link before it. */
function linked(draft: Draft, terms: readonly QueryTerm[]): QueryTerm[] {
	const [first, ...rest] = terms;
	const before = draft.terms.at(-1);
	const { link } = draft;
	draft.link = undefined;
	if (first === undefined || before?.kind !== 'word' || first.kind !== 'word' || before.field !== first.field) {
		return [...terms];
	}
	const together = link ? undefined : togetherWith(before.together ?? before.whole, first.whole);
	return [{ ...first, together, link }, ...rest];
}

/** True for `foo:bar`; false for `doi:10.1/x`, `https://x`, `BERT:` and `Adam:A`. */
function isFilterLike({ other, value, isQuoted }: Token): boolean {
	const name = other ?? (isQuoted ? undefined : /^([a-z]{2,}):[\p{L}\p{N}<>=]/u.exec(value)?.[1]);
	return name !== undefined && /^[a-z]{2,}$/.test(name) && !IDENTIFIERS.has(name);
}

/** Labels of identifiers, which are followed by a colon, too. */
const IDENTIFIERS: ReadonlySet<string> = new Set(
	'doi arxiv pmid pmcid pmc isbn issn urn info hdl dblp mag oclc openalex zotero'.split(' '),
);

/** Whether the query asks for nothing. */
export function isEmptyQuery({ terms, without, years, categories, has, cited, like }: Query): boolean {
	return terms.length + without.length + categories.length + has.length === 0 && !years && !cited && !like;
}

/** Adds `name:value` to the draft if it is a filter. Returns whether it is. */
function readFilter(draft: Draft, name: string, value: string): boolean {
	switch (filterNamed(name)) {
		case 'year': {
			const years = readYears(value);
			draft.years = years ? restricted(draft.years, years) : draft.years;
			return years !== undefined;
		}
		case 'cat':
			draft.categories.push(joined(value));
			return true;
		case 'has': {
			const possession = readPossession(value);
			draft.has.push(...(possession ? [possession] : []));
			return possession !== undefined;
		}
		case 'is':
			draft.cited ??= isBegun('cited', value) ? 'anywhere' : undefined;
			return isBegun('cited', value);
		case 'cites':
			draft.cited = isBegun('here', value) ? 'here' : draft.cited;
			return isBegun('here', value);
		case 'like':
			draft.like ??= value;
			return true;
		default:
			return false;
	}
}

function termsOf(field: QueryField | undefined, value: string, quoted: boolean): QueryTerm[] {
	const year = SHORT_YEAR.exec(value)?.[1];
	const words = year ? [String(fullYear(year))] : withoutLoneLetters(searchWords(quoted ? value : unpossessed(value)));
	const parts = words.filter((word) => !isSurplus(word, words.length, field));
	if (parts.length === 0) {
		return [];
	}
	const kind = quoted ? 'phrase' : 'word';
	const ingredients = quoted || field ? [] : ingredientsOf(value);
	const alone = { together: undefined, link: undefined };
	return [{ kind, parts, whole: parts.join(''), name: nameTerm(value), field, ingredients, ...alone }];
}

/** `Vaswani` of `Vaswani's`. */
function unpossessed(word: string): string {
	return word.replace(/(?<=\p{L}{2})['’‘]s(?!\p{L})/gu, '');
}

/** Words that nearly every venue has, and the `etal` of a key such as `devlin-etal-2019-bert`. */
function isSurplus(word: string, count: number, field: QueryField | undefined): boolean {
	return field === 'venue' ? isVenueFiller(word) || isProceedings(word) : word === 'etal' && count > 1;
}

/** `proc.`, and `proceedings` while it is being typed. */
function isProceedings(word: string): boolean {
	return word.length >= 4 && 'proceedings'.startsWith(word);
}

/** `学习` alone asks for what `学习` and a final `习` ask for, but the paper's text may continue after it. */
function withoutLoneLetters(words: readonly string[]): string[] {
	return words.filter(
		(word, index) => !(index > 0 && /^[\u0e00-\uffff]{1,2}$/.test(word) && words[index - 1]?.endsWith(word)),
	);
}

function distinctTerms(terms: readonly QueryTerm[]): QueryTerm[] {
	const byText = new Map(terms.map((term) => [`${term.field}:${term.kind}:${term.parts.join(' ')}`, term]));
	return [...byText.values()].slice(0, MAX_TERMS);
}
