/**
 * Writes papers as BibTeX. All entries can be used with BibTeX and with BibLaTeX: of several names for a field, the one
 * that BibTeX knows (`journal`, `address`, `year`), which BibLaTeX takes too. What only BibLaTeX knows (`date`,
 * `eventtitle`, `urldate`, ...) stands in fields that BibTeX ignores. The text is UTF-8.
 */

import { type RichText, richText } from '../../util/textKinds.ts';
import { NAME_VARIABLES } from '../cslVariables.ts';
import type { CslDate, CslItem, NameVariable, PaperExtra, TextVariable } from '../paper.ts';
import { plainText } from '../text/richText.ts';
import { entryTypeOf, type WrittenType } from './entryTypeOf.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { type BibtexField, edtfText, issuedFields } from './latexDates.ts';
import { latexNames } from './latexNames.ts';
import { plainLatex, richLatex } from './latexText.ts';
import { titleLatex } from './titleLatex.ts';

export function writeBibtex(papers: readonly ExportedPaper[]): string {
	return papers.map(entryText).join('\n');
}

function entryText({ key, aliases, item, extra }: ExportedPaper): string {
	const type = entryTypeOf(item, extra.arxiv !== undefined);
	const fields: readonly BibtexField[] = [
		...creators(item, extra),
		...titles(item, type),
		...issuedFields(item.issued),
		...numbers(item, type),
		...PLAIN_FIELDS.flatMap(([variable, name]) => plainField(name, item[variable])),
		...dates(item),
		...identifiers(item, extra),
		...RICH_FIELDS.flatMap(([variable, name]) => richField(name, item[variable])),
		...(aliases.length > 0 ? [braced('ids', aliases.map(bibtexKey).join(', '))] : []),
	];
	return `@${type.name}{${bibtexKey(key)},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** A key without what would end it. */
function bibtexKey(key: string): string {
	return key.replace(/[\s,{}"]/g, '_');
}

function braced(name: string, latex: string): BibtexField {
	return [name, `{${latex}}`];
}

type Rich = RichText | string | undefined;

function plainField(name: string, text: Rich): readonly BibtexField[] {
	return text === undefined ? [] : [braced(name, plainLatex(plainText(richText(text))))];
}

function richField(name: string, text: Rich): readonly BibtexField[] {
	return text === undefined ? [] : [braced(name, richLatex(richText(text)))];
}

/** An address or identifier, which is not LaTeX. Only what would end the field is written in another way. */
function verbatimField(name: string, text: string | undefined): readonly BibtexField[] {
	return text === undefined ? [] : [braced(name, text.replace(/[{}\\]/g, encodeURIComponent))];
}

/** Fields whose names are not the variable's. */
const CREATOR_FIELDS: Readonly<Partial<Record<NameVariable, string>>> = {
	'container-author': 'bookauthor',
	'executive-producer': 'execproducer',
};

function creators(item: CslItem, { authorsTruncated = false }: PaperExtra): readonly BibtexField[] {
	return NAME_VARIABLES.flatMap((variable) => {
		const isTruncated = variable === 'author' && authorsTruncated;
		const names = item[variable] ?? [];
		const field = CREATOR_FIELDS[variable] ?? variable.replaceAll('-', '');
		return names.length > 0 || isTruncated ? [braced(field, latexNames(names, isTruncated))] : [];
	});
}

function titles(item: CslItem, type: WrittenType): readonly BibtexField[] {
	const readAs = type.readAs ?? item.type;
	const isInJournal = /^(?:article|periodical)/.test(readAs);
	return [
		...titleField('title', item.title),
		...titleField('shorttitle', item['title-short']),
		...richField(isInJournal ? 'journal' : 'booktitle', item['container-title']),
		...richField('shortjournal', item['container-title-short']),
		...richField('series', item['collection-title']),
	];
}

function titleField(name: string, title: Rich): readonly BibtexField[] {
	return title === undefined ? [] : [braced(name, titleLatex(richText(title)))];
}

/** What BibTeX's `number` means depends on the type: an issue, a volume of a series, or a report's number. */
export function numberVariable(type: string): 'issue' | 'collection-number' | 'number' {
	if (/^article|periodical|paper-conference/.test(type)) {
		return 'issue';
	}
	return /^(?:book|chapter|entry|pamphlet)/.test(type) ? 'collection-number' : 'number';
}

function numbers(item: CslItem, type: WrittenType): readonly BibtexField[] {
	const variable = numberVariable(type.readAs ?? item.type);
	const pages = item.page === undefined ? undefined : plainText(item.page).replace(/\s*[-–—‐‑−]+\s*/g, '--');
	return [
		...plainField('volume', item.volume),
		...plainField('number', item[variable]),
		...(variable === 'collection-number' ? plainField('issue', item.issue) : []),
		...(pages === undefined ? [] : [braced('pages', pages.replace(/[^-]+/g, plainLatex))]),
		...plainField(publisherField(item.type), item.publisher),
		...(type.saysGenre ? [] : plainField('type', item.genre)),
		...(type.subtype === undefined ? [] : [braced('entrysubtype', type.subtype)]),
	];
}

function publisherField(type: string): string {
	return (
		({ thesis: 'school', report: 'institution', webpage: 'organization' } as Record<string, string>)[type] ??
		'publisher'
	);
}

/** Variables that are read as plain text. */
const PLAIN_FIELDS: readonly (readonly [TextVariable, string])[] = [
	['publisher-place', 'address'],
	['edition', 'edition'],
	['number-of-volumes', 'volumes'],
	['number-of-pages', 'pagetotal'],
	['chapter-number', 'chapter'],
	['part', 'part'],
	['version', 'version'],
	['event-title', 'eventtitle'],
	['event-place', 'venue'],
	['language', 'language'],
	['medium', 'howpublished'],
	['status', 'pubstate'],
	['call-number', 'library'],
	['archive', 'archive'],
	['archive_location', 'archivelocation'],
	['authority', 'holder'],
	['original-publisher', 'origpublisher'],
	['original-publisher-place', 'origlocation'],
	['ISBN', 'isbn'],
	['ISSN', 'issn'],
	['PMID', 'pmid'],
	['PMCID', 'pmcid'],
];

const RICH_FIELDS: readonly (readonly [TextVariable, string])[] = [
	['original-title', 'origtitle'],
	['keyword', 'keywords'],
	['note', 'note'],
	['abstract', 'abstract'],
];

function dates(item: CslItem): readonly BibtexField[] {
	const field = (name: string, date: CslDate | undefined): readonly BibtexField[] =>
		date === undefined ? [] : [braced(name, edtfText(date))];
	return [
		...field('origdate', item['original-date']),
		...field('eventdate', item['event-date']),
		...field('urldate', item.accessed),
	];
}

function identifiers({ DOI, URL }: CslItem, { arxiv, categories = [] }: PaperExtra): readonly BibtexField[] {
	return [
		...verbatimField('doi', DOI),
		...(arxiv === undefined ? [] : [...verbatimField('eprint', arxiv), braced('archiveprefix', 'arXiv')]),
		...plainField('primaryclass', categories[0]),
		...verbatimField('url', URL),
	];
}
