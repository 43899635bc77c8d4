/** Dates for RIS: the year in `PY`, and all that is known in `DA`. */

import { SHORT_MONTH_NAMES } from '../formats/dates/months.ts';
import type { CslDate } from '../paper.ts';
import { seasonNumber } from './latexDates.ts';

/** `2017` */
export function risYear(date: CslDate | undefined): string | undefined {
	const year = date?.['date-parts']?.[0]?.[0];
	return year === undefined ? date?.literal : yearText(year);
}

/** `2017/06/12/`, `2017///Spring`, `12 Jun 2017 - 3 Jul 2017`; undefined if the year is all there is. */
export function risDate(date: CslDate | undefined): string | undefined {
	const [from = [], to = []] = date?.['date-parts'] ?? [];
	const [year, month, day] = from;
	const season = seasonNumber(date?.season);
	if (year === undefined) {
		return undefined;
	}
	if (season !== undefined) {
		return `${yearText(year)}///${SEASONS[season - 1]}`;
	}
	if (month === undefined) {
		return undefined;
	}
	return to.length > 1
		? `${wordDate(from)} - ${wordDate(to)}`
		: `${[yearText(year), ...[month, day].map(twoDigits)].join('/')}/`;
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

function yearText(year: number): string {
	return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

function twoDigits(part: number | undefined): string {
	return part === undefined ? '' : String(part).padStart(2, '0');
}

function wordDate([year = 0, month = 1, day]: readonly number[]): string {
	return [day, SHORT_MONTH_NAMES[month - 1], yearText(year)].filter((part) => part !== undefined).join(' ');
}
