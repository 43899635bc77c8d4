/**
 * Feeds of arXiv: the Atom feed of its API (https://info.arxiv.org/help/api/user-manual.html), whose entries name their
 * authors one by one, and the daily Atom and RSS feeds (https://info.arxiv.org/help/rss.html), which name them in one
 * `dc:creator` and begin each summary with `arXiv:2506.14731v1 Announce Type: new`.
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import { listingMessages } from '../../../messages/listingMessages.ts';
import { type LatexSource, latexSource } from '../../../util/textKinds.ts';
import { arxivIdIn } from '../../identifiers/arxivId.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import type { NameDraft, PaperRecord } from '../../paper.ts';
import { cslDate } from '../dates/cslDate.ts';
import { mailDate } from '../dates/mailDate.ts';
import type { Format, ReadContext } from '../format.ts';
import { splitNames } from '../people/authorList.ts';
import { authorName } from '../people/authorName.ts';
import { unclosedEntry } from '../xml/unclosedEntry.ts';
import { type XmlElement, xmlElement } from '../xml/xmlElement.ts';
import { type XmlEntry, xmlEntries } from '../xml/xmlEntries.ts';
import { elementAt, elementsAt, proseAt, textAt, textIn, textsAt } from '../xml/xmlQuery.ts';
import { arxivClasses, arxivName, arxivRecord } from './arxivRecord.ts';

export const arxivAtom: Format = { name: formatNames.arxivAtom, accepts, read };

function accepts(head: string): boolean {
	const isFeed = /^[\s\uFEFF]*</.test(head) && /<(?:\w+:)?(?:feed|rss|RDF)[\s>]/.test(head);
	return (
		isFeed &&
		/arxiv\.org\/(?:api|schemas|abs|rss)\b|\/\/(?:rss|export)\.arxiv\.org|oai:arXiv\.org|\(arXiv:[^()<>]{7,60}\)\s*<\/title>/i.test(
			head,
		)
	);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const entry of xmlEntries(text, ['entry', 'item'])) {
		const element = xmlElement(text, entry.span);
		const fault = faultOf(element);
		const problem = unclosedEntry(entry, element.name);
		if (problem) {
			report(problem);
		} else if (fault !== undefined) {
			const span = { start: entry.span.start, end: entry.span.start + `<${element.name}`.length };
			report({ code: 'unreadable-entry', message: fault, span });
		}
		if (isPaper(element)) {
			yield recordOf(element, entry);
		}
	}
}

/** Why the entry is not a paper. The API answers an invalid request with an entry, too. */
function faultOf(element: XmlElement): string | undefined {
	if (isError(element)) {
		return listingMessages.arxivError((textAt(element, 'summary') ?? '').slice(0, 200));
	}
	return textAt(element, 'title') === undefined ? entryMessages.noTitleIn('<title>') : undefined;
}

function isError(element: XmlElement): boolean {
	return /arxiv\.org\/api\/errors/.test(textAt(element, 'id') ?? '');
}

function isPaper(element: XmlElement): boolean {
	return !isError(element) && (textAt(element, 'title') !== undefined || idOf(element) !== undefined);
}

/**
 * The end of titles in the RSS feeds until 2024: `On Rays. (arXiv:2101.00001v2 [cs.CL] UPDATED)`. Old papers have no
 * class.
 */
const OLD_ENDING = /\.?\s{0,5}\(arXiv:\S{1,40}(?: \[([^\]]{0,100})\])?[^()]{0,100}\)\s{0,5}$/;

function recordOf(element: XmlElement, { span }: XmlEntry): PaperRecord {
	const primary = elementAt(element, 'primary_category')?.attributes.get('term') ?? '';
	const others = elementsAt(element, 'category').map((each) => each.attributes.get('term') ?? textIn(each));
	const title = proseAt(element, 'title');
	const [, announced = ''] = OLD_ENDING.exec(title ?? '') ?? [];
	const published = textAt(element, 'published') ?? textAt(element, 'date') ?? textAt(element, 'pubDate');
	return arxivRecord({
		id: idOf(element),
		title: latex(title?.replace(OLD_ENDING, '')),
		authors: authorsOf(element),
		issued: publishedDate(published, element),
		abstract: latex(summaryOf(element)),
		comment: latex(textAt(element, 'comment')),
		journalReference: latex(textAt(element, 'journal_ref') ?? textAt(element, 'journal_reference')),
		doi: doiIn(textAt(element, 'doi') ?? textAt(element, 'DOI') ?? ''),
		extra: {
			categories: arxivClasses([primary, ...others, announced]),
			affiliations: affiliationsOf(element),
			pdfUrl: linkTo(element, 'pdf'),
		},
		span,
		keySpan: elementAt(element, 'title')?.span ?? elementAt(element, 'id')?.span,
	});
}

/** arXiv's texts are LaTeX, and its feeds contain them unchanged. */
function latex(text: string | undefined): LatexSource | undefined {
	return text === undefined ? undefined : latexSource(text);
}

function idOf(element: XmlElement): string | undefined {
	const places = ['id', 'guid', 'link', 'summary', 'title'].map((name) => textAt(element, name) ?? '');
	const links = elementsAt(element, 'link').map((link) => link.attributes.get('href') ?? '');
	const about = element.attributes.get('about') ?? '';
	return [...places, ...links, about]
		.map((text) => arxivIdIn(text.replace(/^oai:arXiv\.org:/i, 'arXiv:')))
		.find(Boolean);
}

/** The daily feeds give the date of the announcement. For a paper announced again, that is not the paper's date. */
function publishedDate(published: string | undefined, element: XmlElement): ReturnType<typeof cslDate> {
	const announced = textAt(element, 'announce_type');
	if (published === undefined || announced?.startsWith('replace')) {
		return undefined;
	}
	return mailDate(published) ?? cslDate(published);
}

function authorsOf(element: XmlElement): readonly NameDraft[] {
	const names = textsAt(element, 'author/name');
	const creators = creatorLists(element).flatMap(splitNames);
	return (names.length > 0 ? names : creators).map((name) => authorName(arxivName(latexSource(name))));
}

/** The text that names all authors, without the links of the old feeds. */
function creatorLists(element: XmlElement): readonly string[] {
	return textsAt(element, 'creator').map((list) => list.replace(/<[^<>]{0,200}>/g, ''));
}

/** Affiliations, from elements of their own or from brackets after the names. */
function affiliationsOf(element: XmlElement): readonly string[] {
	const bracketed = creatorLists(element).flatMap((list) =>
		[...list.matchAll(/\(([^()]{2,200})\)/g)].map(([, name = '']) => name.trim()),
	);
	return [
		...new Set([...textsAt(element, 'author/affiliation'), ...bracketed].map((name) => arxivName(latexSource(name)))),
	];
}

function summaryOf(element: XmlElement): string | undefined {
	const summary = proseAt(element, 'summary') ?? proseAt(element, 'description');
	return summary?.replace(/^\s*arXiv:\S+\s+Announce Type:\s+\S+\s+Abstract:\s*/i, '').replace(/^\s*<p>|<\/p>\s*$/g, '');
}

function linkTo(element: XmlElement, title: string): string | undefined {
	return elementsAt(element, 'link')
		.find(({ attributes }) => attributes.get('title') === title)
		?.attributes.get('href');
}
