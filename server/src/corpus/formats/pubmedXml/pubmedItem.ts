/** One article of PubMed XML, or one book or chapter of NCBI's bookshelf, as a CSL item. */

import { arxivIdIn } from '../../identifiers/arxivId.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { CslDate, ExtraDraft, ItemDraft, NameDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { articleNumberIn } from '../fields/articleNumber.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, elementsAt, textAt, textIn, textsAt } from '../xml/xmlQuery.ts';
import { richTextIn } from '../xml/xmlRichText.ts';
import { plainPubmedTitle, translatedTitle } from './pubmedTitle.ts';

export interface PubmedSource {
	/** `Article` or `BookDocument`: title, authors, abstract. */
	readonly article: XmlElement;
	/** `MedlineCitation` or `BookDocument`: number, keywords. */
	readonly citation: XmlElement;
	/** `PubmedData`: identifiers that others gave the article. */
	readonly data: XmlElement | undefined;
	readonly isBook: boolean;
}

export interface PubmedContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

export function pubmedContent(source: PubmedSource): PubmedContent {
	const { article, citation, isBook } = source;
	const doi = doiOf(source);
	const own = elementsAt(article, 'AuthorList');
	const ofBook = elementsAt(article, 'Book/AuthorList');
	const editors = [...own, ...ofBook].filter(listsEditors);
	const lists = own.filter((list) => !listsEditors(list));
	const bookAuthors = ofBook.filter((list) => !listsEditors(list));
	const isChapter = textAt(article, 'ArticleTitle') !== undefined;
	const item = {
		type: typeOf(source),
		...presentFields({
			title: titleOf(article),
			author: (isChapter ? lists : [...bookAuthors, ...lists]).flatMap(namesIn),
			'container-author': isChapter ? bookAuthors.flatMap(namesIn) : [],
			editor: editors.flatMap(namesIn),
			contributor: elementsAt(citation, 'InvestigatorList/Investigator').flatMap(nameOf),
			issued: dateOf(source),
			...(isBook ? book(article) : journal(article)),
			page: pagesOf(article),
			language: textAt(article, 'Language'),
			abstract: abstractOf(article),
			keyword: keywordsOf(citation).join(', '),
			DOI: doi,
			PMID: textAt(citation, 'PMID'),
			PMCID: idOf(source, 'pmc'),
		}),
	};
	const truncated = lists.some((list) => list.attributes.get('CompleteYN') === 'N') || undefined;
	return { item, extra: presentFields({ arxiv: arxivIdIn(doi ?? ''), authorsTruncated: truncated }) };
}

function typeOf({ article, isBook }: PubmedSource): string {
	if (isBook) {
		return textAt(article, 'ArticleTitle') === undefined ? 'book' : 'chapter';
	}
	const types = textsAt(article, 'PublicationTypeList/PublicationType');
	return types.some((type) => type === 'Preprint') ? 'article' : 'article-journal';
}

function titleOf(article: XmlElement): string | undefined {
	const titles = ['ArticleTitle', 'Book/BookTitle', 'VernacularTitle'].flatMap((path) => elementsAt(article, path));
	const title = titles.map(richTextIn).find((text) => text !== '' && translatedTitle(text) !== undefined);
	return title === undefined ? undefined : plainPubmedTitle(title);
}

function listsEditors(list: XmlElement): boolean {
	return list.attributes.get('Type') === 'editors';
}

function namesIn(list: XmlElement): readonly NameDraft[] {
	return elementsAt(list, 'Author').flatMap(nameOf);
}

/** `LastName`, `ForeName`, `Suffix`, or `CollectiveName` for a team. */
function nameOf(person: XmlElement): readonly NameDraft[] {
	const literal = textAt(person, 'CollectiveName');
	const family = textAt(person, 'LastName');
	const given = textAt(person, 'ForeName') ?? textAt(person, 'Initials');
	if (family === undefined) {
		return literal === undefined ? [] : [{ literal }];
	}
	return [presentFields({ family, given, suffix: textAt(person, 'Suffix') })];
}

