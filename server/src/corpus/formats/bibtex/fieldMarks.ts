/** Recognizes the boundaries of fields, also where something is missing. */

import { bibtexFixes } from '../../../messages/bibtexMessages.ts';
import type { Mend } from './rawEntry.ts';
import { AT, CLOSE, COMMA, EQUALS, HASH, OPEN, PERCENT, QUOTE } from './signs.ts';

/** The start of a field on its own line. An unclosed value is cut there. */
const FIELD_LINE = /[\n\r][^\S\n\r]{0,200}[A-Za-z][\w+-]{0,60}[^\S\n\r]{0,20}=[^\S\n\r]{0,20}["{\w]/;
const NEXT_FIELD = /[A-Za-z][\w+-]{0,60}\s{0,20}=/y;
const AFTER_CLOSER = /[\s,]{0,40},\s{0,40}[A-Za-z][\w+-]{0,60}\s{0,20}=\s{0,20}["{\w]/y;

/** The next non-blank position at or after `position`. */
export function skipBlanks(text: string, position: number): number {
	let i = position;
	for (;;) {
		const code = text.charCodeAt(i);
		if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0) {
			i += 1;
		} else {
			return i;
		}
	}
}

/** Where a line between `from` and `limit` begins like a field; `limit` if there is none. */
export function fieldLine(text: string, from: number, limit: number): number {
	const found = FIELD_LINE.exec(text.slice(from, limit));
	return found === null ? limit : from + found.index;
}

/** Whether a field (a name and an equals sign) begins at `position`. */
export function isFieldAt(text: string, position: number): boolean {
	NEXT_FIELD.lastIndex = position;
	return NEXT_FIELD.test(text);
}

/** Whether a comma and another field follow what looks like the end of the entry. */
export function goesOnAt(text: string, position: number): boolean {
	AFTER_CLOSER.lastIndex = position;
	return AFTER_CLOSER.test(text);
}

/** Field names may contain anything except blanks and characters with a meaning between fields. */
export function isNameCode(code: number): boolean {
	return (
		code > 0x20 &&
		code !== COMMA &&
		code !== EQUALS &&
		code !== OPEN &&
		code !== CLOSE &&
		code !== QUOTE &&
		code !== HASH &&
		code !== PERCENT &&
		code !== AT &&
		code !== 0x28 &&
		code !== 0x29 &&
		code !== 0xa0
	);
}

/** End of an unclosed value that was cut at `cut`, without the comma, quote and braces before the cut. */
export function valueEnd(text: string, start: number, cut: number): number {
	let end = cut;
	while (end > start && /[\s,"}]/.test(text.charAt(end - 1))) {
		end -= 1;
	}
	return end;
}

/** At the end of a value that began with another sign: `"Title},`. */
const WRONG_SIGN = /^["}]+(?=\s*,|\s*[\r\n]\s*[A-Za-z][\w+-]*\s*=)/;
/** In characters: signs, blanks and the name of the next field. */
const MAX_SIGNS = 100;

/** Closes the value that begins at `start` before `cut`. A wrong sign at its end is replaced, a missing comma added. */
export function closing(text: string, start: number, cut: number): Mend {
	const isQuote = text.charCodeAt(start - 1) === QUOTE;
	const end = valueEnd(text, start, cut);
	const [stray = ''] = WRONG_SIGN.exec(text.slice(end, end + MAX_SIGNS)) ?? [];
	const hasComma = /^\s*,/.test(text.slice(end + stray.length, end + MAX_SIGNS));
	return {
		title: isQuote ? bibtexFixes.quote : bibtexFixes.closingBrace,
		span: { start: end, end: end + stray.length },
		newText: (isQuote ? '"' : '}') + (hasComma ? '' : ','),
	};
}

export function trimmedEnd(text: string, start: number, from: number): number {
	let end = from;
	while (end > start && /\s/.test(text.charAt(end - 1))) {
		end -= 1;
	}
	return end;
}
