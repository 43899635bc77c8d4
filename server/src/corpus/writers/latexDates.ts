/**
 * Dates for BibTeX and BibLaTeX. `year` and `month` are there for both; `date`, in EDTF, only where they cannot hold the
 * date: days, ranges, seasons, doubt.
 */

import { SHORT_MONTH_NAMES } from '../formats/dates/months.ts';
import type { CslDate } from '../paper.ts';
import { plainLatex } from './latexText.ts';

export type BibtexField = readonly [name: string, value: string];

/** The fields for the date of publication. A macro stands for the month, as BibTeX's styles want. */
export function issuedFields(date: CslDate | undefined): readonly BibtexField[] {
	const [from = [], to] = date?.['date-parts'] ?? [];
	const [year, month, day] = from;
	if (date === undefined || year === undefined) {
		return date?.literal === undefined ? [] : [['year', `{${plainLatex(date.literal)}}`]];
	}
	const isPlain = to === undefined && day === undefined && date.season === undefined && !date.circa;
	const macro = date.season === undefined ? SHORT_MONTH_NAMES[(month ?? 0) - 1]?.toLowerCase() : undefined;
	return [
		...(isPlain ? [] : [['date', `{${edtfText(date)}}`] as const]),
		['year', `{${year}}`],
		...(macro === undefined ? [] : [['month', macro] as const]),
	];
}

/** `2017-06-12`, `2017-06/2017-09`, `2017-21` for spring, `2017~` for about 2017. */
export function edtfText(date: CslDate): string {
	const ends = (date['date-parts'] ?? []).filter((parts) => parts.length > 0);
	const season = seasonNumber(date.season);
	const texts = ends.map((parts, index) =>
		endText(index === 0 && season !== undefined ? [parts[0], season + 20] : parts),
	);
	const text = texts.map((end) => end + (date.circa ? '~' : '')).join('/');
	return text === '' ? plainLatex(date.literal ?? '') : text;
}

function endText([year = 0, ...rest]: readonly (number | undefined)[]): string {
	const digits = String(Math.abs(year)).padStart(4, '0');
	return [year < 0 ? `-${digits}` : digits, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

const SEASONS: readonly RegExp[] = [/^spring/i, /^summer/i, /^(?:autumn|fall)/i, /^winter/i];

/** 1 to 4, from spring on; undefined for any other text or number. */
export function seasonNumber(season: number | string | undefined): number | undefined {
	const number = Number(season);
	const named = typeof season === 'string' ? SEASONS.findIndex((name) => name.test(season)) + 1 : 0;
	return number >= 1 && number <= 4 ? number : named > 0 ? named : undefined;
}
