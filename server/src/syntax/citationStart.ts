/** Where a citation may begin, in every syntax. */

const WORD = String.raw`\p{L}\p{N}`;

const WORD_BEFORE = new RegExp(`[${WORD}]$`, 'u');

/** A citation cannot be part of a word: `me@paper[x]` is not a citation. */
export function mayBeginAt(text: string, start: number): boolean {
	return !WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start));
}

/** Regular expression for an `@` that a key may follow: not inside a word, and not escaped by a backslash. */
export const KEY_SIGN = String.raw`(?<![${WORD}\\])@`;
