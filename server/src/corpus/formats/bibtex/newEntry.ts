/** Adds an entry to a BibTeX file, in the style of the entries before it. No other byte of the file changes. */

import type { KeyEdit } from '../keyEdit.ts';
import type { NewRecord } from '../newRecord.ts';
import { EntryScanner } from './entryScanner.ts';
import { isEntryStart } from './entryStart.ts';
import { type EntryStyle, type LetterCase, styleOf } from './entryStyle.ts';
import type { RawEntry } from './rawEntry.ts';

/** Of a larger file, in characters, only the end is read: reading all of it would take more than 0.1 s. */
const MAX_WHOLE = 4_000_000;
const END_READ = 400_000;

/** The edit of `text`, a whole BibTeX file, that adds the record after its last entry. */
export function newBibtexEntry(text: string, record: NewRecord): KeyEdit {
	const [before, last] = lastEntries(text);
	const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
	const sample = [last, before].find((entry) => entry && entry.type !== 'string' && entry.fields.length > 1);
	const entry = entryText(record, styleOf(text, sample));
	if (!last) {
		const start = text.length;
		const gap = text === '' ? '' : /[\r\n]$/.test(text) ? '\n' : '\n\n';
		return { span: { start, end: start }, newText: inLines(`${gap}${entry}\n`, lineEnd) };
	}
	const start = endOfLine(text, last.end);
	const newText = inLines('\n'.repeat(1 + gapLines(text, before, last)) + entry, lineEnd);
	return { span: { start, end: start }, newText };
}

/** The last two entries, as far as they are there. */
function lastEntries(text: string): readonly [before: RawEntry | undefined, last: RawEntry | undefined] {
	const scanner = new EntryScanner(text, () => {});
	let [before, last]: [RawEntry | undefined, RawEntry | undefined] = [undefined, undefined];
	const first = text.length > MAX_WHOLE ? entryStartAfter(text, text.length - END_READ) : undefined;
	for (
		let entry = first === undefined ? scanner.next() : scanner.entryAt(first);
		entry !== undefined;
		entry = scanner.next()
	) {
		[before, last] = [last, entry];
	}
	return [before, last];
}

function entryStartAfter(text: string, offset: number): number | undefined {
	for (let at = text.indexOf('@', offset); at >= 0; at = text.indexOf('@', at + 1)) {
		if (isEntryStart(text, at)) {
			return at;
		}
	}
	return undefined;
}

/** After what else belongs to the line of the entry's end: blanks and a comment. */
function endOfLine(text: string, end: number): number {
	const rest = /^[ \t,]*(?:%[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(end, end + MAX_REST));
	return end + (rest?.[0].length ?? 0);
}

/** In characters. */
const MAX_REST = 1000;

/** How many empty lines stand between the entries: one, if that cannot be seen. */
function gapLines(text: string, before: RawEntry | undefined, last: RawEntry): number {
	const between = before && text.slice(before.end, last.start);
	return between !== undefined && /^[\s,]*$/.test(between) && /[\r\n]/.test(between)
		? Math.min((between.match(/\r\n|\n|\r/g) ?? []).length - 1, MAX_GAP)
		: 1;
}

const MAX_GAP = 3;

function inLines(text: string, lineEnd: string): string {
	return text.replaceAll('\n', lineEnd);
}

/** With `\n` as line ends, and none at its end. */
function entryText({ type, key, fields }: NewRecord, style: EntryStyle): string {
	const lines = fields.map(([name, value]) => style.indent + fieldText(name, value, style));
	const body = lines.map((line) => `\n${line}`).join(',');
	return `@${inCase(type, style.typeCase)}{${key},${body}${style.lastComma ? ',' : ''}${style.beforeEnd}}`;
}

/** `name = {value}` in this style. */
export function fieldText(
	name: string,
	value: string,
	{ equals, nameWidth, nameCase, quotes, bareYears }: EntryStyle,
): string {
	const isBare = bareYears && name === 'year' && /^\d+$/.test(value);
	const [opening, closing] = isBare ? ['', ''] : quotes;
	return `${inCase(name, nameCase).padEnd(nameWidth)}${equals}${opening}${value}${closing}`;
}

function inCase(word: string, letters: LetterCase): string {
	return letters === 'lower'
		? word
		: letters === 'upper'
			? word.toUpperCase()
			: word.slice(0, 1).toUpperCase() + word.slice(1);
}
