/** Zotero's items and ours, brought to the same fields, so that two readers of one BibTeX file can be compared. */

import { NAME_VARIABLES } from '../../../server/src/corpus/cslVariables.ts';
import type { CslDate, CslName, NameVariable, PaperRecord } from '../../../server/src/corpus/paper.ts';
import { plainText } from '../../../server/src/corpus/text/richText.ts';
import { richText } from '../../../server/src/util/textKinds.ts';

export interface ZoteroCreator {
	readonly creatorType?: string;
	readonly firstName?: string;
	readonly lastName?: string;
	readonly name?: string;
}

export interface ZoteroItem {
	readonly itemType: string;
	readonly title?: string;
	readonly creators?: readonly ZoteroCreator[];
	readonly date?: string;
	readonly publicationTitle?: string;
	readonly journalAbbreviation?: string;
	readonly volume?: string;
	readonly issue?: string;
	readonly number?: string;
	readonly pages?: string;
	readonly DOI?: string;
	readonly ISBN?: string;
	readonly ISSN?: string;
	readonly url?: string;
	readonly abstractNote?: string;
	readonly tags?: readonly { readonly tag: string }[];
	readonly citationKey?: string;
	readonly extra?: string | readonly string[];
}

export interface FieldResult {
	readonly field: string;
	readonly expected: string;
	readonly actual: string;
	readonly equal: boolean;
}

