/** Converts one entry of a tagged EndNote or refer file to a CSL item. */

import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiIn, namedDoiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ExtraDraft, ItemDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { endnoteType, isStandalone } from '../endnoteXml/endnoteTypes.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { TaggedFields } from '../lines/taggedField.ts';
import { invertedNames, namesOthers } from '../people/invertedName.ts';

export interface ReferContent {
	readonly item: ItemDraft;
	readonly extra: ExtraDraft;
}

export function referContent(fields: TaggedFields): ReferContent {
	const type = typeOf(fields);
	const links = fields.all('U', '>', 'R').flatMap((text) => text.match(/https?:\/\/\S+/gi) ?? []);
	const doi = [...fields.all('R').map(doiIn), ...fields.all('U', 'Z').map(namedDoiIn)].find(Boolean);
	const item = {
		type,
		...presentFields({
			title: fields.first('T'),
			...creators(type, fields),
			issued: paperDate([...fields.all('D'), ...fields.all('8')]),
			accessed: paperDate(fields.all('[').slice(0, 1)),
			...titles(type, fields),
			...numbers(type, fields, doi),
			...texts(fields),
			...pubmedIds(fields),
			DOI: doi,
			URL: links[0],
			...serialNumbers(fields.all('@')),
		}),
	};
	const arxiv = arxivIdAt({
		marked: fields.all('R', 'U', '>', 'J', 'B', 'M'),
		container: fields.first('J'),
		volume: fields.first('V'),
		note: fields.all('Z').join('\n'),
	});
	const files = fields.all('>');
	return {
		item,
		extra: presentFields({
			arxiv,
			pdfUrl: files.find((file) => /^https?:\S*\.pdf$/i.test(file)),
			attachments: files.filter((file) => !/^https?:/i.test(file)),
			authorsTruncated: fields.all('A').some(namesOthers) || undefined,
		}),
	};
}

/** refer's own files have no types: a journal makes an article, a book's title a chapter, a publisher a book. */
function typeOf(fields: TaggedFields): string {
	const written = fields.first('0');
	if (written !== undefined) {
		return endnoteType(written);
	}
	const tag = ['J', 'B', 'R', 'I'].find((each) => fields.first(each) !== undefined);
	return { J: 'article-journal', B: 'chapter', R: 'report', I: 'book' }[tag ?? ''] ?? 'document';
}

/** `%Y` is the series editor with EndNote, an adviser for theses, and with others the editor of proceedings. */
function creators(type: string, fields: TaggedFields): CslDraft {
	const third = invertedNames(fields.all('Y'));
	const isEditor = type === 'paper-conference' && fields.first('E') === undefined;
	const author = invertedNames(fields.all('A'));
	const editor = invertedNames(fields.all('E', ...(isEditor ? ['Y'] : [])));
	if (type === 'motion_picture') {
		return { director: author, 'series-creator': editor, producer: third };
	}
	return {
		author,
		editor,
		...(isEditor ? {} : { [type === 'thesis' ? 'contributor' : 'collection-editor']: third }),
		translator: type === 'book' || type === 'chapter' ? invertedNames(fields.all('?')) : undefined,
	};
}

function titles(type: string, fields: TaggedFields): CslDraft {
	const alone = isStandalone(type);
	const container = alone ? undefined : fields.first('J', 'B', 'S');
	const series = alone && type !== 'thesis' ? fields.first('S', 'B') : fields.first('S');
	const short = fields.first('!');
	return {
		'container-title': container,
		'container-title-short': fields.first('0') === undefined ? undefined : fields.first('O'),
		'collection-title': series === container ? undefined : series,
		'title-short': short === fields.first('T') ? undefined : short,
	};
}

function numbers(type: string, fields: TaggedFields, doi: string | undefined): CslDraft {
	const pages = fields.all('P');
	// CNKI writes the number of pages, too.
	const page = pageRange(pages.find((each) => /[-‐–—]/.test(each)) ?? pages[0], undefined);
	const report = doi === undefined ? fields.all('R').find((text) => !/^https?:/i.test(text)) : undefined;
	const isHeld = /^(?:article-|paper-conference$)/.test(type);
	return {
		volume: fields.first('V'),
		...(isHeld ? { issue: fields.first('N') } : { number: fields.first('N') ?? report }),
		...(isStandalone(type) ? { 'number-of-pages': page } : { page }),
		edition: fields.first('7'),
		'number-of-volumes': fields.first('6'),
	};
}

function texts(fields: TaggedFields): CslDraft {
	const isEndnote = fields.first('0') !== undefined;
	return {
		publisher: fields.first('I'),
		'publisher-place': fields.first('C'),
		genre: fields.first('9'),
		language: fields.first('G'),
		abstract: fields.blocks('X').join('\n\n'),
		keyword: keywordsOf(fields).join(', '),
		note: fields.all('Z', ...(isEndnote ? [] : ['O'])).join('\n'),
		'reviewed-title': fields.first('*'),
		'call-number': isEndnote ? fields.first('L') : undefined,
		archive: fields.first('~', 'W'),
		archive_location: fields.first('M'),
	};
}

/** EndNote keeps the id of an entry from PubMed as its accession number, and the one of PubMed Central in `%2`. */
function pubmedIds(fields: TaggedFields): CslDraft {
	const number = fields.first('M') ?? '';
	const isPubmed = /pubmed|medline|\bnlm\b/i.test(fields.all('~', 'W').join(' '));
	return {
		PMID: isPubmed && /^\d{1,8}$/.test(number) ? number : undefined,
		PMCID: fields.all('2').find((text) => /^PMC\d+$/.test(text)),
	};
}

/** One keyword per field, or one per line, or several separated by semicolons. */
function keywordsOf(fields: TaggedFields): readonly string[] {
	const keywords = fields.blocks('K').flatMap((block) => block.split(/[\n;]/));
	return [...new Set(keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== ''))];
}
