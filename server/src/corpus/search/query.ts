/** The query language of completion, palette and command line. Whatever cannot be understood is words. */

import { isVenueFiller, nameTerm } from './paperLine.ts';
import { joined, searchWords } from './searchWords.ts';

export type QueryField = 'author' | 'title' | 'abstract' | 'venue' | 'key';

/** What a record can have: `has:pdf`. */
export type Possession = 'code' | 'pdf' | 'abstract' | 'doi';

export interface QueryTerm {
	/** A phrase is whole words, one after the other; a word may be the beginning of one. */
	readonly kind: 'word' | 'phrase';
	/** The folded pieces: `["gpt", "4"]` for `GPT-4`. */
	readonly parts: readonly string[];
	/** The pieces run together: `gpt4`. */
	readonly whole: string;
	/** As a key or an identifier would be folded: `gpt·4`. */
	readonly name: string;
	readonly field: QueryField | undefined;
}

/** Both ends belong to it; an open end is infinite. */
export interface Years {
	readonly from: number;
	readonly to: number;
}

export interface Query {
	/** As typed, without space around it. */
	readonly text: string;
	readonly terms: readonly QueryTerm[];
	/** What must not occur: `-survey`, `-"large language model"`. */
	readonly without: readonly QueryTerm[];
	readonly years: Years | undefined;
	/** Folded: `cat:cs.CL` is `cscl`. */
	readonly categories: readonly string[];
	readonly has: readonly Possession[];
	/** `is:cited`: in the workspace; `cites:here`: in the note at hand. */
	readonly cited: 'anywhere' | 'here' | undefined;
}

/** A longer query is cut: nobody types it, and a pasted title is shorter. */
const MOST_CHARACTERS = 1000;
/** Words beyond these hardly narrow a search, and each costs. */
const MOST_TERMS = 24;

const TOKENS = /(-?)(?:(author|title|abstract|venue|key|year|cat|has|is|cites):\s*)?(?:"([^"]*)"|(\S+))/giu;
const BARE_FIELD = /^-?(?:author|title|abstract|venue|key|year|cat|has|is|cites):$/i;
const SHORT_YEAR = /^['’‘](\d\d)$/;
const YEARS = /^(\d{4})?(\.\.)?(\d{4})?$/;

interface Draft {
	readonly terms: QueryTerm[];
	readonly without: QueryTerm[];
	years: Years | undefined;
	readonly categories: string[];
	readonly has: Possession[];
	cited: Query['cited'];
}

/** Never fails. `zeng "test time" year:2024.. -survey` is a word, a phrase, years and a word that must not occur. */
export function readQuery(query: string): Query {
	const text = query.trim();
	const draft: Draft = { terms: [], without: [], years: undefined, categories: [], has: [], cited: undefined };
	for (const [token, minus, field, quoted, bare] of withoutLatex(text.slice(0, MOST_CHARACTERS)).matchAll(TOKENS)) {
		const value = quoted ?? bare ?? '';
		if (BARE_FIELD.test(token) || (!minus && field && readFilter(draft, field.toLowerCase(), value))) {
			continue;
		}
		const terms = minus ? draft.without : draft.terms;
		terms.push(...termsOf(field?.toLowerCase(), value, quoted !== undefined));
	}
	return { ...draft, text, terms: distinctTerms(draft.terms), without: distinctTerms(draft.without) };
}

/** Whether nothing was asked for. */
export function isEmptyQuery({ terms, without, years, categories, has, cited }: Query): boolean {
	return terms.length + without.length + categories.length + has.length === 0 && !years && !cited;
}

/** Whether `field:value` was a filter and is now in the draft. */
function readFilter(draft: Draft, field: string, value: string): boolean {
	switch (field) {
		case 'year': {
			const years = readYears(value);
			draft.years = years && overlap(draft.years, years);
			return years !== undefined;
		}
		case 'cat':
			draft.categories.push(joined(value));
			return true;
		case 'has':
			if (isPossession(value.toLowerCase())) {
				draft.has.push(value.toLowerCase() as Possession);
				return true;
			}
			return false;
		case 'is':
			draft.cited ??= /^cited$/i.test(value) ? 'anywhere' : undefined;
			return /^cited$/i.test(value);
		case 'cites':
			draft.cited = /^here$/i.test(value) ? 'here' : draft.cited;
			return /^here$/i.test(value);
		default:
			return false;
	}
}

/** `2020`, `2020..2023`, `2020..`, `..2023`; undefined for anything else. */
function readYears(value: string): Years | undefined {
	const [, from, dots, to] = YEARS.exec(value) ?? [];
	if ((from === undefined && to === undefined) || (!dots && to !== undefined)) {
		return undefined;
	}
	const first = from === undefined ? Number.NEGATIVE_INFINITY : Number(from);
	return { from: first, to: to === undefined ? (dots ? Number.POSITIVE_INFINITY : first) : Number(to) };
}

function overlap(one: Years | undefined, other: Years): Years {
	return one ? { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) } : other;
}

