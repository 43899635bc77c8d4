/** Problems of an entry that could be read. Each message says how to fix it. */

import { bibtexMessages } from '../../../messages/bibtexMessages.ts';
import { entryMessages } from '../../../messages/entryMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import { shortened } from '../../../util/shortened.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import { type CheckedVariable, recordProblems } from '../../recordProblems.ts';
import type { EntryFields } from './entryFields.ts';
import type { FieldMap } from './inheritance.ts';
import type { RawEntry, RawField } from './rawEntry.ts';
import { missingFields } from './requiredFields.ts';

/** Fields that may occur several times without loss. */
const REPEATABLE: ReadonlySet<string> = new Set(['file', 'keywords', 'note', 'annote', 'annotation', 'url', 'comment']);

/** The fields that provide a variable. The first one that the entry has is the one to fix. */
const FIELDS: Readonly<Record<CheckedVariable, readonly string[]>> = {
	DOI: ['doi'],
	ISBN: ['isbn'],
	issued: ['date', 'day', 'month'],
	accessed: ['urldate', 'accessed', 'lastchecked'],
	'event-date': ['eventdate'],
	'original-date': ['origdate'],
};

export interface ReadEntry {
	readonly entry: RawEntry;
	/** The entry's own fields, without inherited ones. */
	readonly own: FieldMap;
	readonly fields: EntryFields;
	readonly record: PaperRecord;
	/**
	 * Whether the scan found a syntax error in the entry. Then an apparently missing field may be inside another one's
	 * value.
	 */
	readonly isDamaged: boolean;
}

export function entryProblems({ entry, own, fields, record, isDamaged }: ReadEntry): Problem[] {
	const placeOf = (variable: CheckedVariable) => placeOfFirst(own, FIELDS[variable]);
	return [
		...(entry.key === '' ? [keyless(entry)] : []),
		...(isDamaged ? [] : missingFieldProblems(entry, record)),
		...(own.size < entry.fields.length ? duplicateFields(entry, own) : []),
		...recordProblems(record, placeOf),
		...impossibleNumbers(own, fields),
	];
}

function keyless(entry: RawEntry): Problem {
	return { code: 'unreadable-entry', message: bibtexMessages.noKey(entry.type), span: headSpan(entry) };
}

/** Span of the key, or of `@article` if there is no key. */
function headSpan(entry: RawEntry): Span {
	return entry.key === '' ? { start: entry.start, end: entry.start + 1 + entry.type.length } : entry.keySpan;
}

function missingFieldProblems(entry: RawEntry, record: PaperRecord): Problem[] {
	const missing = missingFields(entry.type, record);
	if (missing.length === 0) {
		return [];
	}
	const message = bibtexMessages.missingFields(shownKey(entry), entry.type, missing);
	return [{ code: 'missing-field', message, span: headSpan(entry) }];
}

function shownKey({ key }: RawEntry): string | undefined {
	return key === '' ? undefined : shortened(key);
}

function duplicateFields(entry: RawEntry, own: ReadonlyMap<string, RawField>): Problem[] {
	const repeated = entry.fields.filter((field) => own.get(field.name) !== field && !REPEATABLE.has(field.name));
	// One problem per name, because fixing the second field also fixes the third and the fourth.
	const first = new Map(repeated.map((field) => [field.name, field]));
	return [...first.values()].map((field): Problem => {
		const message = bibtexMessages.repeatedField(shownKey(entry), shortened(field.name));
		return { code: 'duplicate-field', message, span: { start: field.start, end: field.end } };
	});
}

/**
 * Undefined if the entry itself has none of `names`: a problem of an inherited field is reported at the parent entry.
 */
function placeOfFirst(own: ReadonlyMap<string, RawField>, names: readonly string[]): Span | undefined {
	const field = names.map((name) => own.get(name)).find((each) => each !== undefined);
	return field && { start: field.start, end: field.end };
}

/** Impossible months and days, which the record leaves out: `2015-13-01`, `month = 13`. */
function impossibleNumbers(own: ReadonlyMap<string, RawField>, fields: EntryFields): Problem[] {
	return [
		...impossibleNumber(own.get('date'), impossibleDate(fields.source('date'))),
		...impossibleNumber(own.get('month'), outside(fields.source('month'), { most: 12, what: 'month' })),
		...impossibleNumber(own.get('day'), outside(fields.source('day'), { most: 31, what: 'day' })),
	];
}

function impossibleNumber(field: RawField | undefined, wrong: string | undefined): Problem[] {
	return field === undefined || wrong === undefined
		? []
		: [{ code: 'impossible-date', message: wrong, span: { start: field.start, end: field.end } }];
}

/** Months of 21 and more are EDTF's seasons. */
function impossibleDate(date: string): string | undefined {
	const [, month = '1', day = '1'] = /^\s*\d{4}-(\d\d)(?:-(\d\d))?\s*$/.exec(date) ?? [];
	const isMonth = Number(month) >= 1 && (Number(month) <= 12 || Number(month) > 20);
	return isMonth && Number(day) >= 1 && Number(day) <= 31
		? undefined
		: entryMessages.notInCalendar('date', shortened(date.trim()));
}

function outside(
	number: string,
	{ most, what }: { readonly most: number; readonly what: 'month' | 'day' },
): string | undefined {
	const isWrong = /^\s*\d+\s*$/.test(number) && (Number(number) < 1 || Number(number) > most);
	return isWrong ? entryMessages.notInCalendar(what, shortened(number.trim())) : undefined;
}
