/** The record of one paper of a listing, for all layouts. */

import { withRichText } from '../../../util/textKinds.ts';
import type { CslDate, ExtraDraft, ItemDraft, PaperRecord } from '../../paper.ts';
import { joinLines, type Line } from '../lines/lines.ts';
import { authorList } from '../people/authorList.ts';
import type { ListingEntry, ListingLine } from './listingLine.ts';

export interface ListingParts {
	readonly title: Line;
	/** `Bo Xue, Yunchong Song et al. · tsinghua`; empty if there are none. */
	readonly authors: string;
	readonly abstract: readonly Line[];
}

/** @param largest the largest year in the file. A date without a year is from the following year. */
export function listingRecord(entry: ListingEntry, largest: number | undefined, parts: ListingParts): PaperRecord {
	const { head, body } = entry;
	const { authors, truncated, affiliations } = authorList(parts.authors);
	const abstract = joinLines(parts.abstract);
	const item: ItemDraft = {
		type: 'article',
		title: parts.title.text,
		...(authors.length > 0 ? { author: authors } : {}),
		issued: dateOf(head, largest),
		...(abstract ? { abstract } : {}),
	};
	return withRichText<PaperRecord>({
		item,
		extra: {
			...extraOf(head, largest),
			...(truncated ? { authorsTruncated: true } : {}),
			...(affiliations.length > 0 ? { affiliations } : {}),
		},
		span: { start: head.line.span.start, end: (body.at(-1) ?? head.line).span.end },
		keySpan: parts.title.span,
	});
}

/** If the year is neither written nor can be inferred, the date is just the text `May 28`. */
function dateOf({ month, monthName, day, year }: ListingLine, largest: number | undefined): CslDate {
	const known = year ?? (largest === undefined ? undefined : largest + 1);
	return known === undefined ? { literal: `${monthName} ${day}` } : { 'date-parts': [[known, month, day]] };
}

function extraOf({ category, score, hasCode, year }: ListingLine, largest: number | undefined): ExtraDraft {
	return {
		categories: [category],
		...(score === undefined ? {} : { score }),
		...(hasCode ? { hasCode } : {}),
		...(year === undefined && largest !== undefined ? { yearInferred: true } : {}),
	};
}
