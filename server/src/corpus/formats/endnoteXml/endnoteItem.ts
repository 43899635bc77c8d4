/** One record of EndNote XML as a CSL item. */

import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import { pmcidIn, pmidInAddress, pmidInNote, pmidOf } from '../../identifiers/pubmedId.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ExtraDraft, ItemDraft, NameDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import { invertedNames, namesOthers } from '../people/invertedName.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, elementsAt, linesWithin, textAt, textsAt } from '../xml/xmlQuery.ts';
import { richTextIn } from '../xml/xmlRichText.ts';
import { attachmentsOf } from './attachments.ts';
import { endnoteType, isStandalone } from './endnoteTypes.ts';

export interface EndnoteContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

export function endnoteContent(record: XmlElement): EndnoteContent {
	const type = typeOf(record);
	const links = textsAt(record, 'urls/related-urls/url').flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []);
	const files = textsAt(record, 'urls/pdf-urls/url');
	const doi = [textAt(record, 'electronic-resource-num') ?? '', ...links.filter((url) => url.includes('doi.org/'))]
		.map(doiIn)
		.find(Boolean);
	const item = {
		type,
		...presentFields({
			title: richAt(record, 'titles/title'),
			...creators(record, type),
			issued: paperDate([textAt(record, 'dates/year'), textAt(record, 'dates/pub-dates/date')]),
			...titles(record, type),
			...publication(record),
			DOI: doi,
			URL: links[0],
			...pubmedNumbers(record, links),
			...serialNumbers(textsAt(record, 'isbn')),
		}),
	};
	const arxiv = arxivIdAt({
		marked: [
			doi,
			...links,
			textAt(record, 'electronic-resource-num'),
			textAt(record, 'number'),
			textAt(record, 'custom7'),
		],
		container: textAt(record, 'titles/secondary-title'),
		volume: textAt(record, 'volume'),
		note: textAt(record, 'notes'),
	});
	const isTruncated = textsAt(record, 'contributors/authors/author').some(namesOthers);
	const pdfUrl = files.find((file) => /^https?:/.test(file));
	return {
		item,
		extra: {
			...presentFields({ arxiv, pdfUrl, authorsTruncated: isTruncated || undefined }),
			...attachmentsOf(record, files),
		},
	};
}

/** The accession number of a database of the NLM, `custom2` for PubMed Central, or an address. */
function pubmedNumbers(record: XmlElement, links: readonly string[]): CslDraft {
	const isMedline = /medline|pubmed|\bnlm\b/i.test(textAt(record, 'remote-database-name') ?? '');
	const accession = isMedline ? pmidOf(textAt(record, 'accession-num') ?? '') : undefined;
	return {
		PMID:
			accession ?? links.map(pmidInAddress).find((id) => id !== undefined) ?? pmidInNote(textAt(record, 'notes') ?? ''),
		PMCID: pmcidIn(textAt(record, 'custom2') ?? ''),
	};
}

function typeOf(record: XmlElement): string {
	const name = elementAt(record, 'ref-type')?.attributes.get('name') ?? '';
	return endnoteType(name, Number(textAt(record, 'ref-type')));
}

/** The roles of the second, third and last list of people, from EndNote's table of reference types. */
function creators(record: XmlElement, type: string): CslDraft {
	const [main, second, third, last] = ['', 'secondary-', 'tertiary-', 'subsidiary-'].map((rank) =>
		namesAt(record, `${rank}authors`),
	);
	const contributor = namesAt(record, 'translated-authors');
	if (type === 'motion_picture') {
		return { director: main, 'series-creator': second, producer: third, performer: last, contributor };
	}
	const editors = isStandalone(type)
		? { 'collection-editor': second, editor: third }
		: { editor: second, 'collection-editor': third };
	return { author: main, ...editors, translator: last, contributor };
}

function namesAt(record: XmlElement, role: string): readonly NameDraft[] {
	return invertedNames(textsAt(record, `contributors/${role}/author`));
}

function titles(record: XmlElement, type: string): CslDraft {
	const second = richAt(record, 'titles/secondary-title');
	const full = richAt(record, 'periodical/full-title');
	const short = richAt(record, 'titles/short-title');
	return {
		...(isStandalone(type)
			? { 'collection-title': second }
			: { 'container-title': full ?? second, 'collection-title': richAt(record, 'titles/tertiary-title') }),
		'container-title-short': textAt(record, 'periodical/abbr-1') ?? textAt(record, 'alt-periodical/abbr-1'),
		'title-short': short === richAt(record, 'titles/title') ? undefined : short,
	};
}

function publication(record: XmlElement): CslDraft {
	return {
		volume: textAt(record, 'volume'),
		issue: textAt(record, 'number') ?? textAt(record, 'issue'),
		page: pageRange(textAt(record, 'pages') ?? textAt(record, 'custom7'), undefined),
		edition: textAt(record, 'edition'),
		publisher: textAt(record, 'publisher'),
		'publisher-place': textAt(record, 'pub-location'),
		genre: textAt(record, 'work-type'),
		language: textAt(record, 'language'),
		abstract: richAt(record, 'abstract'),
		keyword: keywordsOf(record).join(', '),
		note: richAt(record, 'notes'),
		'call-number': textAt(record, 'call-num'),
		archive: textAt(record, 'remote-database-name'),
		archive_location: textAt(record, 'accession-num'),
	};
}

/** Keywords in an element each, or one per line of a single element. */
function keywordsOf(record: XmlElement): readonly string[] {
	const lines = elementsAt(record, 'keywords/keyword').flatMap(linesWithin);
	const keywords = lines.flatMap((line) => line.split(/\s*;\s*/));
	return [...new Set(keywords.filter((keyword) => keyword !== ''))];
}

function richAt(record: XmlElement, path: string): string | undefined {
	const element = elementAt(record, path);
	return (element && richTextIn(element)) || undefined;
}
