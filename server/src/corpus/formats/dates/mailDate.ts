/** Dates as mail and feeds write them (RFC 5322, 3.3): `Mon, 2 Apr 2007 19:18:42 GMT`. */

import type { CslDate } from '../../paper.ts';
import { monthNumber } from './months.ts';

const DATE = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/;

/** The date in `text`; undefined if there is none. */
export function mailDate(text: string): CslDate | undefined {
	const [, day, name = '', year] = DATE.exec(text) ?? [];
	const month = monthNumber(name);
	return month === 0 ? undefined : { 'date-parts': [[Number(year), month, Number(day)]] };
}
