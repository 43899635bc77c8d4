/** How the entries of a BibTeX file are laid out, so that a new one looks like its neighbours. */

import type { RawEntry, RawField } from './rawEntry.ts';

export interface EntryStyle {
	/** What stands before each field: `  `. */
	readonly indent: string;
	/** What stands around the equals sign: `['', ' = ']` in `year = {2020}`; in a table, the first part is padded. */
	readonly equals: string;
	/** The width to which names are padded, so that the equals signs stand below each other; 0 without that. */
	readonly nameWidth: number;
	readonly quotes: readonly [opening: string, closing: string];
	/** Whether a year stands without quotes or braces. */
	readonly bareYears: boolean;
	/** How types and field names are written: `article`, `Article`, `ARTICLE`. */
	readonly typeCase: LetterCase;
	readonly nameCase: LetterCase;
	/** Whether a comma follows the last field. */
	readonly lastComma: boolean;
	/** What stands before the closing brace: `\n`, or nothing. */
	readonly beforeEnd: string;
}

export type LetterCase = 'lower' | 'upper' | 'capital';

const USUAL: EntryStyle = {
	indent: '  ',
	equals: ' = ',
	nameWidth: 0,
	quotes: ['{', '}'],
	bareYears: false,
	typeCase: 'lower',
	nameCase: 'lower',
	lastComma: true,
	beforeEnd: '\n',
};

/** The style of `entry` in `text`; the usual one without an entry that has fields. */
export function styleOf(text: string, entry: RawEntry | undefined): EntryStyle {
	const fields = entry?.fields.filter(({ pieces }) => pieces.length > 0) ?? [];
	const last = fields.at(-1);
	if (!entry || !last) {
		return USUAL;
	}
	const sample = fields.find(({ pieces }) => pieces[0]?.kind === 'text');
	const afterLast = text.slice(last.end, entry.end);
	return {
		indent: indentOf(text, fields),
		...equalsOf(text, fields),
		quotes: sample && text[(sample.pieces[0]?.start ?? 0) - 1] === '"' ? ['"', '"'] : USUAL.quotes,
		bareYears: fields.some(({ name, pieces }) => name === 'year' && pieces[0]?.kind === 'bare'),
		typeCase: caseOf(/[A-Za-z]+/.exec(text.slice(entry.start, entry.end))?.[0] ?? ''),
		nameCase: caseOf(text.slice(last.start, last.nameEnd)),
		lastComma: /^\s*,/.test(afterLast),
		beforeEnd: /[\r\n]([ \t]*)[})]$/.exec(afterLast)?.[1]?.replace(/^/, '\n') ?? '',
	};
}

/** Of the fields that begin a line. */
function indentOf(text: string, fields: readonly RawField[]): string {
	const indents = fields.flatMap(({ start }) => {
		const before = text.slice(Math.max(0, start - MAX_INDENT), start);
		return /[\r\n]([ \t]*)$/.exec(before)?.[1] ?? [];
	});
	return indents[0] ?? USUAL.indent;
}

/** In characters. */
const MAX_INDENT = 40;

function equalsOf(text: string, fields: readonly RawField[]): Pick<EntryStyle, 'equals' | 'nameWidth'> {
	const parts = fields.flatMap(({ start, nameEnd, pieces }) => {
		const [piece] = pieces;
		const found = piece && /^([ \t]*)=([ \t]*)/.exec(text.slice(nameEnd, piece.start));
		const [, before = '', after = ''] = found ?? [];
		return found ? [{ width: nameEnd - start + before.length, before, after }] : [];
	});
	const [first] = parts;
	if (!first) {
		return { equals: USUAL.equals, nameWidth: 0 };
	}
	const isTable =
		parts.some(({ before }) => before !== first.before) && parts.every(({ width }) => width === first.width);
	return isTable
		? { equals: `=${first.after}`, nameWidth: first.width }
		: { equals: `${first.before}=${first.after}`, nameWidth: 0 };
}

function caseOf(word: string): LetterCase {
	if (word === word.toLowerCase()) {
		return 'lower';
	}
	return word === word.toUpperCase() ? 'upper' : 'capital';
}
