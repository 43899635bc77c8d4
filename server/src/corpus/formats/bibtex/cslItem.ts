/** Converts the fields of an entry to a CSL item. BibTeX's and BibLaTeX's names of a field give the same variable. */

import { latexSource, type RichSource, richText } from '../../../util/textKinds.ts';
import { NAME_VARIABLES } from '../../cslVariables.ts';
import { doiOf } from '../../identifiers/checkedIdentifiers.ts';
import { pmcidIn, pmidInAddress, pmidInNote, pmidOf } from '../../identifiers/pubmedId.ts';
import type { CslDate, ItemDraft, NameDraft, NameVariable, TextVariable } from '../../paper.ts';
import { latexToRich, plainText } from '../../text/richText.ts';
import { edtfDate, originalDate, yearMonthDay } from '../dates/writtenDate.ts';
import type { EntryFields } from './entryFields.ts';
import { type EntryType, entryType } from './entryTypes.ts';
import { nameList } from './nameList.ts';
import type { RawEntry } from './rawEntry.ts';
import { containerTitle, journalTitle, titleOf } from './titles.ts';

/** Plain text variables, and the fields that may provide each. The first field present counts. */
const PLAIN: readonly (readonly [TextVariable, readonly string[]])[] = [
	['volume', ['volume']],
	['number-of-volumes', ['volumes']],
	['edition', ['edition']],
	['version', ['version']],
	['publisher', ['publisher', 'institution', 'school', 'organization']],
	['publisher-place', ['address', 'location', 'city']],
	['number-of-pages', ['pagetotal', 'numpages']],
	['chapter-number', ['chapter']],
	['event-title', ['eventtitle', 'event', 'conference']],
	['event-place', ['venue']],
	['language', ['language', 'langid']],
	['medium', ['medium', 'howpublished']],
	['status', ['pubstate']],
	['call-number', ['call-number', 'library', 'lccn']],
	['archive', ['archive']],
	['archive_location', ['archivelocation']],
	['authority', ['holder', 'assignee']],
	['original-publisher', ['origpublisher']],
	['original-publisher-place', ['origlocation']],
	['part', ['part']],
];

/** The same for rich text variables. */
const RICH: readonly (readonly [TextVariable, readonly string[]])[] = [
	['title-short', ['shorttitle']],
	['container-title-short', ['shortjournal', 'journalabbr']],
	['collection-title', ['series']],
	['abstract', ['abstract']],
	['note', ['note', 'annotation', 'annote']],
	['original-title', ['origtitle']],
];

/** Fields whose names differ from the variable's, with or without its hyphens. */
const CREATOR_FIELDS: Readonly<Partial<Record<NameVariable, readonly string[]>>> = {
	'container-author': ['bookauthor'],
	'executive-producer': ['execproducer'],
	// People with other roles, for which CSL has no variable.
	contributor: [
		...['collaborator', 'contributor', 'commentator', 'annotator', 'introduction', 'foreword', 'afterword'],
		...['editora', 'editorb', 'editorc'],
	],
};

const CREATORS: readonly (readonly [NameVariable, readonly string[]])[] = NAME_VARIABLES.map((variable) => [
	variable,
	CREATOR_FIELDS[variable] ?? [...new Set([variable, variable.replaceAll('-', '')])],
]);

/**
 * Row numbers in each table by field name. An entry has about ten of the hundred fields, so this finds its rows quickly.
 */
const PLAIN_PLACES = placesIn(PLAIN);
const RICH_PLACES = placesIn(RICH);
const CREATOR_PLACES = placesIn(CREATORS);

/** The names of all fields that list people. */
export const CREATOR_FIELD_NAMES: readonly string[] = [...CREATOR_PLACES.keys()];

type Places = ReadonlyMap<string, number>;

function placesIn(table: readonly (readonly [string, readonly string[]])[]): Places {
	return new Map(table.flatMap(([, names], place) => names.map((name): [string, number] => [name, place])));
}

/** The rows of a table for which the entry has fields, in table order. */
function rowsFor<T>(table: readonly T[], places: Places, fields: EntryFields): readonly T[] {
	const found: number[] = [];
	for (const name of fields.names()) {
		const place = places.get(name);
		if (place !== undefined && !found.includes(place)) {
			found.push(place);
		}
	}
	return found
		.sort((a, b) => a - b)
		.map((place) => table[place])
		.filter((row) => row !== undefined);
}

