/**
 * Converts one RIS entry to a CSL item. The format has two contradictory descriptions and twenty exporters that follow
 * neither, so each tag is read in its most common meaning.
 */

import { doiIn } from '../../identifiers/doiText.ts';
import { serialNumbers } from '../../identifiers/serialNumbers.ts';
import type { ItemDraft, NameDraft } from '../../paper.ts';
import { paperDate } from '../dates/paperDate.ts';
import { pageRange } from '../fields/pageRange.ts';
import { type CslDraft, presentFields } from '../fields/presentFields.ts';
import type { TaggedFields } from '../lines/taggedField.ts';
import { invertedNames } from '../people/invertedName.ts';
import { pubmedNumbers, risDoi, risUrl } from './risLinks.ts';
import { hasIssues, rolesOf, standsAlone } from './risTypes.ts';

/** The tags that may hold the title of the work itself, the best first. `BT` is the title of a whole book. */
export const TITLE_TAGS = ['TI', 'T1', 'CT', 'BT'];

export function risItem(type: string, fields: TaggedFields): ItemDraft {
	return {
		type,
		...presentFields({
			title: fields.first(...TITLE_TAGS),
			...creators(type, fields),
			issued: paperDate(fields.all('PY', 'Y1', 'DA', 'YR')),
			accessed: accessDate(fields),
			...titles(type, fields),
			...numbers(type, fields),
			...texts(fields),
			DOI: risDoi(fields),
			URL: risUrl(fields),
			...pubmedNumbers(fields),
			...serialNumbers(fields.all('SN')),
		}),
	};
}

function creators(type: string, fields: TaggedFields): CslDraft {
	const [main, second, third, fourth] = rolesOf(type);
	// The editors of a journal are not relevant; PsycInfo lists cited authors in these tags.
	const others = type === 'article-journal' ? [] : ['A2', 'A3', 'A4'].map((tag) => invertedNames(fields.all(tag)));
	const people: Record<string, readonly NameDraft[] | undefined> = {};
	const all = [invertedNames(authorsOf(fields)), ...others];
	for (const [index, role] of [main, second, third, fourth].entries()) {
		people[role] = all[index];
	}
	return { ...people, editor: [...invertedNames(fields.all('ED')), ...(people['editor'] ?? [])] };
}

/**
 * The authors in the order of the file: some exporters write the first one as `A1` and the others as `AU`. Others repeat
 * the list of one tag in the other.
 */
function authorsOf(fields: TaggedFields): readonly string[] {
	const [first, others] = [fields.all('A1'), fields.all('AU')];
	if (first.every((name) => others.includes(name))) {
		return others;
	}
	return others.every((name) => first.includes(name)) ? first : fields.inOrder('A1', 'AU');
}

/** `Y2`, formerly a second date, is an access date if it includes a day. */
function accessDate(fields: TaggedFields): ItemDraft['accessed'] {
	const date = paperDate(fields.all('Y2').slice(0, 1));
	return date?.['date-parts']?.[0]?.length === 3 ? date : undefined;
}

function titles(type: string, fields: TaggedFields): CslDraft {
	const title = fields.first(...TITLE_TAGS);
	const alone = standsAlone(type);
	const written = fields.first('JF', 'T2', 'BT', 'JO', 'JA', 'J1', 'J2', 'J9');
	// The title of the proceedings, where `T2` would have the name of the conference.
	const container = alone ? undefined : (written ?? (type === 'paper-conference' ? fields.first('C3') : undefined));
	const short = fields.all('JA', 'J2', 'J1', 'JI', 'JO').find((name) => name !== container);
	const shortTitle = fields.first('ST');
	return {
		'container-title': container,
		'container-title-short': container === undefined ? undefined : short,
		'collection-title': alone ? fields.first('T2', 'T3') : fields.first('T3'),
		// EPPI-Reviewer writes `Brownstein (2024)` here, and EndNote repeats the title.
		'title-short': shortTitle === title || /\(\d{4}\)$/.test(shortTitle ?? '') ? undefined : shortTitle,
	};
}

function numbers(type: string, fields: TaggedFields): CslDraft {
	const issue = fields.first('IS', 'CP', 'IP') ?? fields.all('M1').find(isNumber);
	const pages = pageRange(fields.first('SP'), fields.first('EP')) ?? fields.first('PG', 'PP', 'C7', 'AR');
	return {
		volume: fields.first('VL', 'VO'),
		...(hasIssues(type) ? { issue } : { number: issue }),
		...(standsAlone(type) ? { 'number-of-pages': pages } : { page: pages }),
		edition: fields.first('ET'),
		'number-of-volumes': fields.first('NV'),
		genre: standsAlone(type) ? fields.all('M3').find((text) => doiIn(text) === undefined) : undefined,
	};
}

/** `M1` is usually a number. Embase writes addresses there, PsycInfo cited works, RefWorks `Journal Article`. */
function isNumber(text: string): boolean {
	return text.length < 20 && /^\S*\d\S*(?: \S+)?$/.test(text);
}

function texts(fields: TaggedFields): CslDraft {
	return {
		publisher: fields.first('PB', 'PU'),
		'publisher-place': fields.first('CY', 'PI', 'PP'),
		language: fields.first('LA'),
		abstract: abstractOf(fields),
		keyword: keywordsOf(fields).join(', '),
		note: fields.all('N1').join('\n'),
		'reviewed-title': fields.first('RI'),
		'call-number': fields.first('CN'),
		archive: fields.first('DB'),
		archive_location: fields.first('AN'),
	};
}

/** EBSCO adds a notice to the abstract and another one in a second `AB`. */
function abstractOf(fields: TaggedFields): string {
	const parts = fields.blocks('AB', 'N2').filter((part) => !/^Copyright of .{5,300} is the property of /.test(part));
	return [...new Set(parts)].join('\n\n').replace(/\s?\[ABSTRACT FROM AUTHOR\]$/, '');
}

/** One keyword per field, or one per line, or several separated by semicolons. */
function keywordsOf(fields: TaggedFields): readonly string[] {
	const keywords = fields
		.blocks('KW', 'K1')
		.flatMap((block) => block.split(/[\n;]/))
		.map((keyword) => keyword.trim());
	return [...new Set(keywords.filter((keyword) => keyword !== ''))];
}
