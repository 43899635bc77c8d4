/** What RIS cannot hold. */

import { paperDate } from '../formats/dates/paperDate.ts';
import { invertedNames } from '../formats/people/invertedName.ts';
import { hasIssues, rolesOf, standsAlone } from '../formats/ris/risTypes.ts';
import { doiIn } from '../identifiers/doiText.ts';
import { pmidInAddress, pmidOf } from '../identifiers/pubmedId.ts';
import { serialNumbers } from '../identifiers/serialNumbers.ts';
import type { CslDate, DateVariable } from '../paper.ts';
import { hasUnusualKeywords } from './bibtexLosses.ts';
import type { ExportedPaper } from './exportedPaper.ts';
import { changedDates, changedNames, changedTexts, type Loss, where } from './readAgain.ts';
import { risDate, risYear } from './risDates.ts';
import { risName } from './risNames.ts';
import { risTypeOf } from './risTag.ts';

const HELD = [
	...[
		'id',
		'type',
		'title',
		'title-short',
		'issued',
		'accessed',
		'volume',
		'edition',
		'number-of-volumes',
		'publisher',
	],
	...['publisher-place', 'language', 'abstract', 'keyword', 'note', 'reviewed-title', 'call-number', 'archive'],
	...['archive_location', 'DOI', 'URL', 'PMID', 'PMCID', 'ISBN', 'ISSN', 'collection-title', 'author', 'editor'],
	...['arxiv', 'pdfUrl', 'authorsTruncated'],
];

export const risLosses: readonly Loss[] = [
	{
		reason: 'RIS has no tag for it, or not in this type of reference.',
		fields: (paper) => {
			const held = heldFields(paper);
			return Object.keys({ aliases: [], ...paper.item, ...paper.extra }).filter((name) => !held.has(name));
		},
	},
	{
		reason: 'There is no such type of reference, so the nearest one is written.',
		fields: where(({ item: { type } }) => risTypeOf(type).readAs !== type, 'type'),
	},
	{
		reason: 'The first people are the main creators, whose role depends on the type.',
		fields: ({ item }) => {
			const [main] = rolesOf(risTypeOf(item.type).readAs);
			return main === 'author' ? [] : ['author', main];
		},
	},
	{
		reason: 'A name is one text, in which only the usual particles and suffixes can be told from the rest.',
		fields: changedNames((name) => invertedNames([risName(name)])),
	},
	{
		reason: 'A range needs its months. Without them, and with "about", only the first year is left.',
		fields: changedDates(readDate),
	},
	{
		reason: 'The number of a serial or a book stands without words around it, and only once.',
		fields: ({ item }) => {
			const read = serialNumbers([item.ISBN ?? '', item.ISSN ?? '']);
			return (['ISBN', 'ISSN'] as const).filter((name) => read[name] !== item[name]);
		},
	},
	{
		reason: "An address begins with http. PubMed's number stands in its address.",
		fields: where(
			({ item: { URL, PMID } }) => (URL === undefined ? PMID !== undefined : !/^https?:\/\/\S+$/.test(URL)),
			'URL',
		),
	},
	{
		reason: 'A DOI must be one, and is also taken from an address or a note.',
		fields: where(
			({ item: { DOI, URL, note } }) => (DOI === undefined ? /10\.\d/.test(`${URL} ${note}`) : doiIn(DOI) !== DOI),
			'DOI',
		),
	},
	{
		reason: "PubMed's number has at most eight digits, and the paper's own address may have another one.",
		fields: where(
			({ item: { PMID, URL } }) => pmidOf(PMID ?? '') !== PMID || pmidInAddress(URL ?? '') !== undefined,
			'PMID',
		),
	},
	{
		reason: 'A space of any kind is a space.',
		fields: changedTexts((text) => /[^\S \n]/.test(text)),
	},
	{
		reason: 'Without title, people and DOI, an entry is none.',
		fields: where(isEmpty, ...HELD),
	},
	{
		reason: 'A short title that repeats the title is none.',
		fields: where(({ item }) => item['title-short'] === item.title, 'title-short'),
	},
	{
		reason: 'Of a note with paragraphs, the lines are left.',
		fields: where(({ item }) => item.note?.includes('\n') === true, 'note'),
	},
	{
		reason: 'Keywords stand one in a line, and a repeated one is one.',
		fields: where(({ item }) => hasUnusualKeywords(item.keyword ?? ''), 'keyword'),
	},
	{
		reason: 'A key of digits alone is what EndNote numbers its entries with.',
		fields: where(({ key }) => /^\d{1,6}$/.test(key), 'id'),
	},
	{
		reason: "A PDF's address must say that it is one.",
		fields: where(({ extra }) => !/\.pdf(?:$|[?#])|\/pdf\b/i.test(extra.pdfUrl ?? '.pdf'), 'pdfUrl'),
	},
];

/** Reads a date as `risItem` does. */
function readDate(date: CslDate, variable: DateVariable): CslDate | undefined {
	if (variable === 'issued') {
		return paperDate([risYear(date), risDate(date)]);
	}
	const read = paperDate([risDate(date)]);
	return read?.['date-parts']?.[0]?.length === 3 ? read : undefined;
}

function heldFields({ item }: ExportedPaper): ReadonlySet<string> {
	const { readAs } = risTypeOf(item.type);
	const hasSeconds = readAs !== 'article-journal';
	const container = item['container-title'] === undefined ? [] : ['container-title', 'container-title-short'];
	return new Set([
		...HELD,
		...(hasSeconds ? rolesOf(readAs) : []),
		...(standsAlone(readAs) ? ['genre', 'number-of-pages'] : ['page', ...container]),
		hasIssues(readAs) ? 'issue' : 'number',
	]);
}

/** Whether readers take the entry for an empty one. */
export function isEmpty({ item }: ExportedPaper): boolean {
	const [main] = rolesOf(risTypeOf(item.type).readAs);
	return [item.title, item.DOI, item.author, item[main]].every((value) => value === undefined);
}
