/** One MODS record as a CSL item. What it appeared in is its `relatedItem` of type `host`. */

import { arxivIdIn } from '../../identifiers/arxivId.ts';
import { doiIn, namedDoiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ExtraDraft, ItemDraft } from '../../paper.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, elementsAt, textAt, textIn, textsAt } from '../xml/xmlQuery.ts';
import { richTextIn } from '../xml/xmlRichText.ts';
import { modsDate } from './modsDate.ts';
import { isTruncated, peopleIn, teamWithRole } from './modsNames.ts';
import { titleIn, titleOfType } from './modsTitle.ts';
import { isPartOfWork, modsType } from './modsType.ts';

export interface ModsContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

export function modsContent(element: XmlElement): ModsContent {
	const host = related(element, 'host');
	const type = modsType(element, host);
	const urls = textsAt(element, 'location/url');
	const ids = identifiersIn(element);
	const uris = [...urls, ...ids.all('uri', 'url', 'hdl')].filter((text) => /^https?:/i.test(text));
	const doi = [...ids.all('doi').map(doiIn), ...uris.map(namedDoiIn)].find(Boolean);
	const item = {
		type,
		...presentFields({
			title: titleIn(element),
			'title-short': titleOfType(element, 'abbreviated'),
			...creators(element, host),
			issued: modsDate([element, host]),
			...titles(element, host),
			...numbers(type, [element, host]),
			...publication(element, host),
			...texts(element),
			DOI: doi,
			URL: uris[0],
			PMID: ids.all('pmid', 'pubmed').find((id) => /^\d+$/.test(id)),
			PMCID: ids.all('pmc', 'pmcid').find((id) => /^PMC\d+$/.test(id)),
			...serialNumbers([...ids.all('isbn', 'issn'), ...identifiersIn(host).all('isbn', 'issn')]),
		}),
	};
	const arxiv = [...ids.all('arxiv').map((id) => `arXiv:${id.replace(/^arxiv:/i, '')}`), doi ?? '', ...uris];
	return {
		item,
		extra: presentFields({
			arxiv: arxiv.map(arxivIdIn).find(Boolean),
			authorsTruncated: isTruncated(element) || undefined,
		}),
	};
}

function related(element: XmlElement, type: string): XmlElement | undefined {
	return elementsAt(element, 'relatedItem').find(({ attributes }) => attributes.get('type') === type);
}

/** Identifiers by the `type` that the file gives them, in any case. Those marked as invalid are left out. */
function identifiersIn(element: XmlElement | undefined): { all: (...types: readonly string[]) => readonly string[] } {
	const valid = (element ? elementsAt(element, 'identifier') : []).filter(
		({ attributes }) => !attributes.has('invalid'),
	);
	return {
		all: (...types) =>
			types.flatMap((type) =>
				valid.filter(({ attributes }) => attributes.get('type')?.toLowerCase() === type).map(textIn),
			),
	};
}

function creators(element: XmlElement, host: XmlElement | undefined): CslDraft {
	const own = peopleIn(element);
	const ofHost = peopleIn(host);
	return {
		...own,
		editor: [...(own.editor ?? []), ...(ofHost.editor ?? [])],
		'container-author': ofHost.author,
	};
}

function titles(element: XmlElement, host: XmlElement | undefined): CslDraft {
	const series = related(element, 'series') ?? (host && related(host, 'series'));
	const event = host && elementsAt(host, 'name').find(({ attributes }) => attributes.get('type') === 'conference');
	return {
		'container-title': titleIn(host),
		'container-title-short': titleOfType(host, 'abbreviated'),
		'collection-title': series && (richAt(series, 'titleInfo/title') ?? titleIn(series)),
		'collection-number': textAt(series, 'titleInfo/partNumber') ?? textAt(series, 'part/detail/number'),
		'event-title': textAt(event, 'namePart'),
	};
}

/** `<part>` stands in the host, or beside it. */
function numbers(type: string, places: readonly (XmlElement | undefined)[]): CslDraft {
	const parts = places.flatMap((place) => (place ? elementsAt(place, 'part') : []));
	const detail = (...types: readonly string[]): string | undefined =>
		types
			.flatMap((each) =>
				parts.flatMap((part) => elementsAt(part, 'detail').filter(({ attributes }) => attributes.get('type') === each)),
			)
			.map((found) => textAt(found, 'number') ?? textAt(found, 'caption') ?? textAt(found, 'title'))
			.find(Boolean);
	const extents = parts.flatMap((part) => elementsAt(part, 'extent'));
	const pages = extents
		.map((extent) => pageRange(textAt(extent, 'start') ?? textAt(extent, 'list'), textAt(extent, 'end')))
		.find(Boolean);
	const [element] = places;
	const total = extents.map((extent) => textAt(extent, 'total')).find(Boolean);
	const extent = textAt(element, 'physicalDescription/extent');
	return {
		volume: detail('volume'),
		issue: detail('issue', 'number'),
		number: detail('report'),
		page: pages ?? detail('page', 'pages', 'article'),
		'number-of-pages': isPartOfWork(type) ? undefined : (total ?? /(\d+) ?p(?:p|ages?)?\b/.exec(extent ?? '')?.[1]),
	};
}

function publication(element: XmlElement, host: XmlElement | undefined): CslDraft {
	const origins = [element, host].flatMap((place) => (place ? elementsAt(place, 'originInfo') : []));
	const first = (path: string): string | undefined => origins.map((origin) => textAt(origin, path)).find(Boolean);
	const places = origins.flatMap((origin) => elementsAt(origin, 'place/placeTerm'));
	const place = places.find(({ attributes }) => attributes.get('type') !== 'code');
	return {
		publisher: first('publisher') ?? teamWithRole(element, /^(?:dgg|degree grantor|pbl|publisher)$/i),
		'publisher-place': place && textIn(place),
		edition: first('edition'),
	};
}

function texts(element: XmlElement): CslDraft {
	const languages = elementsAt(element, 'language/languageTerm');
	const language = languages.find(({ attributes }) => attributes.get('type') === 'text') ?? languages[0];
	const abstracts = elementsAt(element, 'abstract').map(richTextIn);
	const keywords = ['topic', 'geographic', 'temporal'].flatMap((kind) => textsAt(element, `subject/${kind}`));
	return {
		abstract: abstracts.filter(Boolean).join('\n\n'),
		language: language && textIn(language),
		keyword: [...new Set(keywords)].join(', '),
		note: textsAt(element, 'note').join('\n'),
		genre: textAt(element, 'genre'),
		'call-number': textAt(element, 'classification') ?? textAt(element, 'location/shelfLocator'),
	};
}

function richAt(element: XmlElement, path: string): string | undefined {
	const found = elementAt(element, path);
	return (found && richTextIn(found)) || undefined;
}