/** The role that BibLaTeX's `editortype` gives the editor. */
const EDITOR_TYPES: ReadonlyMap<string, NameVariable> = new Map([
	['director', 'director'],
	['compiler', 'compiler'],
	['organizer', 'organizer'],
]);

type Draft = { -readonly [Name in keyof ItemDraft]: ItemDraft[Name] };

/** The item, and whether its author list ends with `and others`. */
export function cslItem(entry: RawEntry, fields: EntryFields): { item: ItemDraft; authorsTruncated: boolean } {
	const type = entryType(entry.type, fields.plain('entrysubtype') ?? '');
	const draft: Draft = { ...(entry.key !== '' && { id: entry.key }), type: cslType(type, fields) };
	addText(draft, fields);
	const authorsTruncated = addCreators(draft, fields);
	addTitles(draft, type, fields);
	addNumbers(draft, type, fields);
	addDates(draft, fields);
	addIdentifiers(draft, fields);
	return { item: draft, authorsTruncated };
}

/** A document on a preprint server is a preprint: CSL's `article`. */
function cslType({ type }: EntryType, fields: EntryFields): string {
	const server = fields.plain('archiveprefix', 'eprinttype') ?? '';
	return type === 'document' && /arxiv|biorxiv|medrxiv/i.test(server) ? 'article' : type;
}

function addText(draft: Draft, fields: EntryFields): void {
	for (const [variable, names] of rowsFor(PLAIN, PLAIN_PLACES, fields)) {
		set(draft, variable, fields.plain(...names));
	}
	for (const [variable, names] of rowsFor(RICH, RICH_PLACES, fields)) {
		set(draft, variable, fields.text(...names));
	}
}

function set(draft: Draft, variable: TextVariable, value: RichSource | undefined): void {
	if (value !== undefined && value !== '') {
		draft[variable] = value;
	}
}

function addCreators(draft: Draft, fields: EntryFields): boolean {
	let authorsTruncated = false;
	for (const [variable, fieldNames] of rowsFor(CREATORS, CREATOR_PLACES, fields)) {
		const lists = fieldNames.filter((name) => fields.has(name)).map((name) => nameList(fields.source(name)));
		authorsTruncated ||= variable === 'author' && lists.some((list) => list.isTruncated);
		setNames(
			draft,
			variable,
			lists.flatMap((list) => list.names),
		);
	}
	const role = fields.has('editortype') ? EDITOR_TYPES.get(fields.plain('editortype') ?? '') : undefined;
	if (role !== undefined) {
		setNames(draft, role, [...(draft[role] ?? []), ...(draft.editor ?? [])]);
		delete draft.editor;
	}
	return authorsTruncated;
}

function setNames(draft: Draft, variable: NameVariable, names: readonly NameDraft[]): void {
	if (names.length > 0) {
		draft[variable] = names;
	}
}

function addTitles(draft: Draft, type: EntryType, fields: EntryFields): void {
	set(draft, 'title', titleOf(type, fields));
	set(draft, 'container-title', containerTitle(type, fields));
	const addition = fields.text('titleaddon');
	if (addition !== undefined && addition !== draft.title) {
		draft.note = draft.note === undefined ? addition : richText(`${addition}. ${draft.note}`);
	}
	if (type.type === 'book') {
		// Mendeley writes the series of a book so.
		draft['collection-title'] ??= journalTitle(fields) ?? '';
		if (draft['collection-title'] === '') {
			delete draft['collection-title'];
		}
	}
}

function addNumbers(draft: Draft, type: EntryType, fields: EntryFields): void {
	const number = fields.plain('number');
	const issue = fields.plain('issue');
	if (/^article|periodical|paper-conference/.test(type.type)) {
		set(draft, 'issue', number ?? issue);
	} else if (/^(?:book|chapter|entry|pamphlet)/.test(type.type)) {
		set(draft, 'collection-number', number);
		set(draft, 'issue', issue);
	} else {
		set(draft, 'number', number ?? issue);
	}
	set(draft, 'page', pages(fields.plain('pages', 'eid', 'article-number')));
	set(draft, 'genre', fields.plain('type') ?? type.genre);
}

