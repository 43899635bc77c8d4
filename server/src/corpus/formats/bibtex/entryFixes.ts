/** What puts problems of a BibTeX file right, as far as its text alone tells. Nothing else of the file changes. */

import { bibtexFixes } from '../../../messages/bibtexMessages.ts';
import { isDoi } from '../../../util/doi.ts';
import { shortened } from '../../../util/shortened.ts';
import type { Span } from '../../../util/span.ts';
import { doiOf } from '../../identifiers/checkedIdentifiers.ts';
import { doiIn } from '../../identifiers/doiText.ts';
import type { KeyEdit } from '../keyEdit.ts';
import type { RecordFix } from '../recordFix.ts';
import { bibtex } from './bibtex.ts';
import { EntryScanner } from './entryScanner.ts';
import { styleOf } from './entryStyle.ts';
import { isHeir, ownFields } from './inheritance.ts';
import { entryStartBefore } from './keyMentions.ts';
import { fieldText } from './newEntry.ts';
import type { RawEntry, RawField, SyntaxNote } from './rawEntry.ts';
import { missingFields } from './requiredFields.ts';

/** Entries of one selection that are looked at. */
const MAX_ENTRIES = 500;

/** The fixes for the entries that touch `within`, in the order of the text. */
export function bibtexEntryFixes(text: string, within: Span): readonly RecordFix[] {
	const notes: SyntaxNote[] = [];
	const scanner = new EntryScanner(text, (note) => notes.push(note));
	const first = entryStartBefore(text, within.start);
	const entries: RawEntry[] = [];
	for (
		let entry = first === undefined ? scanner.next() : (scanner.entryAt(first) ?? scanner.next());
		entry && entry.start <= within.end && entries.length < MAX_ENTRIES;
		entry = scanner.next()
	) {
		entries.push(entry);
	}
	const damaged = (entry: RawEntry) => notes.some(({ span }) => span.start >= entry.start && span.end <= entry.end);
	return [
		...notes.flatMap(syntaxFix),
		...entries.flatMap((entry) => [
			...repeatedFields(text, entry),
			...bareTexts(text, entry),
			...brokenDoi(text, entry),
			...(damaged(entry) ? [] : lackingFields(text, entry)),
		]),
	].sort((one, other) => one.span.start - other.span.start);
}

function syntaxFix({ span, mend }: SyntaxNote): RecordFix[] {
	if (!mend) {
		return [];
	}
	const { title, ...edit } = mend;
	// What a comma or an equals sign separates is clear; where a value ends is a guess.
	const isSafe = title === bibtexFixes.comma || title === bibtexFixes.equalsSign;
	return [{ code: 'unreadable-entry', span, title, edits: [edit], isSafe }];
}

/** Fields that say the same twice. Which of two different ones is right, only a person knows. */
function repeatedFields(text: string, entry: RawEntry): RecordFix[] {
	const own = ownFields(entry);
	return entry.fields.flatMap((field): RecordFix[] => {
		const used = own.get(field.name);
		return used && used !== field && writtenValue(text, used) === writtenValue(text, field)
			? [removal(text, entry, field)]
			: [];
	});
}

function removal(text: string, entry: RawEntry, field: RawField): RecordFix {
	const before = /[\r\n]?[^\S\r\n]*$/.exec(text.slice(entry.start, field.start))?.[0] ?? '';
	const comma = /^\s*,/.exec(text.slice(field.end, entry.end))?.[0] ?? '';
	const isCrLf = text.slice(field.start - before.length - 1, field.start - before.length + 1) === '\r\n';
	const edit = {
		span: { start: field.start - before.length - (isCrLf ? 1 : 0), end: field.end + comma.length },
		newText: '',
	};
	return {
		code: 'duplicate-field',
		span: { start: field.start, end: field.end },
		title: bibtexFixes.removeField(shortened(field.name)),
		edits: [edit],
		isSafe: true,
	};
}

function writtenValue(text: string, { nameEnd, end }: RawField): string {
	return text
		.slice(nameEnd, end)
		.replace(/^\s*=?\s*/, '')
		.replace(/^(?:\{([^{}]*)\}|"([^"{}]*)")$/, '$1$2')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Words without braces: `title = Two words,`. */
function bareTexts(text: string, entry: RawEntry): RecordFix[] {
	const pieces = entry.fields.flatMap((field) => field.pieces).filter(({ kind }) => kind === 'bare');
	return pieces.flatMap(({ start, end }) => {
		const written = text.slice(start, end);
		return /[^\d\s.,:/–-]/.test(written) && /\s/.test(written)
			? [bracing('unreadable-entry', { start, end }, written)]
			: [];
	});
}

/** Puts `written` at `span` in braces, so that it is text and no macro. */
function bracing(code: RecordFix['code'], span: Span, written: string): RecordFix {
	const title = bibtexFixes.braces(shortened(written));
	return { code, span, title, edits: [{ span, newText: `{${written}}` }], isSafe: false };
}

function brokenDoi(text: string, entry: RawEntry): RecordFix[] {
	const field = ownFields(entry).get('doi');
	const [piece, ...others] = field?.pieces ?? [];
	if (!field || !piece || others.length > 0) {
		return [];
	}
	const written = text.slice(piece.start, piece.end);
	const doi = isDoi(doiOf(written)) ? undefined : doiMeantBy(written);
	return doi === undefined
		? []
		: [
				{
					code: 'malformed-identifier',
					span: { start: field.start, end: field.end },
					title: bibtexFixes.doi(shortened(doi)),
					edits: [{ span: { start: piece.start, end: piece.end }, newText: doi }],
					isSafe: false,
				},
			];
}

/** The DOI within other words, or with a comma, a blank or a backslash in place of its full stop or slash. */
function doiMeantBy(written: string): string | undefined {
	const joined = written.replace(/^\D*(?=1[0o]\D)/i, '').replace(/\s+/g, '');
	const repaired = joined.replace(/^1[0o][.,;:]?(\d{4,9})[/\\|]+/i, '10.$1/');
	return [doiIn(written), repaired].find((doi) => doi !== undefined && isDoi(doi) && doi !== written);
}

function lackingFields(text: string, entry: RawEntry): RecordFix[] {
	const own = ownFields(entry);
	const [record] = isHeir(own) ? [] : bibtex.read(text.slice(entry.start, entry.end), { report: () => {} });
	const missing = record && entry.key !== '' ? missingFields(entry.type, record) : [];
	if (missing.length === 0) {
		return [];
	}
	return [
		{
			code: 'missing-field',
			span: entry.keySpan,
			title: bibtexFixes.addFields(missing),
			edits: [addedFields(text, entry, missing)],
			isSafe: false,
		},
	];
}

/** After the last field, in the style of the others. */
function addedFields(text: string, entry: RawEntry, names: readonly string[]): KeyEdit {
	const style = styleOf(text, entry);
	const last = entry.fields.at(-1);
	const start = last?.end ?? entry.keySpan.end;
	const hasComma = /^\s*,/.test(text.slice(start, entry.end));
	const at = hasComma ? text.indexOf(',', start) + 1 : start;
	const lineEnd = /\r\n|\n|\r/.exec(text.slice(entry.start, entry.end))?.[0] ?? '\n';
	const lines = names.map((name) => lineEnd + style.indent + fieldText(name, '', style));
	const added = lines.join(',');
	return { span: { start: at, end: at }, newText: hasComma ? `${added},` : `,${added}` };
}