function isPossession(value: string): value is Possession {
	return value === 'code' || value === 'pdf' || value === 'abstract' || value === 'doi';
}

/** A field that is no text field was a malformed filter, `has:money`: both sides are words. */
function termsOf(field: string | undefined, value: string, quoted: boolean): QueryTerm[] {
	if (field !== undefined && !isTextField(field)) {
		return [...termsOf(undefined, field, false), ...termsOf(undefined, value, quoted)];
	}
	const year = SHORT_YEAR.exec(value)?.[1];
	const words = year ? [fullYear(year)] : withoutLoneLetters(searchWords(value));
	const parts = field === 'venue' ? words.filter((word) => !isVenueFiller(word) && !isProceedings(word)) : words;
	if (parts.length === 0) {
		return [];
	}
	const kind = quoted ? 'phrase' : 'word';
	return [{ kind, parts, whole: parts.join(''), name: nameTerm(value), field }];
}

/** `proc.`, and what is typed on the way to `proceedings`. */
function isProceedings(word: string): boolean {
	return word.length >= 4 && 'proceedings'.startsWith(word);
}

/** `学习` alone asks for what `学习` and then `习` at an end ask for; a paper may go on after it. */
function withoutLoneLetters(words: readonly string[]): string[] {
	return words.filter(
		(word, index) => !(index > 0 && /^[\u0e00-\uffff]{1,2}$/.test(word) && words[index - 1]?.endsWith(word)),
	);
}

function isTextField(field: string): field is QueryField {
	return field === 'author' || field === 'title' || field === 'abstract' || field === 'venue' || field === 'key';
}

/** `'23` is 2023, `'98` is 1998. */
function fullYear(year: string): string {
	return Number(year) > 60 ? `19${year}` : `20${year}`;
}

function distinctTerms(terms: readonly QueryTerm[]): QueryTerm[] {
	const byText = new Map(terms.map((term) => [`${term.field}:${term.kind}:${term.parts.join(' ')}`, term]));
	return [...byText.values()].slice(0, MOST_TERMS);
}

const LATEX_LETTERS: Readonly<Record<string, string>> = {
	ss: 'ss',
	o: 'o',
	O: 'O',
	l: 'l',
	L: 'L',
	ae: 'ae',
	AE: 'AE',
	oe: 'oe',
	aa: 'a',
	AA: 'A',
	i: 'i',
	j: 'j',
};

/** `M{\"u}ller` is `Muller`: accents do not matter, so the command goes and the letter stays. */
function withoutLatex(text: string): string {
	if (!/[\\{}$]/.test(text)) {
		return text;
	}
	return text
		.replace(/\\(ss|ae|AE|oe|aa|AA|[oOlLij])(?![a-zA-Z])\s?/g, (_, letter: string) => LATEX_LETTERS[letter] ?? letter)
		.replace(/\\(?:["'`^~=.]|[cvHkrubdt](?=[\s{]))\s*\{?\s*(\p{L})\s*\}?/gu, '$1')
		.replace(/\\[a-zA-Z]+(?=\{)/g, '')
		.replace(/[\\{}$]/g, '');
}
