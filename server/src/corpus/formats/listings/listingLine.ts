/** The line above each paper of a listing: `[score]CATEGORY Mon D[, YYYY][Code]`, as in `58.1CLMay 28` or `CLOct 21, 2025Code`. */

import { monthNumber, SHORT_MONTH_NAMES } from '../dates/months.ts';
import { type Line, linesIn } from '../lines/lines.ts';

export interface ListingLine {
	readonly line: Line;
	readonly score?: number;
	/** The class within its archive: `CL`, `AI`; or an archive without classes: `quant-ph`. */
	readonly category: string;
	/** 1 to 12. */
	readonly month: number;
	/** `May` */
	readonly monthName: string;
	readonly day: number;
	readonly year?: number;
	readonly hasCode: boolean;
}

const PATTERN = new RegExp(
	String.raw`^(?<score>\d{1,3}(?:\.\d{1,2})?)?\s?(?<category>[A-Z]{2,3}|[a-z]{2,8}(?:-[a-z]{2,8})?(?:\.[A-Za-z-]{2,8})?)\s?` +
		String.raw`(?<month>${SHORT_MONTH_NAMES.join('|')})[a-z]{0,6} (?<day>\d{1,2})(?:, (?<year>[12]\d{3}))?\s?(?<code>Code)?$`,
);

/** In characters. Longer lines, such as abstracts, are not matched against the pattern. */
const MAX_LENGTH = 60;

/** The parsed listing line; undefined if it is another line. */
function listingLine(line: Line): ListingLine | undefined {
	if (line.text.length > MAX_LENGTH) {
		return undefined;
	}
	const { score, category = '', month = '', day, year, code } = PATTERN.exec(line.text)?.groups ?? {};
	if (day === undefined || Number(day) < 1 || Number(day) > 31) {
		return undefined;
	}
	return {
		line,
		...(score === undefined ? {} : { score: Number(score) }),
		category,
		month: monthNumber(month),
		monthName: month,
		day: Number(day),
		...(year === undefined ? {} : { year: Number(year) }),
		hasCode: code !== undefined,
	};
}

/** One paper of a listing: its listing line, and the lines up to the next paper without blank ones at the ends. */
export interface ListingEntry {
	readonly head: ListingLine;
	readonly body: readonly Line[];
}

/** The papers of a listing, one at a time. Text before the first, such as an author's profile, is skipped. */
export function* listingEntries(text: string): Generator<ListingEntry> {
	let head: ListingLine | undefined;
	let body: Line[] = [];
	for (const line of linesIn(text)) {
		const next = listingLine(line);
		if (!next) {
			body.push(line);
			continue;
		}
		if (head) {
			yield { head, body: withoutBlankEnds(body) };
		}
		head = next;
		body = [];
	}
	if (head) {
		yield { head, body: withoutBlankEnds(body) };
	}
}

function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
	const first = lines.findIndex((line) => line.text !== '');
	return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.text !== '') + 1);
}

/** The largest year in the listing's lines. Lines without a year are from the following year. */
export function largestYear(text: string): number | undefined {
	let largest: number | undefined;
	for (const line of linesIn(text)) {
		const year = listingLine(line)?.year;
		largest = year !== undefined && year > (largest ?? 0) ? year : largest;
	}
	return largest;
}
