/** The marks by which fields are found and, where something is missing, guessed. */

import { AT, CLOSE, COMMA, EQUALS, HASH, OPEN, PERCENT, QUOTE } from './signs.ts';

/** What begins a field on a line of its own: where a value that was never closed is cut. */
const FIELD_LINE = /[\n\r][^\S\n\r]{0,200}[A-Za-z][\w+-]{0,60}[^\S\n\r]{0,20}=[^\S\n\r]{0,20}["{\w]/;
const NEXT_FIELD = /[A-Za-z][\w+-]{0,60}\s{0,20}=/y;
const AFTER_CLOSER = /[\s,]{0,40},\s{0,40}[A-Za-z][\w+-]{0,60}\s{0,20}=\s{0,20}["{\w]/y;

/** The next place from `position` that is not blank. */
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

/** Where, from `from` to `limit`, a line begins like a field; `limit` where none does. */
export function fieldLine(text: string, from: number, limit: number): number {
	const found = FIELD_LINE.exec(text.slice(from, limit));
	return found === null ? limit : from + found.index;
}

/** Whether a field begins at `position`: a name and an equals sign. */
export function isFieldAt(text: string, position: number): boolean {
	NEXT_FIELD.lastIndex = position;
	return NEXT_FIELD.test(text);
}

/** Whether behind what looks like the end of an entry a comma and another field follow. */
export function goesOnAt(text: string, position: number): boolean {
	AFTER_CLOSER.lastIndex = position;
	return AFTER_CLOSER.test(text);
}

/** Field names hold anything but blanks and what has a meaning between fields. */
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

/** Where an unclosed value that was cut at `cut` ends: without the comma, quote and braces before the cut. */
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
