/** A paper as plain text, for rows in lists and for the search. */

import type { PlainText, RichText } from '../util/textKinds.ts';
import type { PaperRef, PaperSummary } from './corpus.ts';
import { identifierIn, normalArxiv, normalDoi } from './identifiers/identifiers.ts';
import type { MergedPaper } from './merge.ts';
import { creatorsOf, displayName, familyName } from './names.ts';
import type { SearchFields } from './searchFields.ts';
import { plainText } from './text/richText.ts';
import { yearOf } from './year.ts';

export function summaryOf({ id, key }: PaperRef, paper: MergedPaper): PaperSummary {
	const { abstract } = paper.item;
	let plainAbstract: PlainText | undefined;
	return {
		id,
		key,
		...plainFields(paper),
		families: creatorsOf(paper.item).map(familyName),
		authorsTruncated: paper.extra.authorsTruncated ?? false,
		/** Computed on first use: most of the fifty abstracts in a list are never shown. */
		get abstract() {
			plainAbstract ??= abstract === undefined ? undefined : plainText(abstract);
			return plainAbstract;
		},
	};
}

type PlainFields = Omit<PaperSummary, 'id' | 'key' | 'families' | 'authorsTruncated' | 'abstract'>;

function plainFields({ item, extra }: MergedPaper): PlainFields {
	const venue = item['container-title'] ?? item['event-title'] ?? item['collection-title'];
	return {
		title: plainText(item.title),
		authors: creatorsOf(item).map(displayName),
		year: yearOf(item.issued),
		venue: venue === undefined ? undefined : plainText(venue),
		categories: extra.categories ?? [],
		doi: item.DOI === undefined ? undefined : normalDoi(item.DOI),
		arxiv: arxivOf(item.DOI, item.URL, extra.arxiv),
	};
}

export interface SearchNames {
	readonly key: string;
	readonly names: readonly string[];
	readonly added: number;
}

/** What the search knows about `paper`, including the words of its translations. */
export function searchFieldsOf(paper: MergedPaper, { key, names, added }: SearchNames): SearchFields {
	const plain = plainFields(paper);
	const { item, extra } = paper;
	const translations = extra.translations ?? [];
	return {
		...plain,
		title: [plain.title, ...translations.map(({ title }) => plainText(title))].join(' ').trim(),
		hasAbstract: item.abstract !== undefined,
		key,
		names,
		added,
		hasCode: extra.hasCode === true || extra.codeUrl !== undefined,
		hasPdf: extra.pdfUrl !== undefined || plain.arxiv !== undefined || hasPdfFile(extra.attachments, item.URL),
	};
}

/** The searchable text of the abstract and its translations, as plain text. */
export function searchedAbstract({ item, extra }: MergedPaper): PlainText {
	return searchedText([item.abstract, ...(extra.translations ?? []).map(({ abstract }) => abstract)]);
}

/** The same for an abstract and its translations. */
export function searchedText(texts: readonly (RichText | undefined)[]): PlainText {
	return texts
		.map((text) => plainText(text))
		.join(' ')
		.trim();
}

function hasPdfFile(attachments: readonly string[] | undefined, url: string | undefined): boolean {
	return [...(attachments ?? []), url ?? ''].some((path) => /\.pdf$/i.test(path));
}

function arxivOf(doi: string | undefined, url: string | undefined, written: string | undefined): string | undefined {
	if (written !== undefined) {
		return written;
	}
	const identifier = doi === undefined ? undefined : identifierIn(doi);
	if (identifier !== undefined && 'arxiv' in identifier) {
		return identifier.arxiv;
	}
	return url === undefined ? undefined : normalArxiv(url);
}
