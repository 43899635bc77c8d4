/** BibTeX and BibLaTeX files. */

import { bibtexMessages } from '../../../messages/bibtexMessages.ts';
import { formatNames } from '../../../messages/formatNames.ts';
import type { Problem } from '../../../util/problem.ts';
import { shortened } from '../../../util/shortened.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Format, ReadContext } from '../format.ts';
import { briefFields } from './briefFields.ts';
import { EntryFields } from './entryFields.ts';
import { EntryIndex } from './entryIndex.ts';
import { entryProblems } from './entryProblems.ts';
import { EntryScanner } from './entryScanner.ts';
import { isEntryType } from './entryTypes.ts';
import { fileFolders } from './fileFolders.ts';
import { inheritedFields, isHeir, ownFields } from './inheritance.ts';
import { MacroTable, type UndefinedMacro } from './macros.ts';
import type { RawField, SyntaxNote } from './rawEntry.ts';
import { paperRecord } from './record.ts';

export const bibtex: Format = {
	name: formatNames.bibtex,
	accepts: (head) => ENTRY.test(head) && beginsWithEntry(head),
	entryStart: '@',
	read,
};

const ENTRY = /^[^\S\n]*@\s*[A-Za-z][\w-]*\s*[{(]/m;
const ENTRY_HEAD = /^[^\S\n]*@\s*([A-Za-z][\w-]*)\s*[{(]\s*([^\s,{}()=]*)\s*(,|=|\}|\))?/gm;

/** Whether an entry in `head` has a known type, or has a key and a comma. */
function beginsWithEntry(head: string): boolean {
	for (const [, type = '', key = '', mark] of head.matchAll(ENTRY_HEAD)) {
		if (
			isEntryType(type.toLowerCase()) ||
			/^(?:string|preamble|comment|xdata)$/i.test(type) ||
			(key !== '' && mark === ',')
		) {
			return true;
		}
	}
	return false;
}

/** Entries that set options of a style (IEEEtran, achemso, REVTeX) or that REVTeX writes for the notes of a paper. */
const SETTINGS: ReadonlySet<string> = new Set(['ieeetranbstctl', 'control', 'bibnote', 'footnote']);

/** `@string`, `@xdata` and comments are not papers. */
function* read(text: string, context: ReadContext): Generator<PaperRecord> {
	let notes = 0;
	const onNote = ({ message, span }: SyntaxNote) => {
		notes += 1;
		context.report({ code: 'unreadable-entry', message, span });
	};
	const onUndefined = undefinedMacros(context);
	const macros = new MacroTable(text, context.macros);
	const index = new EntryIndex(text);
	const folders = fileFolders(text);
	const value = (field: RawField) => macros.value(field, onUndefined);
	const reference = (field: RawField) => macros.value(field, () => {}).source;
	const lookup = (key: string) => index.find(key);
	const scanner = new EntryScanner(text, onNote);
	for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
		const isDamaged = notes > 0;
		notes = 0;
		if (entry.type === 'string') {
			macros.define(entry, onUndefined);
			continue;
		}
		if (entry.type === 'xdata' || SETTINGS.has(entry.type)) {
			continue;
		}
		if (entry.key === '' && entry.fields.length === 0) {
			context.report({
				code: 'unreadable-entry',
				message: bibtexMessages.emptyEntry(entry.type),
				span: { start: entry.start, end: entry.end },
			});
			continue;
		}
		const own = ownFields(entry);
		const fields = isHeir(own) ? inheritedFields(entry, lookup, reference) : own;
		const texts = new EntryFields(entry, context.isBrief ? briefFields(fields) : fields, value);
		const record = paperRecord(entry, texts, folders);
		if (!context.isBrief) {
			reportAll(entryProblems({ entry, own, fields: texts, record, isDamaged }), context);
		}
		yield record;
	}
}

function reportAll(problems: Iterable<Problem>, { report }: ReadContext): void {
	for (const problem of problems) {
		report(problem);
	}
}

/** Reports an undefined macro once per place, however often its value is needed. */
function undefinedMacros(context: ReadContext): UndefinedMacro {
	const seen = new Set<number>();
	return (name, piece, isBelow) => {
		if (!seen.has(piece.start)) {
			seen.add(piece.start);
			const span = { start: piece.start, end: piece.end };
			const shown = shortened(name);
			const problem = isBelow ? lateMacro : /\s/.test(name) ? unbraced : undefinedMacro;
			context.report({ ...problem(shown), span });
		}
	};
}

function unbraced(text: string): Omit<Problem, 'span'> {
	return { code: 'unreadable-entry', message: bibtexMessages.unbracedText(text) };
}

function lateMacro(name: string): Omit<Problem, 'span'> {
	return { code: 'undefined-macro', message: bibtexMessages.lateMacro(name) };
}

function undefinedMacro(name: string): Omit<Problem, 'span'> {
	return { code: 'undefined-macro', message: bibtexMessages.undefinedMacro(name) };
}
