/**
 * Decides which records describe the same paper: equal DOI, or equal arXiv id, or equal folded title with a shared
 * author and years at most one apart. The relation depends only on the two records; a paper is a group of records
 * connected by it. So a change affects only the records of the papers it touches.
 */

import { foldedWords } from '../util/fold.ts';
import { hashText } from '../util/hash.ts';
import type { PlainText } from '../util/textKinds.ts';
import { identifierIn, isPreprintDoi, normalArxiv } from './identifiers/identifiers.ts';
import { plainPart } from './names.ts';
import type { CslDate, CslName } from './paper.ts';
import type { RecordContent } from './recordContent.ts';
import { plainText } from './text/richText.ts';

/** The parts of a record that decide. All are folded; empty if the record does not have them. */
export interface Identity {
	/** A publisher's DOI. The DOI of an arXiv paper is stored as `arxiv`. */
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly title: string;
	/** Every form in which an author's name may occur: `maaten` and `laurensmaaten` for Laurens van der Maaten. */
	readonly authors: ReadonlySet<string>;
	readonly year: number | undefined;
	readonly container: string;
	readonly volume: string;
	/** The first page. Article numbers do not count, because some sources give one where others count pages from 1. */
	readonly page: string;
}

export function identityOf(record: RecordContent): Identity {
	const { item } = record;
	return {
		...numbersOf(record),
		title: foldedTitle(record),
		authors: new Set(item.author?.flatMap(authorForms)),
		year: yearOf(item.issued),
		container: folded(plainText(item['container-title'])),
		volume: item.volume ?? '',
		page: FIRST_PAGE.exec(item.page ?? '')?.[0].toLowerCase() ?? '',
	};
}

function numbersOf({ item, extra }: RecordContent): Pick<Identity, 'doi' | 'arxiv'> {
	const address = item.URL === undefined ? undefined : identifierIn(item.URL);
	const number = (item.DOI === undefined ? undefined : identifierIn(item.DOI)) ?? address;
	const arxiv = extra?.arxiv === undefined ? undefined : normalArxiv(extra.arxiv);
	return {
		doi: number !== undefined && 'doi' in number ? number.doi : undefined,
		arxiv:
			arxiv ?? [number, address].map((found) => (found && 'arxiv' in found ? found.arxiv : undefined)).find(Boolean),
	};
}

function foldedTitle({ item }: RecordContent): string {
	return folded(plainText(item.title));
}

/** Whether two records describe the same paper. */
export function samePaper(a: Identity, b: Identity): boolean {
	return equalAndKnown(a.doi, b.doi) || equalAndKnown(a.arxiv, b.arxiv) || sameByTitle(a, b);
}

/** Hashes for looking up a record. Two records of one paper have an equal hash of the title or of another identifier. */
export interface IdentityMarks {
	readonly title: number | null;
	/** 0 if unknown. */
	readonly year: number;
	readonly doi: number | null;
	readonly arxiv: number | null;
}

export function identityMarks(record: RecordContent): IdentityMarks {
	const title = foldedTitle(record);
	const { doi, arxiv } = numbersOf(record);
	return {
		title: title === '' ? null : hashText(title),
		year: yearOf(record.item.issued) ?? 0,
		doi: doi === undefined ? null : hashText(doi),
		arxiv: arxiv === undefined ? null : hashText(arxiv),
	};
}

function sameByTitle(a: Identity, b: Identity): boolean {
	return a.title !== '' && a.title === b.title && sameTime(a, b) && sameAuthors(a, b) && !toldApart(a, b);
}

function sameTime(a: Identity, b: Identity): boolean {
	if (a.year === undefined || b.year === undefined) {
		return a.year === b.year;
	}
	return Math.abs(a.year - b.year) <= (a.authors.size === 0 ? 0 : 1);
}

function sameAuthors(a: Identity, b: Identity): boolean {
	if (a.authors.size === 0) {
		return b.authors.size === 0;
	}
	for (const form of a.authors) {
		if (b.authors.has(form)) {
			return true;
		}
	}
	return false;
}

/**
 * Editorials, prefaces and yearly overviews repeat title and author. Two records are not joined by title and author if
 * they clearly differ: by two publishers' DOIs (a preprint's DOI does not contradict the published paper's), by two
 * arXiv ids, or by two places in one journal or volume of proceedings.
 */
function toldApart(a: Identity, b: Identity): boolean {
	return (
		(unequalAndKnown(a.doi, b.doi) && !isPreprintDoi(a.doi ?? '') && !isPreprintDoi(b.doi ?? '')) ||
		unequalAndKnown(a.arxiv, b.arxiv) ||
		(equalAndKnown(a.container, b.container) &&
			(unequalAndKnown(a.volume, b.volume) || unequalAndKnown(a.page, b.page)))
	);
}

function equalAndKnown(a: string | undefined, b: string | undefined): boolean {
	return Boolean(a) && a === b;
}

function unequalAndKnown(a: string | undefined, b: string | undefined): boolean {
	return Boolean(a) && Boolean(b) && a !== b;
}

function folded(text: PlainText): string {
	return foldedWords(text).join(' ');
}

/**
 * The last word of a family name counts, because sources treat particles and double surnames differently. The whole name
 * counts too, so that the team `Olmo Team` still matches if a reader took it for a person.
 */
function authorForms(name: CslName): string[] {
	const family = foldedWords(plainPart(name.literal ?? name.family));
	const last = family.at(-1);
	if (last === undefined) {
		return [];
	}
	return name.literal === undefined
		? [last, foldedWords(plainPart(name.given)).join('') + family.join('')]
		: [family.join('')];
}

const FIRST_PAGE = /^[a-z]?\d{1,4}(?!\d)/i;

const YEAR_IN_TEXT = /(?<!\d)\d{4}(?!\d)/;

/** The year of a date, or the first year of a range. */
export function yearOf(date: CslDate | undefined): number | undefined {
	const parts = date?.['date-parts']?.[0]?.[0];
	if (Number.isSafeInteger(parts)) {
		return parts;
	}
	const written = date?.literal === undefined ? undefined : YEAR_IN_TEXT.exec(date.literal)?.[0];
	return written === undefined ? undefined : Number(written);
}
