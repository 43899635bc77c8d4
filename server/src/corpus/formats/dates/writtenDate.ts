/** Dates: BibTeX's `year`, `month`, `day`, and BibLaTeX's `date` in EDTF (https://www.loc.gov/standards/datetime/). */

import type { CslDate } from '../../paper.ts';
import { monthNumber } from './months.ts';

const SEASONS: readonly RegExp[] = [/^spring/i, /^summer/i, /^(?:autumn|fall)/i, /^winter/i];

/**
 * An EDTF date: year, optional month or season (21 to 24), optional day, optional time; `~`, `?`, `%` mark uncertainty.
 */
const EDTF =
	/^(-?\d{3,5}|\d{1,3}[xXuU]{1,3}|[yY]-?\d+)(?:[-/.](\d{1,2}|[xXuU]{2})(?:[-/.](\d{1,2}|[xXuU]{2}))?)?(?:T[\d:.,]+(?:Z|[+-][\d:]+)?)?([~?%]?)$/;

/** In characters. Longer texts are not dates. */
const MAX_DATE_LENGTH = 100;

interface OneDate {
	readonly parts: readonly number[];
	readonly season?: number;
	readonly circa?: true;
}

/**
 * A BibLaTeX date. Text that is not EDTF is parsed as people write dates, or else kept as `literal`. Undefined if empty.
 */
