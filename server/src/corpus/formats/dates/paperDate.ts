/** The date of a paper whose source tells it in several fields, each with more or less of it. */

import type { CslDate } from '../../paper.ts';
import { writtenDate } from './writtenDate.ts';

/** In characters. What is longer is no date. */
const MAX_LENGTH = 100;

/**
 * The fullest date among `written` that has the year of the first one: `2024` and `2024/04/03/` give April 3, 2024. A
 * text without a year, such as `SEP 22`, is of that year too. Where none has a year, the first is kept as it is.
 */
export function paperDate(written: readonly (string | undefined)[]): CslDate | undefined {
	const texts = written
		.map(
			(text) =>
				text
					?.slice(0, MAX_LENGTH)
					.replace(/T[\d:.]+(?:Z|[+-][\d:]+)?$/, '')
					.trim() ?? '',
		)
		.filter((text) => text !== '');
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

function yearOf(date: CslDate): number | undefined {
	return date['date-parts']?.[0]?.[0];
}

/** How much a date tells: its year, a season, month and day. */
function detail(date: CslDate | undefined): number {
	return (date?.['date-parts']?.[0]?.length ?? 0) + (date?.season === undefined ? 0 : 0.5);
}
