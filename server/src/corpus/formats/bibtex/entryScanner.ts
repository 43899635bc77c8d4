/**
 * Finds the entries of a BibTeX file and their fields in one pass. Grammar: "BibTeXing" (Patashnik 1988), bibtex.web,
 * and biber's additions (`%` comments). Damage affects only the entry that contains it: an unclosed entry ends where the
 * next one begins on its own line.
 */

import { bibtexFixes, bibtexMessages } from '../../../messages/bibtexMessages.ts';
import { shortened } from '../../../util/shortened.ts';
import type { Span } from '../../../util/span.ts';
import { isCommentedOut, isEntryStart, isFirstOnLine } from './entryStart.ts';
import { skipBlanks } from './fieldMarks.ts';
import { FieldScanner } from './fieldScanner.ts';
import { insertion, type RawEntry, type SyntaxNote } from './rawEntry.ts';

/**
 * Each unclosed comment costs a search to the end of the file. After this many, comments are taken to be one line long.
 */
const MAX_ENDLESS_COMMENTS = 20;

const NAME = /[^\s{}(),="'#%\\@]{1,100}/y;
const FIELD_AFTER_KEY = /[ \t]{1,20}[A-Za-z][\w-]{0,40}\s{0,20}=\s{0,20}["{\d]/y;
const FIELD_AFTER_COMMA = /[^\s,{}"]{1,100},\s{0,20}[A-Za-z][\w-]{0,40}\s{0,20}=\s{0,20}["{\w]/y;
const FIELD_FIRST = /([A-Za-z][\w-]{0,40})\s{0,20}=\s{0,20}["{\d]/y;

export class EntryScanner {
	readonly #text: string;
	readonly #report: (note: SyntaxNote) => void;
	#position = 0;
	#endlessComments = 0;

	constructor(text: string, report: (note: SyntaxNote) => void) {
		this.#text = text;
		this.#report = report;
	}

	/** The next entry or `@string`; undefined at the end of the file. */
	next(): RawEntry | undefined {
		for (;;) {
			const at = this.#text.indexOf('@', this.#position);
			if (at < 0) {
				return undefined;
			}
			const entry = this.entryAt(at);
			if (entry !== undefined) {
				return entry;
			}
		}
	}

	/** The entry that begins with the `@` at `at`; undefined if there is none. Reading continues after it. */
	entryAt(at: number): RawEntry | undefined {
		const text = this.#text;
		this.#position = at + 1;
		if (isCommentedOut(text, at)) {
			this.#position = lineEnd(text, at);
			return undefined;
		}
		NAME.lastIndex = skipBlanks(text, at + 1);
		const [name = ''] = NAME.exec(text) ?? [];
		const type = name.toLowerCase();
		const open = skipBlanks(text, NAME.lastIndex);
		const opener = text.charCodeAt(open);
		if (type === 'comment') {
			this.#skipComment(open);
			return undefined;
		}
		if (name === '' || (opener !== 0x7b && opener !== 0x28)) {
			this.#noteMissingBrace(at, name);
			return undefined;
		}
		if (type === 'preamble') {
			this.#skipPreamble(open);
			return undefined;
		}
		return this.#entry(type, at, open);
	}

	#entry(type: string, at: number, open: number): RawEntry | undefined {
		const text = this.#text;
		const closer = text.charCodeAt(open) === 0x28 ? 0x29 : 0x7d;
		const { keySpan, after } = type === 'string' ? noKey(open + 1) : keyAfter(text, open + 1, closer);
		const scanner = new FieldScanner(text, { start: at, bodyStart: after, closer, type }, this.#report);
		const { fields, end } = scanner.read();
		this.#position = end;
		const key = text.slice(keySpan.start, keySpan.end);
		if (!isReal(text, at, { key, fields: fields.length })) {
			this.#position = at + 1;
			return undefined;
		}
		if (key !== '' && fields.length > 0 && !/[,]/.test(text.slice(keySpan.end, after))) {
			const mend = insertion(bibtexFixes.comma, keySpan.end, ',');
			this.#report({ message: bibtexMessages.noCommaAfterKey(shortened(key)), span: keySpan, mend });
		}
		return { type, start: at, end, key, keySpan, fields };
	}

	#skipComment(open: number): void {
		const text = this.#text;
		const opener = text.charCodeAt(open);
		const isBraced = opener === 0x7b || opener === 0x28;
		const end = isBraced && this.#endlessComments < MAX_ENDLESS_COMMENTS ? groupEnd(text, open) : undefined;
		if (isBraced && end === undefined) {
			this.#endlessComments += 1;
		}
		this.#position = end ?? lineEnd(text, this.#position);
	}

	#skipPreamble(open: number): void {
		const end = this.#endlessComments < MAX_ENDLESS_COMMENTS ? groupEnd(this.#text, open) : undefined;
		if (end === undefined) {
			this.#endlessComments += 1;
			const span = { start: this.#position - 1, end: open + 1 };
			this.#report({ message: bibtexMessages.unclosedPreamble, span });
		}
		this.#position = end ?? lineEnd(this.#text, open);
	}

	#noteMissingBrace(at: number, name: string): void {
		const rest = this.#text.slice(at + 1 + name.length, at + 60 + name.length);
		if (
			isFirstOnLine(this.#text, at) &&
			/^[A-Za-z]{3,}$/.test(name) &&
			/^[ \t]+[^\s,]+[ \t]*,[ \t]*[\r\n]/.test(rest)
		) {
			const start = at + 1 + name.length;
			const span = { start, end: skipBlanks(this.#text, start) };
			const mend = { title: bibtexFixes.openingBrace, span, newText: '{' };
			this.#report({ message: bibtexMessages.noOpeningBrace(name), span: { start: at, end: start }, mend });
		}
	}
}

/** Text may contain `@` for other reasons. An entry has a key or fields, or is alone on its line. */
function isReal(text: string, at: number, found: { key: string; fields: number }): boolean {
	return found.fields > 0 || (found.key !== '' && !found.key.includes('@')) || isFirstOnLine(text, at);
}

function noKey(position: number): { keySpan: Span; after: number } {
	return { keySpan: { start: position, end: position }, after: position };
}

/** The key, up to its comma, the end of its line or the end of the entry, without surrounding spaces. */
function keyAfter(text: string, position: number, closer: number): { keySpan: Span; after: number } {
	const start = skipBlanks(text, position);
	FIELD_FIRST.lastIndex = start;
	if (FIELD_FIRST.test(text) || isEntryStart(text, start)) {
		return noKey(start);
	}
	const end = keyEnd(text, start, closer);
	let trimmed = end;
	while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) {
		trimmed -= 1;
	}
	const comma = skipBlanks(text, end);
	const hasComma = text.charCodeAt(comma) === 0x2c;
	return { keySpan: { start, end: trimmed }, after: hasComma ? comma + 1 : end };
}

function keyEnd(text: string, start: number, closer: number): number {
	let end = start;
	let open = 0;
	while (end < text.length && !endsKey(text.charCodeAt(end)) && !isFieldAfterKey(text, end)) {
		const code = text.charCodeAt(end);
		if (code === closer && open === 0 && !isFieldAfterComma(text, end)) {
			break;
		}
		open += code === 0x28 ? 1 : code === 0x29 && open > 0 ? -1 : 0;
		end += 1;
	}
	return end;
}

/** `@article{k title = {X}`: a key without its comma ends before the first field. */
function isFieldAfterKey(text: string, position: number): boolean {
	FIELD_AFTER_KEY.lastIndex = position;
	return /[ \t]/.test(text.charAt(position)) && FIELD_AFTER_KEY.test(text);
}

/**
 * To BibTeX, in `@article(a(1), title = {X})` only the comma ends the key. A `)` ends it here where no field follows the
 * comma, as in `@article(a)`.
 */
function isFieldAfterComma(text: string, position: number): boolean {
	FIELD_AFTER_COMMA.lastIndex = position;
	return FIELD_AFTER_COMMA.test(text);
}

/** A key ends at a comma, a line end, or at a brace or quote, which no key contains. */
function endsKey(code: number): boolean {
	return code === 0x2c || code === 0x0a || code === 0x0d || code === 0x7b || code === 0x7d || code === 0x22;
}

function lineEnd(text: string, from: number): number {
	for (let i = from; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x0a || code === 0x0d) {
			return i;
		}
	}
	return text.length;
}

/** Position after the bracket that closes the one at `open`; undefined if there is none. */
function groupEnd(text: string, open: number): number | undefined {
	const opener = text.charCodeAt(open);
	const closer = opener === 0x28 ? 0x29 : 0x7d;
	let depth = 0;
	for (let i = open; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		depth += code === opener ? 1 : code === closer ? -1 : 0;
		if (depth === 0) {
			return i + 1;
		}
	}
	return undefined;
}
