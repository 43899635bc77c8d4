/**
 * What identifies a paper, as hashes: enough to find it again in another index, after its key and perhaps a few of its
 * fields have changed.
 */

import { hashText } from '../../util/hash.ts';
import { creatorsOf } from '../names.ts';
import type { RecordContent } from '../recordContent.ts';
import { yearOf } from '../year.ts';
import { identitySigns } from './identityMarks.ts';
import { firstFamily } from './people.ts';

/** Each is null where the record does not say. All but the year are hashes. */
export interface PaperMarks {
	readonly doi: number | null;
	readonly arxiv: number | null;
	readonly pmid: number | null;
	readonly title: number | null;
	/** Volume, first page and first author. */
	readonly place: number | null;
	/** The family name of the first author. */
	readonly author: number | null;
	readonly year: number | null;
}

export function paperMarks(record: RecordContent): PaperMarks {
	const { doi, arxiv, pmid, title, place } = identitySigns(record).marks;
	const family = firstFamily(creatorsOf(record.item));
	const author = family === '' ? null : hashText(family);
	return { doi, arxiv, pmid, title, place, author, year: yearOf(record.item.issued) ?? null };
}

/** How well two sets of marks agree. `all`: in everything that identifies a paper. `no`: they may be two papers. */
export type Agreement = 'all' | 'most' | 'no';

export function agreementOf(one: PaperMarks, other: PaperMarks): Agreement {
	if (MARKS.every((mark) => one[mark] === other[mark])) {
		return one.title === null && !sharesIdentifier(one, other) ? 'no' : 'all';
	}
	if (IDENTIFIERS.some((mark) => one[mark] !== null && other[mark] !== null && one[mark] !== other[mark])) {
		return 'no';
	}
	const isSure = sharesIdentifier(one, other) ? hasSameTitleOrAuthor(one, other) : hasSameTitleAndAuthor(one, other);
	return isSure ? 'most' : 'no';
}

const IDENTIFIERS = ['doi', 'arxiv', 'pmid'] as const;
const MARKS = [...IDENTIFIERS, 'title', 'author', 'year'] as const;

function sharesIdentifier(one: PaperMarks, other: PaperMarks): boolean {
	return IDENTIFIERS.some((mark) => areEqual(one[mark], other[mark]));
}

/** The chapters of a book often share its DOI. */
function hasSameTitleOrAuthor(one: PaperMarks, other: PaperMarks): boolean {
	const isUntitled = one.title === null || other.title === null;
	return isUntitled || areEqual(one.title, other.title) || areEqual(one.author, other.author);
}

function hasSameTitleAndAuthor(one: PaperMarks, other: PaperMarks): boolean {
	if (!areEqual(one.title, other.title) || one.author !== other.author) {
		return false;
	}
	if (one.author === null) {
		return areEqual(one.year, other.year);
	}
	return one.year === null || other.year === null || Math.abs(one.year - other.year) <= 1;
}

function areEqual(one: number | null, other: number | null): boolean {
	return one !== null && one === other;
}
