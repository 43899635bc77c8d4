/** What a key looks like, in every syntax, and where it ends. */

/** Letters, digits and `_`, for a set in a regular expression: a key begins with one of them. */
const LETTERS = String.raw`\p{L}\p{N}_`;

/** Punctuation that may stand inside a key, for a set in a regular expression. */
export const INNER = String.raw`:.#$%&\-+?<>~/`;

/** All that a key may hold, for a set. Combining marks count as letters: a decomposed `é` is written with one. */
export const KEY_CHARACTERS = String.raw`${LETTERS}\p{M}${INNER}`;

/**
 * A key as Pandoc reads it (`simpleCiteIdentifier` in its `Parsing/Citations.hs`), as a regular expression: a letter,
 * digit or `_`, then those and single inner punctuation, so that the full stop in `@smith2020.` ends a sentence and no key.
 */
export const KEY = String.raw`[${LETTERS}](?:[${LETTERS}\p{M}]|[${INNER}](?=[${LETTERS}])|[:/](?=/))*`;

const KEY_RUN = new RegExp(KEY, 'uy');

/** Where the key that begins at `start` ends; `start` itself where none begins. */
export function keyEnd(text: string, start: number): number {
	KEY_RUN.lastIndex = start;
	return start + (KEY_RUN.exec(text)?.[0].length ?? 0);
}
