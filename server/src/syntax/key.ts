/** What a key is, in every syntax: which keys a citation can hold, where a bare one ends, and which are equal. */

import { halfWidth } from './fullWidth.ts';
import { contentEndAt } from './paperBrackets.ts';
import { SEPARATOR } from './separator.ts';

/** Letters, digits and `_`, as part of a character class. A bare key of Pandoc's begins with one of them. */
const LETTERS = String.raw`\p{L}\p{N}_`;

/** Punctuation allowed inside a bare key of Pandoc's, as part of a character class. */
export const INNER = String.raw`:.#$%&\-+?<>~/`;

/**
 * Regular expression for a key as Pandoc reads it without braces (`simpleCiteIdentifier` in its `Parsing/Citations.hs`):
 * a letter, digit or `_`, then those and single inner punctuation. So the full stop in `@smith2020.` ends the sentence
 * and is not part of the key.
 */
export const KEY = String.raw`[${LETTERS}](?:[${LETTERS}\p{M}]|[${INNER}](?=[${LETTERS}])|[:/](?=/))*`;

const KEY_RUN = new RegExp(KEY, 'uy');

/** More of a key whose punctuation is escaped: `\_leaves\_2001` after `@ash`. */
const ESCAPED_REST = new RegExp(String.raw`(?:\\[_*'^${INNER}][${LETTERS}\p{M}]+)+`, 'uy');

/** End of the key if some of its punctuation is escaped, as converters write it; `start` if none is. */
export function escapedEnd(text: string, start: number): number {
	ESCAPED_REST.lastIndex = start;
	return start + (ESCAPED_REST.exec(text)?.[0].length ?? 0);
}

/** End of the bare key that begins at `start`; `start` itself if there is none. */
export function keyEnd(text: string, start: number): number {
	KEY_RUN.lastIndex = start;
	return start + (KEY_RUN.exec(text)?.[0].length ?? 0);
}

/** Nearly all keys. They need no closer look. */
const SIMPLE_KEY = /^\w[\w:.#$%&+?<>~/'*=(){}^!|-]*$/;

/**
 * What no citation can hold: white space, a comma, a semicolon that separates, a mark at the start, and a full-width mark
 * anywhere.
 */
const UNCITABLE = new RegExp(String.raw`[\s,，、；＠]|${SEPARATOR.source}|^[-+－＋]?@`);

/**
 * Whether a citation can hold the key. This is the one rule for keys: `@paper[...]` reads it back as it is written. A key
 * has no white space, comma, semicolon or unbalanced bracket, and does not begin with `@`, `-@` or `+@`. It may be
 * anything else: `2022ApJ...934L...7R`, `O'Neil2000`, `smith2020(b)`, `key=val`, `----`, an address, a DOI with the
 * semicolon of a SICI.
 */
export function isCitable(key: string): boolean {
	if (SIMPLE_KEY.test(key)) {
		return true;
	}
	const { end, closed } = contentEndAt(`${key}]`, 0);
	return key !== '' && !UNCITABLE.test(key) && closed && end === key.length;
}

const UNCITABLE_RUN = new RegExp(String.raw`(?:[\s,，、；＠]|${SEPARATOR.source})+`, 'g');

/** A key like `key` that a citation can hold: `smith_2020` for `smith, 2020`. */
export function citableKey(key: string): string {
	const words = key.trim().replace(UNCITABLE_RUN, '_');
	const unmarked = words.replace(/^(?:[-+－＋]?@)+/, '');
	return isCitable(unmarked) ? unmarked : unmarked.replace(/[[\]［］【】\\]+/g, '_') || '_';
}

/**
 * The text to compare a key by: keys are equal if they differ only in the encoding of accents or in full-width signs and
 * digits, which input methods write.
 */
export function comparedKey(key: string): string {
	return MAY_COMPOSE.test(key) ? halfWidth(key.normalize('NFC')) : key;
}

/** Neither normalisation to NFC nor to half-width signs changes text of characters below these. */
const MAY_COMPOSE = /[\u0300-\uffff]/;

/** Whether two keys are the same. */
export function isSameKey(one: string, other: string): boolean {
	return one === other || comparedKey(one) === comparedKey(other);
}
