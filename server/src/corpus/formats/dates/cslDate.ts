/** Dates as CSL-JSON and CSL-YAML files write them: by the schema, by older schemas, and by hand. */

import type { CslDate } from '../../paper.ts';
import { monthNumber } from './months.ts';

type Fields = ReadonlyMap<string, unknown>;

const ISO_DATE = /^([+-]?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?([~?%]?)$/;
const MONTH_DATE = /^(?:(\d{1,2})\.? )?(\p{L}{3,9})\.? (?:(\d{1,2}), ?)?(\d{4})$/u;

/**
 * The date in `value`, in any of these forms: `{"date-parts": [["2017", 6, 12]]}`, `{"raw": "June 2017"}`, `{"literal":
 * "in press"}`, `{"year": 2017}` (Pandoc's older YAML), a list with one of them, `"2017-06"`, `2017`. Text that is not a
 * date is kept as `literal`; an empty or null date gives undefined.
 */
export function cslDate(value: unknown): CslDate | undefined {
	if (value instanceof Map) {
		return dateOfFields(value);
	}
	if (Array.isArray(value)) {
		return value.length > 0 ? dateOfList(value) : undefined;
	}
	return typeof value === 'string' || typeof value === 'number' ? dateOfText(String(value).trim()) : undefined;
}

function dateOfFields(fields: Fields): CslDate | undefined {
	const parts = list(fields.get('date-parts'));
	// Some people omit the outer list: `"date-parts": [2017, 6]`.
	const dates = (parts.some(Array.isArray) ? parts : [parts]).map(dateParts).filter((date) => date.length > 0);
	const date: CslDate | undefined =
		dates.length > 0
			? { 'date-parts': dates.slice(0, 2) }
			: (dateOfYear(fields) ?? cslDate(fields.get('raw')) ?? literalDate(fields));
	return date && { ...date, ...seasonAndCirca(fields) };
}

function dateOfList(items: readonly unknown[]): CslDate | undefined {
	const [first, second] = items.slice(0, 2).map(cslDate);
	const from = first?.['date-parts']?.[0];
	const to = second?.['date-parts']?.[0];
	return from && to ? { 'date-parts': [from, to] } : first;
}

/** A longer text is not a date and not worth searching. */
const MAX_DATE_LENGTH = 100;

function dateOfText(text: string): CslDate | undefined {
	if (text.length > MAX_DATE_LENGTH) {
		return { literal: text };
	}
	const [from = '', to] = text.split(/\s*\/\s*(?=[\d.])/, 2);
	const start = datePartsOfText(from);
	const end = to === undefined ? undefined : datePartsOfText(to);
	if (!start || (to !== undefined && !end)) {
		return text === '' ? undefined : { literal: text };
	}
	const circa = /[~?%]$/.test(from) ? { circa: true } : {};
	return { 'date-parts': end ? [start, end] : [start], ...circa };
}

/** `2017-06-12`, `2017-06-12T00:00:00Z`, `2017~`, `June 2017`, `12 June 2017`, `Jun 12, 2017` as `[2017, 6, 12]`. */
function datePartsOfText(text: string): readonly number[] | undefined {
	const iso = ISO_DATE.exec(text);
	if (iso) {
		return dateParts(iso.slice(1, 4));
	}
	const [, before, monthName = '', after, year] = MONTH_DATE.exec(text) ?? [];
	const month = monthNumber(monthName);
	return month > 0 ? dateParts([year, month, before ?? after]) : undefined;
}

function dateOfYear(fields: Fields): CslDate | undefined {
	const parts = dateParts(['year', 'month', 'day'].map((name) => fields.get(name)));
	return parts.length > 0 ? { 'date-parts': [parts] } : undefined;
}

function literalDate(fields: Fields): CslDate | undefined {
	const literal = fields.get('literal');
	return typeof literal === 'string' && literal.trim() !== '' ? { literal: literal.trim() } : undefined;
}

function seasonAndCirca(fields: Fields): Pick<CslDate, 'season' | 'circa'> {
	const season = fields.get('season');
	const circa = fields.get('circa');
	return {
		...(typeof season === 'number' || (typeof season === 'string' && season !== '') ? { season } : {}),
		...(isTrue(circa) ? { circa: true } : {}),
	};
}

function isTrue(value: unknown): boolean {
	return value === true || value === 1 || value === 'true' || value === '1';
}

/** Year, month and day, up to the first that is missing or out of range. Months 13 to 24 are seasons in older files. */
function dateParts(values: unknown): readonly number[] {
	const numbers = list(values).map((value) => (typeof value === 'string' ? numberOf(value) : value));
	const valid = numbers.map((number, index) => Number.isInteger(number) && inRange(Number(number), index));
	const length = valid.indexOf(false) < 0 ? valid.length : valid.indexOf(false);
	return numbers.slice(0, Math.min(length, 3)).map(Number);
}

function numberOf(text: string): number {
	return text.trim() === '' ? Number.NaN : Number(text);
}

function inRange(number: number, index: number): boolean {
	return index === 0 ? Math.abs(number) < 10_000 : number >= 1 && number <= (index === 1 ? 24 : 31);
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