/** Date of the issue. If it has no month, the online date of the article, provided that it is in the same year. */
function dateOf({ article, isBook }: PubmedSource): CslDate | undefined {
	const place = isBook ? 'Book' : 'Journal/JournalIssue';
	const [ofIssue, ...others] = [`${place}/PubDate`, 'ArticleDate', 'ContributionDate'].map((path) =>
		elementsAt(article, path).map(writtenDateIn),
	);
	const date = paperDate(ofIssue ?? []);
	const isYear = date?.['date-parts']?.[0]?.length === 1 && date.season === undefined;
	return date === undefined || isYear ? paperDate([...(ofIssue ?? []), ...others.flat()]) : date;
}

/** `2020 Feb 14`, `1998 Dec-1999 Jan`. Months may be names or numbers. */
function writtenDateIn(date: XmlElement): string {
	const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => textAt(date, part));
	const separator = /^\d+$/.test(month ?? '') ? '/' : ' ';
	const parts = [year, month ?? textAt(date, 'Season'), month === undefined ? undefined : day];
	return textAt(date, 'MedlineDate') ?? parts.filter((part) => part !== undefined).join(separator);
}

function journal(article: XmlElement): CslDraft {
	const title = textAt(article, 'Journal/Title');
	const short = textAt(article, 'Journal/ISOAbbreviation');
	return {
		'container-title': title ?? short,
		'container-title-short': title === undefined ? undefined : short,
		volume: textAt(article, 'Journal/JournalIssue/Volume'),
		issue: textAt(article, 'Journal/JournalIssue/Issue'),
		...serialNumbers(textsAt(article, 'Journal/ISSN')),
	};
}

function book(article: XmlElement): CslDraft {
	const isChapter = textAt(article, 'ArticleTitle') !== undefined;
	const title = elementAt(article, 'Book/BookTitle');
	return {
		'container-title': isChapter && title ? richTextIn(title) : undefined,
		'collection-title': textAt(article, 'Book/CollectionTitle'),
		volume: textAt(article, 'Book/Volume'),
		edition: textAt(article, 'Book/Edition'),
		publisher: textAt(article, 'Book/Publisher/PublisherName'),
		'publisher-place': textAt(article, 'Book/Publisher/PublisherLocation'),
		...serialNumbers(textsAt(article, 'Book/Isbn')),
	};
}

function pagesOf(article: XmlElement): string | undefined {
	const [whole, first, last] = ['MedlinePgn', 'StartPage', 'EndPage'].map((name) =>
		textAt(article, `Pagination/${name}`),
	);
	const [number] = elementsAt(article, 'ELocationID')
		.filter(isValid)
		.flatMap((id) => articleNumberIn(textIn(id)) ?? []);
	return pageRange(whole ?? first, whole === undefined ? last : undefined) ?? number;
}

/** Each part of a structured abstract becomes a paragraph that begins with its label: `METHODS: We searched ...`. */
function abstractOf(article: XmlElement): string {
	const parts = elementsAt(article, 'Abstract/AbstractText').map((part) => {
		const label = part.attributes.get('Label') ?? '';
		const text = richTextIn(part);
		return label === '' || label === 'UNLABELLED' || text === '' ? text : `${label}: ${text}`;
	});
	return parts.filter((part) => part !== '').join('\n\n');
}

/** The authors' own keywords, then the MeSH headings. */
function keywordsOf(citation: XmlElement): readonly string[] {
	const own = textsAt(citation, 'KeywordList/Keyword');
	const headings = textsAt(citation, 'MeshHeadingList/MeshHeading/DescriptorName');
	return [...new Set([...own, ...headings])];
}

function doiOf(source: PubmedSource): string | undefined {
	const located = elementsAt(source.article, 'ELocationID').filter(
		(id) => id.attributes.get('EIdType') === 'doi' && isValid(id),
	);
	const [first] = located.map(textIn);
	return doiIn(first ?? idOf(source, 'doi') ?? '');
}

/** PubMed keeps wrong numbers, marked as such. */
function isValid(id: XmlElement): boolean {
	return id.attributes.get('ValidYN') !== 'N';
}

/** Only from the article's own list. References of the article have such lists, too, but deeper down. */
function idOf({ article, data }: PubmedSource, type: string): string | undefined {
	const ids = [data, article].flatMap((element) => (element ? elementsAt(element, 'ArticleIdList/ArticleId') : []));
	const found = ids.find((id) => id.attributes.get('IdType') === type);
	return found && textIn(found);
}