export function edtfDate(text: string): CslDate | undefined {
	const source = text.trim();
	if (source === '') {
		return undefined;
	}
	if (source.length > MAX_DATE_LENGTH) {
		return { literal: source.slice(0, MAX_DATE_LENGTH) };
	}
	const ends = source.split(source.includes('--') ? /--/ : /\/(?=$|\.\.$|-?\d{3,})|(?<=^|\.\.)\//);
	const dates = ends.map((end) => oneDate(end.trim()));
	const [first, second] = dates;
	if (ends.length > 2 || dates.every((date) => date === undefined)) {
		return writtenDate(source);
	}
	const isOpen = (end: string | undefined) => end === '' || end === '..';
	if (ends.some((end, index) => dates[index] === undefined && !isOpen(end.trim()))) {
		return writtenDate(source);
	}
	return cslDate(first ?? second, first === undefined ? undefined : second);
}

function oneDate(text: string): OneDate | undefined {
	const match = EDTF.exec(text);
	if (match === null) {
		return undefined;
	}
	const [, yearText = '', monthText, dayText, doubt = ''] = match;
	const year = Number.parseInt(yearText.replace(/^y/i, '').replace(/[xu]/gi, '0'), 10);
	const month = Number.parseInt(monthText ?? '', 10);
	const day = Number.parseInt(dayText ?? '', 10);
	const circa = doubt !== '' || /[xu]/i.test(yearText) ? ({ circa: true } as const) : {};
	if (month > 20 && month < 25) {
		return { parts: [year], season: month - 20, ...circa };
	}
	if (month > 12 || day > 31) {
		return undefined;
	}
	return { parts: [year, month, day].slice(0, month > 0 ? (day > 0 ? 3 : 2) : 1), ...circa };
}

function cslDate(first: OneDate | undefined, second: OneDate | undefined): CslDate | undefined {
	if (first === undefined) {
		return undefined;
	}
	const parts = second === undefined ? [first.parts] : [first.parts, second.parts];
	const season = first.season ?? second?.season;
	return {
		'date-parts': parts,
		...(season === undefined ? {} : { season }),
		...(first.circa === true || second?.circa === true ? { circa: true } : {}),
	};
}

/** `2016 Dec-2017 Jan`, `28 Dec 2016 – 3 Jan 2017` */
const TWO_YEARS =
	/^\s*(\d{4}\s+\p{L}{3,9}(?:\s+\d{1,2})?|(?:\d{1,2}\s+)?\p{L}{3,9}\s+\d{4})\s*[-–]{1,2}\s*(\d{4}\s+\p{L}{3,9}(?:\s+\d{1,2})?|(?:\d{1,2}\s+)?\p{L}{3,9}\s+\d{4})\s*$/u;
const YEAR = /(?<!\d)(-?\d{4})(?!\d)/;

/** A date as people write it: `May 4, 2010`, `4 May 2010`, `2010`, `c. 1900`, `in press` (kept as literal). */
export function writtenDate(text: string): CslDate {
	const range = TWO_YEARS.exec(text);
	if (range !== null) {
		const [from, to] = range.slice(1).map((end) => writtenDate(end)['date-parts']?.[0]);
		if (from !== undefined && to !== undefined) {
			return { 'date-parts': [from, to] };
		}
	}
	const year = YEAR.exec(text)?.[1];
	const rest = year === undefined ? text : text.replace(year, ' ');
	const isDateLike = /^[\s\p{L}\d.,()[\]{}/:–?~-]*$/u.test(rest) && rest.replace(/[^\p{L}]/gu, '').length < 12;
	if (year === undefined || !isDateLike) {
		return { literal: text };
	}
	return yearMonthDay(year, rest, '') ?? { literal: text };
}

const FOUR_DIGITS = /^[1-9]\d{3}$/;

/** BibTeX's three fields. `month` may contain days and ranges too: `27--30 jan`, `October--November`. */
export function yearMonthDay(year: string, month: string, day: string): CslDate | undefined {
	if (year.length + month.length + day.length > MAX_DATE_LENGTH) {
		return { literal: year.slice(0, MAX_DATE_LENGTH) };
	}
	if (month === '' && FOUR_DIGITS.test(year)) {
		return { 'date-parts': [[Number(year)]] };
	}
	const years = yearsIn(year.replace(ORIGINAL_YEAR, ' '));
	const [from] = years;
	if (from === undefined) {
		return year.trim() === '' ? undefined : { literal: year.trim() };
	}
	if (years.length > 1) {
		return { 'date-parts': years.map((each) => [each]) };
	}
	const circa = /^\s*(?:c\.|ca\.?|circa|~)|[?~]\s*$/i.test(year) ? { circa: true } : {};
	const months = month.trim() === '' ? year.replace(String(from), ' ') : month;
	const season = seasonIn(months);
	if (season !== undefined) {
		return { 'date-parts': [[from]], season, ...circa };
	}
	return { 'date-parts': monthDays(months, day).map((parts) => [from, ...parts]), ...circa };
}

/** The year of the first edition in brackets, beside that of this one: `[1990] 2002`, `2002 [1990]`. */
const ORIGINAL_YEAR = /\[(\d{4})\](?=\s*\d{4}\s*$)|(?<=^\s*\d{4}\s*)\[(\d{4})\]/;

/** That year as a date; undefined if `year` has none. */
export function originalDate(year: string): CslDate | undefined {
	const [, before, after] = ORIGINAL_YEAR.exec(year) ?? [];
	const original = before ?? after;
	return original === undefined ? undefined : { 'date-parts': [[Number(original)]] };
}

/** The years in a field: one, or two for a range. */
function yearsIn(text: string): readonly number[] {
	const range = /^\s*(\d{4})\s*(?:--?|–|\/)\s*(\d{4})\s*$/.exec(text);
	if (range !== null) {
		return [Number(range[1]), Number(range[2])];
	}
	const exact = /^\s*(-?\d{1,4})\s*$/.exec(text)?.[1] ?? YEAR.exec(text)?.[1];
	return exact === undefined ? [] : [Number.parseInt(exact, 10)];
}

function seasonIn(text: string): number | undefined {
	const index = SEASONS.findIndex((season) => season.test(text.trim()));
	return index < 0 ? undefined : index + 1;
}

/** Month and day, once or, for a range, twice. Both may be missing. */
function monthDays(month: string, day: string): readonly (readonly number[])[] {
	const words: readonly string[] = month.match(/\p{L}+|\d+/gu) ?? [];
	const months = words.map(monthNumber).filter((number) => number > 0);
	const hasNames = months.length > 0;
	const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
	const days = [...(hasNames ? numbers : numbers.slice(1)), ...(day.match(/\d{1,2}/g) ?? []).map(Number)].filter(isDay);
	const allMonths = hasNames ? months : numbers.slice(0, 1).filter((number) => number >= 1 && number <= 12);
	const [firstMonth, lastMonth = firstMonth] = allMonths;
	if (firstMonth === undefined) {
		return [[]];
	}
	const [firstDay, lastDay] = days;
	const isRange = lastMonth !== firstMonth || (lastDay !== undefined && lastDay !== firstDay);
	const from = firstDay === undefined ? [firstMonth] : [firstMonth, firstDay];
	const to = [lastMonth ?? firstMonth, ...(lastDay === undefined ? [] : [lastDay])];
	return isRange ? [lastDay === undefined ? [firstMonth] : from, to] : [from];
}

function isDay(number: number): boolean {
	return number >= 1 && number <= 31;
}