/** Each field that either side has, and whether both say the same. */
export function compareFields(item: ZoteroItem, paper: PaperRecord): FieldResult[] {
	const expected = fieldsOfItem(item);
	const actual = fieldsOfPaper(paper);
	return [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
		.map((field) => ({ field, expected: expected[field] ?? '', actual: actual[field] ?? '' }))
		.filter(({ expected, actual }) => expected !== '' || actual !== '')
		.map((result) => ({ ...result, equal: result.expected === result.actual || isAbbreviation(item, result) }));
}

/** Better BibTeX was told to expand abbreviated journals with a table of its own; the file's text is the abbreviation. */
function isAbbreviation(item: ZoteroItem, { field, actual }: { field: string; actual: string }): boolean {
	return field === 'container' && actual === words(item.journalAbbreviation);
}

type Fields = Record<string, string>;

/** Zotero keeps what an item's type has no field for as `Label: value` lines in the field `extra`. */
function extraLine(item: ZoteroItem, label: string): string | undefined {
	const lines = [item.extra ?? ''].flat().join('\n');
	return new RegExp(`^(?:tex\\.)?${label}: (.*)$`, 'im').exec(lines)?.[1];
}

/** The key that Zotero shows for `item`; empty where it has none. */
export function keyOf(item: ZoteroItem): string {
	return item.citationKey ?? extraLine(item, 'citation key') ?? '';
}

function fieldsOfItem(item: ZoteroItem): Fields {
	return {
		key: keyOf(item),
		title: words(item.title),
		creators: (item.creators ?? []).map(creator).join('; '),
		date: dateText(item.date ?? ''),
		container: words(
			item.publicationTitle ?? extraLine(item, '(?:container|publication|book|journal)[ -]?title|journal'),
		),
		volume: words(item.volume ?? extraLine(item, 'volume')),
		issue: words(item.issue ?? item.number ?? extraLine(item, '(?:issue|number|series number|collection-number)')),
		pages: pages(item.pages ?? extraLine(item, '(?:pages?|eid|article-number)')),
		DOI: (item.DOI ?? extraLine(item, 'doi') ?? '').toLowerCase(),
		ISBN: digits(item.ISBN ?? extraLine(item, 'isbn')),
		ISSN: digits(item.ISSN ?? extraLine(item, 'issn')),
		url: item.url ?? extraLine(item, 'url') ?? '',
		abstract: words(item.abstractNote),
		keywords: keywords((item.tags ?? []).map(({ tag }) => tag).filter((tag) => !tag.startsWith('#'))),
	};
}

function fieldsOfPaper({ key, item }: PaperRecord): Fields {
	return {
		key: key ?? '',
		title: words(item.title),
		creators: creatorsOf(item).join('; '),
		date: cslDateText(item.issued),
		container: words(item['container-title']),
		volume: words(item.volume),
		issue: words(item.issue ?? item.number ?? item['collection-number']),
		pages: pages(item.page),
		DOI: (item.DOI ?? '').toLowerCase(),
		ISBN: digits(item.ISBN),
		ISSN: digits(item.ISSN),
		url: item.URL ?? '',
		abstract: words(item.abstract),
		keywords: keywords((item.keyword ?? '').split(', ')),
	};
}

/** Zotero's import changes titles to sentence case on purpose; we keep what stands there. Quotes are as typed. */
function words(text: string | undefined): string {
	return plainText(richText(text ?? ''))
		.toLowerCase()
		.normalize('NFKC')
		.replace(/[–—‐‑−]/g, '-')
		.replace(/[‘’‚′`]/g, "'")
		.replace(/[“”„]/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
}

function creator({ creatorType = '', firstName = '', lastName = '', name = '' }: ZoteroCreator): string {
	const role =
		creatorType === 'editor' || creatorType === 'translator' || creatorType === 'bookAuthor' ? creatorType : 'author';
	return `${role}: ${words(name || lastName)}|${words(firstName)}`;
}

/** What Zotero calls the people that are more than authors; all others count as authors there. */
const ROLES: ReadonlyMap<NameVariable, string> = new Map([
	['editor', 'editor'],
	['translator', 'translator'],
	['container-author', 'bookAuthor'],
	['collection-editor', 'seriesEditor'],
]);

function creatorsOf(item: PaperRecord['item']): string[] {
	const variables: readonly NameVariable[] = ['author', ...ROLES.keys(), ...NAME_VARIABLES];
	return [...new Set(variables)].flatMap((variable) =>
		(item[variable] ?? []).map((name) => nameText(ROLES.get(variable) ?? 'author', name)),
	);
}

function nameText(role: string, name: CslName): string {
	const family = [name['dropping-particle'], name['non-dropping-particle'], name.family ?? name.literal];
	const given = [name.given, name.suffix];
	return `${role}: ${words(family.filter(Boolean).join(' '))}|${words(given.filter(Boolean).join(', '))}`;
}

const SEASONS = 'spring summer fall winter'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `March 5, 2010`, `5 mar 2010` and `2010-03-05` are `2010-3-5`. */
function dateText(text: string): string {
	const iso = text.replace(/(\d)T[\d:.Z+-]+/g, '$1');
	if (/^\s*-?\d{4}(-\d\d?){0,2}(\/-?\d{4}(-\d\d?){0,2})?$/.test(iso)) {
		return iso.trim().replace(/-0?(\d)/g, '-$1');
	}
	const year = /\d{4}/.exec(text)?.[0];
	const season = SEASONS.findIndex((name) => text.toLowerCase().startsWith(name));
	if (season >= 0) {
		return `${year}-${21 + season}`;
	}
	const month = MONTHS.findIndex((name) => text.toLowerCase().includes(name));
	const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text.replace(year ?? '', ''))?.[0];
	return year !== undefined && month >= 0 ? [year, month + 1, day].filter(Boolean).join('-') : text.toLowerCase();
}

function cslDateText(date: CslDate | undefined): string {
	// A season is a month from 21 on in EDTF.
	const season = date?.season === undefined ? '' : `-${20 + Number(date.season)}`;
	const parts = date?.['date-parts']?.map((part) => part.join('-') + season).join('/');
	return parts ?? (date?.literal ?? '').toLowerCase();
}

function pages(text: string | undefined): string {
	return words(text).replace(/\s*-+\s*/g, '-');
}

function digits(text: string | undefined): string {
	return (text ?? '').replace(/[^\dxX, ;/]/g, '').trim();
}

function keywords(list: readonly string[]): string {
	return [...new Set(list.map(words))].filter(Boolean).sort().join(', ');
}
