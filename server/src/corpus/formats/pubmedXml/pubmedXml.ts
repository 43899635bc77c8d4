/**
 * PubMed XML, as E-utilities and PubMed's older pages give it
 * (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/): a `PubmedArticleSet` of `PubmedArticle`.
 */

import { entryMessages } from '../../../messages/entryMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { PaperRecord } from '../../paper.ts';
import { keyedRecord } from '../fields/keyedRecord.ts';
import type { Format, ReadContext } from '../format.ts';
import { unclosedEntry } from '../xml/unclosedEntry.ts';
import { type XmlElement, xmlElement } from '../xml/xmlElement.ts';
import { type XmlEntry, xmlEntries } from '../xml/xmlEntries.ts';
import { elementAt, textAt } from '../xml/xmlQuery.ts';
import { type PubmedSource, pubmedContent } from './pubmedItem.ts';

export const pubmedXml: Format = { name: formatNames.pubmedXml, accepts, read };

const ENTRIES = ['PubmedArticle', 'PubmedBookArticle'];
const SOURCE_PATHS = ['MedlineCitation/Article', 'BookDocument'] as const;

function accepts(head: string): boolean {
	return /^[\s\uFEFF]*</.test(head) && /<Pubmed(?:Article|BookArticle|ArticleSet)[\s>]/.test(head);
}

function* read(text: string, { report }: ReadContext): Generator<PaperRecord> {
	for (const entry of xmlEntries(text, ENTRIES)) {
		const record = recordOf(text, entry);
		const problem = unclosedEntry(entry, ENTRIES[0] ?? '');
		if (problem) {
			report(problem);
		} else if (!record || record.item.title === undefined) {
			const span = { start: entry.span.start, end: entry.span.start + '<PubmedArticle'.length };
			const code = record ? 'missing-field' : 'unreadable-entry';
			report({ code, message: entryMessages.noTitleIn('<ArticleTitle>'), span });
		}
		if (record) {
			yield record;
		}
	}
}

function recordOf(text: string, { span }: XmlEntry): PaperRecord | undefined {
	const element = xmlElement(text, span);
	const source = sourceOf(element);
	if (!source) {
		return undefined;
	}
	const pmid = elementAt(source.citation, 'PMID');
	const alias = textAt(source.citation, 'PMID');
	const aliases = alias === undefined ? [] : [`pmid:${alias}`];
	const title = ['ArticleTitle', 'Book/BookTitle', 'VernacularTitle']
		.map((path) => elementAt(source.article, path))
		.find(Boolean);
	const { item, extra } = pubmedContent(source);
	if (item.title === undefined && alias === undefined) {
		return undefined;
	}
	return keyedRecord({ aliases, item, extra, span, keySpan: (title ?? pmid)?.span });
}

function sourceOf(element: XmlElement): PubmedSource | undefined {
	const [article, book] = SOURCE_PATHS.map((path) => elementAt(element, path));
	const citation = elementAt(element, 'MedlineCitation');
	if (article && citation) {
		return { article, citation, data: elementAt(element, 'PubmedData'), isBook: false };
	}
	return book && { article: book, citation: book, data: elementAt(element, 'PubmedBookData'), isBook: true };
}