/** A range has one hyphen in CSL: `12--34` and `12 – 34` become `12-34`. */
function pages(text: string | undefined): string | undefined {
	const range = text?.replace(/\s*[-–—‐‑−]+\s*/g, '-');
	return range === '-' ? undefined : range;
}

function addDates(draft: Draft, fields: EntryFields): void {
	setDate(draft, 'issued', issued(fields));
	setDate(draft, 'accessed', dateIn(fields, 'urldate', 'accessed', 'lastchecked'));
	setDate(draft, 'original-date', dateIn(fields, 'origdate') ?? originalDate(fields.source('year')));
	setDate(draft, 'event-date', dateIn(fields, 'eventdate'));
}

function setDate(
	draft: Draft,
	variable: 'issued' | 'accessed' | 'original-date' | 'event-date',
	date: CslDate | undefined,
): void {
	if (date !== undefined) {
		draft[variable] = date;
	}
}

function issued(fields: EntryFields): CslDate | undefined {
	const date = dateIn(fields, 'date');
	const isYear = date?.['date-parts']?.length === 1 && date['date-parts'][0]?.length === 1;
	if (date !== undefined && date.literal === undefined && !(isYear && fields.has('month'))) {
		return date;
	}
	const year = isYear ? fields.source('date') : (fields.plain('year') ?? '');
	return yearMonthDay(year, fields.plain('month') ?? '', fields.plain('day') ?? '') ?? date;
}

function dateIn(fields: EntryFields, ...names: readonly string[]): CslDate | undefined {
	const source = names.map((name) => fields.source(name).trim()).find((text) => text !== '');
	const date = source === undefined ? undefined : edtfDate(source);
	return date?.literal === undefined ? date : { ...date, literal: plainText(latexToRich(latexSource(date.literal))) };
}

function addIdentifiers(draft: Draft, fields: EntryFields): void {
	const doi = fields.verbatim('doi');
	set(draft, 'DOI', doi === undefined ? undefined : doiOf(doi));
	set(draft, 'ISBN', fields.plain('isbn'));
	set(draft, 'ISSN', fields.plain('issn'));
	set(draft, 'URL', address(fields));
	set(draft, 'keyword', keywords(fields));
	set(draft, 'PMID', pmid(fields));
	set(draft, 'PMCID', pmcidIn(fields.plain('pmcid', 'pmc') ?? '') ?? pmcidIn(draft.URL ?? ''));
}

/** The number of PubMed, in a field of its own, in `eprint`, in the URL, or in a note: `PMID: 30922926`. */
function pmid(fields: EntryFields): string | undefined {
	const isEprint = /pubmed|pmid|medline/i.test(fields.plain('eprinttype', 'archiveprefix') ?? '');
	const fieldNames = ['pmid', 'pubmed', 'pubmedid', ...(isEprint ? ['eprint'] : [])];
	const own = fields.verbatim(...fieldNames);
	const noted = ['note', 'annote'].filter((name) => fields.has(name)).map((name) => pmidInNote(fields.source(name)));
	return own === undefined
		? (pmidInAddress(fields.verbatim('url') ?? '') ?? noted.find(Boolean))
		: (pmidOf(own) ?? own);
}

/** `url`, or `howpublished` if that is a URL. */
function address(fields: EntryFields): string | undefined {
	const url = fields.verbatim('url', 'bdsk-url-1');
	const published =
		url === undefined && /http|\\url/.test(fields.source('howpublished')) ? fields.verbatim('howpublished') : undefined;
	return url ?? published?.match(/https?:\/\/\S+/)?.[0];
}

/** CSL stores keywords in one string. They are separated by semicolons if there are any, otherwise by commas. */
function keywords(fields: EntryFields): RichSource | undefined {
	if (!KEYWORD_FIELDS.some((name) => fields.has(name))) {
		return undefined;
	}
	const texts = fields.texts(...KEYWORD_FIELDS);
	const [first = ''] = texts;
	if (texts.length === 1 && !first.includes(',') && !first.includes(';')) {
		return first;
	}
	const words = texts.flatMap((text) => text.split(text.includes(';') ? /\s*;\s*/ : /\s*,\s*/));
	return [...new Set(words.filter((word) => word !== ''))].join(', ');
}

const KEYWORD_FIELDS: readonly string[] = ['keywords', 'keyword', 'tags'];
