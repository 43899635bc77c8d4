/**
 * The fields of one Web of Science entry as a record's content
 * (https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html).
 */

import { arxivIdAt } from '../../identifiers/arxivPlaces.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { NameDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import type { RecordParts } from '../fields/keyedRecord.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { TaggedFields } from '../lines/taggedField.ts';
import { invertedNames } from '../people/invertedName.ts';

export function wosContent(fields: TaggedFields): Pick<RecordParts, 'aliases' | 'item' | 'extra'> {
	const type = typeOf(fields);
	const doi = fields.all('DI').map(doiIn).find(Boolean);
	const pmid = fields.first('PM');
	const item = {
		type,
		...presentFields({
			title: fields.first('TI'),
			...creators(fields),
			issued: issued(fields),
			...titles(type, fields),
			...numbers(type, fields),
			...texts(fields),
			DOI: doi,
			PMID: pmid,
			...serialNumbers(fields.all('SN', 'EI', 'BN')),
		}),
	};
	const arxiv = arxivIdAt({
		marked: fields.all('DI', 'AR'),
		container: fields.first('SO'),
		volume: fields.first('VL'),
		note: undefined,
	});
	return { item, aliases: pmid === undefined ? [] : [`pmid:${pmid}`], extra: presentFields({ arxiv }) };
}

/** `DT` tells what the work is, `PT` in what it has appeared: a journal, a book, a series, a patent. */
function typeOf(fields: TaggedFields): string {
	const within = fields.first('PT')?.charAt(0) ?? '';
	const kind = fields.first('DT') ?? '';
	if (within === 'P') {
		return 'patent';
	}
	if (/dissertation|thesis/i.test(kind)) {
		return 'thesis';
	}
	const [, type] = KINDS.find(([pattern]) => pattern.test(kind)) ?? [];
	if (type !== undefined) {
		return type;
	}
	if (within === 'J' || (within === 'S' && fields.first('BN') === undefined)) {
		return 'article-journal';
	}
	if (/proceedings/i.test(kind) || (within !== 'B' && fields.first('CT') !== undefined)) {
		return 'paper-conference';
	}
	const book = fields.first('SO');
	return book === undefined || book.toLowerCase() === fields.first('TI')?.toLowerCase() ? 'book' : 'chapter';
}

const KINDS: readonly (readonly [kind: RegExp, type: string])[] = [
	[/book review/i, 'review-book'],
	[/preprint/i, 'article'],
	[/data ?set/i, 'dataset'],
	[/^software$/i, 'software'],
];

/** `AF` holds the full names and `AU` their short forms; `CA` is a team. Names in one line are separated by semicolons. */
function creators(fields: TaggedFields): CslDraft {
	const teams = linesOf(fields, 'CA').map((literal) => ({ literal }));
	const author = [...namesOf(fields, 'AF', 'AU'), ...teams];
	const ofBook = namesOf(fields, 'BF', 'BA');
	return {
		author: author.length > 0 ? author : ofBook,
		'container-author': author.length > 0 ? ofBook : undefined,
		editor: namesOf(fields, 'BE', 'ED'),
	};
}

function namesOf(fields: TaggedFields, full: string, short: string): readonly NameDraft[] {
	const names = invertedNames(linesOf(fields, full));
	return names.length > 0 ? names : invertedNames(linesOf(fields, short));
}

/** The parts of a list: a line each, or separated by semicolons, as other programs write it. */
function linesOf(fields: TaggedFields, tag: string): readonly string[] {
	const parts = fields.blocks(tag).flatMap((block) => block.split(/[\n;]/));
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `PD` is a day and a month, or a season. An article without a volume yet has only the date of early access. */
function issued(fields: TaggedFields): CslDraft['issued'] {
	return paperDate(fields.first('PY') === undefined ? fields.all('EA', 'EY') : fields.all('PY', 'PD'));
}

function titles(type: string, fields: TaggedFields): CslDraft {
	const isAlone = type === 'book' || type === 'thesis' || type === 'patent';
	return {
		'container-title': isAlone ? undefined : fields.first('SO'),
		'container-title-short': isAlone ? undefined : fields.first('JI', 'J9'),
		'collection-title': fields.first('SE'),
		'event-title': fields.first('CT'),
		'event-place': fields.first('CL'),
	};
}

function numbers(type: string, fields: TaggedFields): CslDraft {
	const isBook = type === 'book' || type === 'thesis';
	return {
		volume: fields.first('VL'),
		issue: fields.first('IS'),
		number: type === 'patent' ? fields.first('PN') : undefined,
		...(isBook
			? { 'number-of-pages': fields.first('PG') }
			: { page: pageRange(fields.first('BP'), fields.first('EP')) ?? fields.first('AR') }),
	};
}

function texts(fields: TaggedFields): CslDraft {
	return {
		publisher: fields.first('PU'),
		'publisher-place': fields.first('PI'),
		language: fields.first('LA'),
		abstract: fields.first('AB'),
		// Keywords run on over lines: the authors' own ones, then those of the database.
		keyword: [...new Set(fields.all('DE', 'ID').flatMap((list) => list.split(/\s*;\s*/)))].filter(Boolean).join(', '),
		archive_location: fields.first('UT'),
	};
}
