/** The form of a key in every syntax, and where it ends. */

/** Letters, digits and `_`, as part of a character class. A key begins with one of them. */
const LETTERS = String.raw`\p{L}\p{N}_`;

/** Punctuation allowed inside a key, as part of a character class. */
export const INNER = String.raw`:.#$%&\-+?<>~/`;

/**
 * All characters of a key, as part of a character class. Combining marks count as letters, because a decomposed `é`
 * contains one.
 */
export const KEY_CHARACTERS = String.raw`${LETTERS}\p{M}${INNER}`;

/**
 * Regular expression for a key as Pandoc reads it (`simpleCiteIdentifier` in its `Parsing/Citations.hs`): a letter,
 * digit or `_`, then those and single inner punctuation. So the full stop in `@smith2020.` ends the sentence and is not
 * part of the key.
 */
export const KEY = String.raw`[${LETTERS}](?:[${LETTERS}\p{M}]|[${INNER}](?=[${LETTERS}])|[:/](?=/))*`;

const KEY_RUN = new RegExp(KEY, 'uy');

/** End of the key that begins at `start`; `start` itself if there is none. */
export function keyEnd(text: string, start: number): number {
	KEY_RUN.lastIndex = start;
	return start + (KEY_RUN.exec(text)?.[0].length ?? 0);
}
