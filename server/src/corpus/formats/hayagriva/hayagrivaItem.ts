/** One entry of a Hayagriva file as a CSL item. What a paper appeared in is its parent, with fields of its own. */

import { arxivIdIn, bareArxivId } from '../../identifiers/arxivId.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import type { ExtraDraft, ItemDraft } from '../../paper.ts';
import { textOf } from '../csl/cslItem.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import { hayagrivaType } from './hayagrivaType.ts';
import {
	affiliated,
	type Fields,
	formattable,
	hayagrivaDate,
	linkOf,
	people,
	serialNumber,
	shortForm,
} from './hayagrivaValues.ts';

export interface HayagrivaContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

const NONE: Fields = new Map();

/** Types whose parent is a series or a larger edition. */
const STANDALONE: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'legislation', 'patent', 'software']);

export function hayagrivaContent(fields: Fields): HayagrivaContent {
	const parent = parentOf(fields);
	const type = hayagrivaType(textOf(fields.get('type')) ?? 'misc', parent && (textOf(parent.get('type')) ?? ''));
	const link = linkOf(fields.get('url'));
	const written = serialNumber(fields, 'doi') ?? '';
	const doi = doiIn(written);
	const item = {
		type,
		...presentFields({
			title: formattable(fields.get('title')),
			'title-short': shortForm(fields.get('title')),
			...creators(type, fields, parent),
			issued: hayagrivaDate(fields.get('date')) ?? hayagrivaDate(parent?.get('date')),
			accessed: link.accessed,
			...containers(type, parent),
			...numbers(type, fields, parent ?? NONE),
			...texts(fields, parent ?? NONE),
			// What is no DOI is kept, so that it is reported.
			DOI: doi ?? written,
			URL: link.url ?? linkOf(parent?.get('url')).url,
			PMID: serialNumber(fields, 'pmid'),
			PMCID: serialNumber(fields, 'pmcid'),
			ISBN: serialNumber(fields, 'isbn') ?? (parent && serialNumber(parent, 'isbn')),
			ISSN: serialNumber(fields, 'issn') ?? (parent && serialNumber(parent, 'issn')),
		}),
	};
	return { item, extra: presentFields({ arxiv: arxivOf(fields, parent, [written, link.url ?? '']) }) };
}

/** The first parent: the others are further places of publication, such as a video of a talk. */
function parentOf(fields: Fields): Fields | undefined {
	const value = fields.get('parent');
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return first instanceof Map ? first : undefined;
}

function creators(type: string, fields: Fields, parent: Fields | undefined): CslDraft {
	const editors = people(parent?.get('editor'));
	const isAlone = STANDALONE.has(type);
	return {
		...affiliated(fields.get('affiliated')),
		author: people(fields.get('author')),
		editor: [...people(fields.get('editor')), ...(isAlone ? [] : editors)],
		'container-author': isAlone ? undefined : people(parent?.get('author')),
		'collection-editor': isAlone ? editors : undefined,
	};
}

function containers(type: string, parent: Fields | undefined): CslDraft {
	const title = formattable(parent?.get('title'));
	const above = parent && parentOf(parent);
	return STANDALONE.has(type)
		? { 'collection-title': title }
		: {
				'container-title': title,
				'container-title-short': shortForm(parent?.get('title')),
				'collection-title': formattable(above?.get('title')),
			};
}

/** The volume and issue of an article stand with its parent. */
function numbers(type: string, fields: Fields, parent: Fields): CslDraft {
	const either = (name: string): string | undefined => textOf(fields.get(name)) ?? textOf(parent.get(name));
	const serial = fields.get('serial-number');
	return {
		volume: STANDALONE.has(type) ? textOf(fields.get('volume')) : either('volume'),
		issue: either('issue'),
		edition: either('edition'),
		page: pageRange(textOf(fields.get('page-range')), undefined),
		'number-of-pages': textOf(fields.get('page-total')),
		'number-of-volumes': either('volume-total'),
		'chapter-number': textOf(fields.get('chapter')),
		number: serial instanceof Map ? textOf(serial.get('serial')) : textOf(serial),
		dimensions: textOf(fields.get('runtime')),
	};
}

function texts(fields: Fields, parent: Fields): CslDraft {
	const either = (name: string): string | undefined => placed(fields.get(name)) ?? placed(parent.get(name));
	return {
		publisher: either('publisher') ?? either('organization'),
		'publisher-place': either('location') ?? publisherPlace(fields) ?? publisherPlace(parent),
		language: textOf(fields.get('language')),
		abstract: textOf(fields.get('abstract')),
		note: textOf(fields.get('note')),
		genre: textOf(fields.get('genre')),
		archive: formattable(fields.get('archive')),
		archive_location: formattable(fields.get('archive-location')),
		'call-number': textOf(fields.get('call-number')),
	};
}

/** A publisher may be given as `{name: ..., location: ...}`. */
function placed(value: unknown): string | undefined {
	return formattable(value instanceof Map && value.has('name') ? value.get('name') : value);
}

function publisherPlace(fields: Fields): string | undefined {
	const publisher = fields.get('publisher');
	return publisher instanceof Map ? formattable(publisher.get('location')) : undefined;
}

/** The id in `serial-number`, which may be only a number where the parent says that it is arXiv's. */
function arxivOf(fields: Fields, parent: Fields | undefined, texts: readonly string[]): string | undefined {
	const marked = serialNumber(fields, 'arxiv');
	const serial = textOf(fields.get('serial-number')) ?? '';
	const isArxiv = /^arxiv$/i.test(formattable(parent?.get('title')) ?? '');
	const bare = marked ?? (isArxiv ? serial : undefined);
	return (
		(bare === undefined ? undefined : bareArxivId(bare.replace(/^arxiv:\s*/i, ''))) ??
		[serial, ...texts].map(arxivIdIn).find(Boolean)
	);
}
