/** What is wrong with an entry that could be read: each with what would mend it. */

import type { Problem } from '../../../util/problem.ts';
import type { CslDate, CslItem } from '../../paper.ts';
import type { EntryFields } from './entryFields.ts';
import { isbnsIn, isDoi, isIsbn } from './identifiers.ts';
import { ownFields } from './inheritance.ts';
import type { RawEntry, RawField } from './rawEntry.ts';

/** Pandoc's rule for keys, widened by what stands in braces: no blank, no bracket, no comma or semicolon. */
const CITABLE = /^[^\s,;[\]{}@"]+$/;

/** Fields of which several are common and none is lost. */
const REPEATABLE: ReadonlySet<string> = new Set(['file', 'keywords', 'note', 'annote', 'annotation', 'url', 'comment']);

/** The problems of `entry`, from which `item` was read. */
export function entryProblems(entry: RawEntry, fields: EntryFields, item: CslItem): Problem[] {
	return [...keyProblems(entry), ...titleProblems(entry, item), ...fieldProblems(entry, fields, item)];
}

function keyProblems(entry: RawEntry): Problem[] {
	if (entry.key === '') {
		const message = `This @${entry.type} entry has no key, so that no note can cite it: write @${entry.type}{key, ...}.`;
		return [
			{ code: 'unreadable-entry', message, span: { start: entry.start, end: entry.start + 1 + entry.type.length } },
		];
	}
	if (!CITABLE.test(entry.key)) {
		const message = `No note can cite "${entry.key}": a key holds no blank, comma, semicolon, bracket or brace.`;
		return [{ code: 'unreadable-entry', message, span: entry.keySpan }];
	}
	return [];
}

function titleProblems(entry: RawEntry, item: CslItem): Problem[] {
	if (item.title !== undefined) {
		return [];
	}
	const name = entry.key === '' ? `This @${entry.type} entry` : `The entry "${entry.key}"`;
	const message = `${name} has no title: add title = {...}.`;
	return [
		{
			code: 'missing-field',
			message,
			span: entry.key === '' ? { start: entry.start, end: entry.start + 1 } : entry.keySpan,
		},
	];
}

function fieldProblems(entry: RawEntry, fields: EntryFields, item: CslItem): Problem[] {
	const own = ownFields(entry);
	const problems = own.size < entry.fields.length ? duplicateFields(entry, own) : [];
	const report = (name: string, message: string) => {
		const field = own.get(name);
		if (field !== undefined) {
			problems.push({ code: 'unreadable-entry', message, span: { start: field.start, end: field.end } });
		}
	};
	if (item.DOI !== undefined && !isDoi(item.DOI)) {
		report('doi', `"${item.DOI}" is not a DOI: one reads like 10.1000/182.`);
	}
	for (const isbn of isbnsIn(item.ISBN ?? '')) {
		if (!isIsbn(isbn)) {
			report('isbn', `The check digit of the ISBN "${isbn}" does not fit: a digit is wrong.`);
		}
	}
	const impossible = impossibleDate(item.issued) ?? impossibleNumbers(fields.source('date'));
	if (impossible !== undefined) {
		report(own.has('date') ? 'date' : own.has('day') ? 'day' : 'month', `There is no day ${impossible}.`);
	}
	return problems;
}

function duplicateFields(entry: RawEntry, own: ReadonlyMap<string, RawField>): Problem[] {
	const repeated = entry.fields.filter((field) => own.get(field.name) !== field && !REPEATABLE.has(field.name));
	// One of each name: the third and the fourth are mended with the second.
	const first = new Map(repeated.map((field) => [field.name, field]));
	return [...first.values()].map(
		(field): Problem => ({
			code: 'unreadable-entry',
			message: `The field "${field.name}" stands twice in "${entry.key}"; the first is used. Remove one.`,
			span: { start: field.start, end: field.end },
		}),
	);
}

/** A day that its month does not have, as `2015-02-30`. */
function impossibleDate(date: CslDate | undefined): string | undefined {
	for (const [year = 0, month = 1, day] of date?.['date-parts'] ?? []) {
		if (day !== undefined && day > daysOf(year, month)) {
			return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
		}
	}
	return undefined;
}

/** Months and days that no calendar has, as `2015-13-01`; 21 and more are EDTF's seasons. */
function impossibleNumbers(date: string): string | undefined {
	const [, month = '1', day = '1'] = /^\s*\d{4}-(\d\d)(?:-(\d\d))?\s*$/.exec(date) ?? [];
	const isMonth = Number(month) >= 1 && (Number(month) <= 12 || Number(month) > 20);
	return isMonth && Number(day) >= 1 && Number(day) <= 31 ? undefined : date.trim();
}

function daysOf(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
