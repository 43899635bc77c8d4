/** The date of a paper whose source gives it in several fields with different precision. */

import type { CslDate } from '../../paper.ts';
import { monthNumber } from './months.ts';
import { writtenDate } from './writtenDate.ts';

/** In characters. A longer text is not a date. */
const MAX_LENGTH = 100;

/**
 * The most precise date among `written` that has the same year as the first one: `2024` and `2024/04/03/` give April 3,
 * 2024. A text without a year, such as `SEP 22`, belongs to that year too. If none has a year, the first text is kept as
 * it is.
 */
export function paperDate(written: readonly (string | undefined)[]): CslDate | undefined {
	const texts = written.map((text) => plainDate(text?.slice(0, MAX_LENGTH) ?? '')).filter((text) => text !== '');
	const dates = texts.map(writtenDate);
	const year = dates.map(yearOf).find((each) => each !== undefined);
	if (year === undefined) {
		return dates[0];
	}
	const completed = texts.map((text, index) => {
		const date = dates[index];
		return date && yearOf(date) === undefined ? writtenDate(`${year} ${text}`) : date;
	});
	return completed.reduce((best, date) => (date && yearOf(date) === year && detail(date) > detail(best) ? date : best));
}

/** A date followed by other information, as RIS allows: `2001/09/01/Special Issue`, `2001///Spring`. */
const WITH_INFORMATION = /^(\d{4}\/\d{1,2}\/\d{0,2})\/.*$/;
const YEAR_WITH_INFORMATION = /^(\d{4})\/{1,3}(\p{L}.*)$/u;
const COMPACT = /^((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])?$/;

/** `20200501` and `2020/05/01/Special Issue` are `2020/05/01`; a time of day is left out. */
function plainDate(written: string): string {
	const text = written.replace(/T[\d:.]+(?:Z|[+-][\d:]+)?$/, '').trim();
	return text
		.replace(WITH_INFORMATION, '$1')
		.replace(YEAR_WITH_INFORMATION, (_, year: string, words: string) =>
			isTimeOfYear(words) ? `${year} ${words}` : year,
		)
		.replace(COMPACT, (_, year: string, month: string, day?: string) => `${year}/${month}/${day ?? ''}`);
}

function isTimeOfYear(words: string): boolean {
	return /^(?:spring|summer|autumn|fall|winter)\b/i.test(words) || monthNumber(words) > 0;
}

function yearOf(date: CslDate): number | undefined {
	return date['date-parts']?.[0]?.[0];
}

/** How precise a date is: year, season, month and day. */
function detail(date: CslDate | undefined): number {
	return (date?.['date-parts']?.[0]?.length ?? 0) + (date?.season === undefined ? 0 : 0.5);
}
