/** Merges two BibTeX entries: what one lacks is copied from the other, which is removed. No other byte changes. */

import { isSameKey } from '../../../syntax/key.ts';
import { SHORT_MONTH_NAMES } from '../dates/months.ts';
import type { KeyEdit } from '../keyEdit.ts';
import type { FoundRecord, RecordMerge, WrittenField } from '../recordMerge.ts';
import { EntryScanner } from './entryScanner.ts';
import { styleOf } from './entryStyle.ts';
import { fieldText } from './newEntry.ts';
import type { RawEntry, RawField } from './rawEntry.ts';

/** Names of BibTeX and biblatex for one field, under the first of them. A date stands for year and month. */
const SAME: Readonly<Record<string, string>> = {
	journaltitle: 'journal',
	location: 'address',
	institution: 'school',
	date: 'year',
	month: 'year',
	eprinttype: 'archiveprefix',
	eprintclass: 'primaryclass',
};

/** BibTeX's styles define these macros in every file. */
const MONTHS: ReadonlySet<string> = new Set(SHORT_MONTH_NAMES.map((name) => name.toLowerCase()));

export const bibtexMerge: RecordMerge = {
	find(text, key) {
		const entry = entryNamed(text, key);
		return entry && { start: entry.start, end: entry.end, ...written(text, entry) };
	},
	differences: (record, other) =>
		pairsOf(record, other).map(({ own, others }) => ({
			name: own.name,
			kept: bareText(own.value),
			other: bareText(others.value),
		})),
	complete(text, record, other, taken) {
		const entry = new EntryScanner(text, () => {}).entryAt(record.start);
		if (!entry) {
			return [];
		}
		const has = new Set(record.fields.map(({ name }) => SAME[name] ?? name));
		const lacking = other.fields.filter(({ name }) => !has.has(SAME[name] ?? name));
		const replaced = pairsOf(record, other)
			.filter(({ own }) => taken.has(own.name))
			.flatMap(({ own, others }) => replacement(text, entry, own.name, others));
		return lacking.length > 0 ? [...replaced, addition(text, entry, lacking)] : replaced;
	},
	remove: removal,
};

interface FieldPair {
	readonly own: WrittenField;
	/** The same field of the other record, perhaps under another name. */
	readonly others: WrittenField;
}

/** The fields that both records have with different values. */
function pairsOf({ fields }: FoundRecord, other: FoundRecord): readonly FieldPair[] {
	return fields.flatMap((own) => {
		const others =
			other.fields.find(({ name }) => name === own.name) ??
			other.fields.find(({ name }) => isOneField(own.name, name) && !fields.some((field) => field.name === name));
		return others && !saysTheSame(own, others) ? [{ own, others }] : [];
	});
}

/** A month is a part of a date, and has no counterpart there. */
function isOneField(name: string, other: string): boolean {
	return name !== 'month' && other !== 'month' && (SAME[name] ?? name) === (SAME[other] ?? other);
}

/** Braces within, space, and the case of names that ignore it make no difference. `year = 2020` and `date = {2020-05}` agree. */
function saysTheSame(own: WrittenField, other: WrittenField): boolean {
	const [one, another] = [own, other].map(({ value }) => bareText(value).replace(/[{}]/g, ''));
	if (own.name !== other.name && (SAME[own.name] ?? own.name) === 'year') {
		return one?.slice(0, 4) === another?.slice(0, 4);
	}
	return own.name === 'doi' ? one?.toLowerCase() === another?.toLowerCase() : one === another;
}

function bareText(value: string): string {
	const text = value.replace(/\s+/g, ' ').trim();
	return /^(?:\{.*\}|".*")$/.test(text) && !/\}\s*#|"\s*#/.test(text) ? text.slice(1, -1).trim() : text;
}

