/** Filters of a query such as `year:2020..` or `has:pdf`: their names and their values. */

export type QueryField = 'author' | 'title' | 'abstract' | 'venue' | 'key';

export type FilterName = QueryField | 'year' | 'cat' | 'has' | 'is' | 'cites' | 'like';

/** What a record can have: `has:pdf`. */
export type Possession = (typeof POSSESSIONS)[number];

const POSSESSIONS = ['code', 'pdf', 'abstract', 'doi'] as const;

/** A range of years, both ends included. An open end is infinite. */
export interface Years {
	readonly from: number;
	readonly to: number;
}

const ALL_YEARS: Years = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Our own name first, then the names known from arXiv, PubMed and JabRef. */
const NAMES: Readonly<Record<FilterName, readonly string[]>> = {
	author: ['author', 'authors', 'au', 'a'],
	title: ['title', 'ti', 't'],
	abstract: ['abstract', 'abs', 'ab'],
	venue: ['venue', 'journal', 'booktitle'],
	key: ['key', 'citekey'],
	year: ['year', 'y'],
	cat: ['cat', 'category'],
	has: ['has'],
	is: ['is'],
	cites: ['cites'],
	like: ['like'],
};

const BY_NAME: ReadonlyMap<string, FilterName> = new Map(
	Object.entries(NAMES).flatMap(([filter, names]) => names.map((name) => [name, filter as FilterName])),
);

/** All names, for use in a pattern. */
export const FILTER_NAMES: readonly string[] = [...BY_NAME.keys()];

export function filterNamed(name: string): FilterName | undefined {
	return BY_NAME.get(name.toLowerCase());
}

export function isTextField(filter: FilterName): filter is QueryField {
	return filter === 'author' || filter === 'title' || filter === 'abstract' || filter === 'venue' || filter === 'key';
}

/** `pdf`, or a prefix of it while it is being typed. */
export function readPossession(value: string): Possession | undefined {
	return POSSESSIONS.find((possession) => isBegun(possession, value));
}

/** Whether a value is the word or a prefix of it. */
export function isBegun(word: string, value: string): boolean {
	return value !== '' && word.startsWith(value.toLowerCase());
}

const YEARS = /^(>=?|<=?|=|≥|≤)?(['’‘]?\d{1,4})?(?:(\.{1,3}|[-‐‑–—+])(['’‘]?\d{1,4})?)?[),;\]]*$/;
/** `23` if it cannot be the beginning of a year, or is marked as a short year. */
const SHORT_YEAR = /^(?:['’‘]|(?!1[89]|20))(\d\d)$/;

/**
 * `2020`, `2020..2023`, `2020-2023`, `2020-23`, `2020..`, `2020+`, `..2023`, `>2020`, `<=2020`; undefined for
 * anything else. An incomplete year means all years it can become: `202` is 2020 to 2029.
 */
export function readYears(value: string): Years | undefined {
	const [, sign, first, dash, second] = YEARS.exec(value) ?? [];
	const from = first === undefined ? ALL_YEARS : yearsBegun(first);
	const to = second === undefined ? ALL_YEARS : endOf(second, from);
	if (!(from && to) || (sign && dash) || (dash === '+' && second) || !(sign || first || dash)) {
		return undefined;
	}
	if (sign) {
		return yearsFrom(sign, from);
	}
	return { from: from.from, to: dash ? to.to : from.to };
}

/** A whole year after `>` is itself excluded; an incomplete year is not. */
function yearsFrom(sign: string, { from, to }: Years): Years {
	const beyond = from === to && (sign === '>' || sign === '<') ? 1 : 0;
	if (sign === '=' || from === ALL_YEARS.from) {
		return { from, to };
	}
	return /[>≥]/.test(sign) ? { from: from + beyond, to: ALL_YEARS.to } : { from: ALL_YEARS.from, to: to - beyond };
}

/** `2020` and `'20` are a year, `20` is any of its hundred, `202` any of its ten; `98` is 1998. */
function yearsBegun(digits: string): Years | undefined {
	const short = SHORT_YEAR.exec(digits)?.[1];
	if (short !== undefined) {
		return { from: fullYear(short), to: fullYear(short) };
	}
	const missing = 10 ** (4 - digits.length);
	return digits.length === 4 || /^[12]/.test(digits)
		? { from: Number(digits) * missing, to: (Number(digits) + 1) * missing - 1 }
		: undefined;
}

/** `2020-23` ends in 2023, `1998-03` in 2003. */
function endOf(digits: string, { from } = ALL_YEARS): Years | undefined {
	const short = SHORT_YEAR.exec(digits)?.[1];
	if (short !== undefined && Number.isFinite(from)) {
		const year = from - (from % 100) + Number(short);
		return { from: year, to: year < from ? year + 100 : year };
	}
	return yearsBegun(digits);
}

/** `23` is 2023, `98` is 1998. */
export function fullYear(digits: string): number {
	return Number(digits) + (Number(digits) > 60 ? 1900 : 2000);
}

/** The years in both ranges. Undefined if these are all years. */
export function restricted(years: Years | undefined, other: Years): Years | undefined {
	const { from, to } = years ?? ALL_YEARS;
	const both = { from: Math.max(from, other.from), to: Math.min(to, other.to) };
	return both.from === ALL_YEARS.from && both.to === ALL_YEARS.to ? undefined : both;
}
