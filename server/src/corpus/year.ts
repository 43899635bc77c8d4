/** The year of a date. */

import type { CslDate } from './paper.ts';

const YEAR_IN_TEXT = /(?<!\d)\d{4}(?!\d)/;

/** The year of a date, or the first year of a range. Undefined if it names none. */
export function yearOf(date: CslDate | undefined): number | undefined {
	const parts = date?.['date-parts']?.[0]?.[0];
	if (Number.isSafeInteger(parts)) {
		return parts;
	}
	const written = date?.literal === undefined ? undefined : YEAR_IN_TEXT.exec(date.literal)?.[0];
	return written === undefined ? undefined : Number(written);
}