/** The field of the entry says what the other record says. */
function replacement(
	text: string,
	{ fields }: RawEntry,
	name: string,
	{ name: newName, value }: WrittenField,
): KeyEdit[] {
	const field = fields.find((one) => one.name === name);
	if (!field) {
		return [];
	}
	const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
	const start = field.end - fieldValue(text, field).length;
	// A date is no year: the name changes with the value.
	const isRenamed = newName !== name && (SAME[name] ?? name) === 'year';
	return [
		...(isRenamed ? [{ span: { start: field.start, end: field.nameEnd }, newText: newName }] : []),
		{ span: { start, end: field.end }, newText: inLines(value, lineEnd) },
	];
}

/** The only entry with the key. */
function entryNamed(text: string, key: string): RawEntry | undefined {
	const scanner = new EntryScanner(text, () => {});
	const found: RawEntry[] = [];
	for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
		if (entry.type !== 'string' && isSameKey(entry.key, key)) {
			found.push(entry);
		}
	}
	return found.length === 1 ? found[0] : undefined;
}

/** The fields with values, of repeated ones the first, without those that only their own file explains. */
function written(text: string, { fields }: RawEntry): Pick<FoundRecord, 'fields' | 'needsFile'> {
	const first = new Map(fields.toReversed().map((field) => [field.name, field]));
	const own = fields.filter((field) => first.get(field.name) === field);
	return {
		fields: own
			.map((field) => ({ name: field.name, value: fieldValue(text, field) }))
			.filter(({ value }) => !isEmpty(value)),
		needsFile: own.some(({ pieces }) =>
			pieces.some((piece) => piece.kind === 'bare' && isMacro(text.slice(piece.start, piece.end))),
		),
	};
}

function fieldValue(text: string, { nameEnd, end }: RawField): string {
	return text.slice(nameEnd, end).replace(/^\s*=\s*/, '');
}

function isEmpty(value: string): boolean {
	return /^(?:\{\s*\}|"\s*"|\s*)$/.test(value);
}

function isMacro(word: string): boolean {
	return !/^\d*$/.test(word) && !MONTHS.has(word.toLowerCase());
}

/** After the last field, in the style of the others, with the values as they were written. */
function addition(text: string, entry: RawEntry, fields: readonly WrittenField[]): KeyEdit {
	const style = { ...styleOf(text, entry), quotes: ['', ''] as const };
	const start = entry.fields.at(-1)?.end ?? entry.keySpan.end;
	const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
	const lines = fields.map(
		({ name, value }) => lineEnd + style.indent + fieldText(name, inLines(value, lineEnd), style),
	);
	return { span: { start, end: start }, newText: lines.map((line) => `,${line}`).join('') };
}

function inLines(value: string, lineEnd: string): string {
	return value.replace(/\r\n|\n|\r/g, lineEnd);
}

/** With its lines, and with the empty lines after them or, at the end of the file, before them. */
function removal(text: string, { start, end }: FoundRecord): KeyEdit {
	const first = lineStart(text, start);
	const rest = /^[ \t,]*/.exec(text.slice(end))?.[0].length ?? 0;
	const lineBreak = /^(?:\r\n|\n|\r|$)/.exec(text.slice(end + rest));
	if (!lineBreak || text.slice(first, start).trim() !== '') {
		return { span: { start, end: end + rest }, newText: '' };
	}
	let last = end + rest + lineBreak[0].length;
	last += /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(last))?.[0].length ?? 0;
	return { span: { start: last === text.length ? afterText(text, first) : first, end: last }, newText: '' };
}

/** The start of the first of the empty lines that end at `at`; `at` if there are none. */
function afterText(text: string, at: number): number {
	const before = at === 0 ? 0 : lineStart(text, at - (text.slice(at - 2, at) === '\r\n' ? 2 : 1));
	return before < at && text.slice(before, at).trim() === '' ? afterText(text, before) : at;
}

function lineStart(text: string, at: number): number {
	return Math.max(text.slice(0, at).lastIndexOf('\n'), text.slice(0, at).lastIndexOf('\r')) + 1;
}
