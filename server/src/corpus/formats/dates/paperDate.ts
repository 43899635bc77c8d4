/** The date of a paper whose source gives it in several fields with different precision. */

import type { CslDate } from '../../paper.ts';
import { writtenDate } from './writtenDate.ts';

/** In characters. A longer text is not a date. */
const MAX_LENGTH = 100;

/**
 * The most precise date among `written` that has the same year as the first one: `2024` and `2024/04/03/` give April 3,
 * 2024. A text without a year, such as `SEP 22`, belongs to that year too. If none has a year, the first text is kept as
 * it is.
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

/** How precise a date is: year, season, month and day. */
function detail(date: CslDate | undefined): number {
	return (date?.['date-parts']?.[0]?.length ?? 0) + (date?.season === undefined ? 0 : 0.5);
}
