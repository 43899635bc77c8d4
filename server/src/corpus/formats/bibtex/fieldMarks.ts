/** Recognizes the boundaries of fields, also where something is missing. */

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

export function trimmedEnd(text: string, start: number, from: number): number {
	let end = from;
	while (end > start && /\s/.test(text.charAt(end - 1))) {
		end -= 1;
	}
	return end;
}
