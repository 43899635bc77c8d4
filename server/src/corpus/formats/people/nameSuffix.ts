/** What comes after a name and belongs to no part of it: `Jr.`, `III`, `3rd`. */

/** In these letters only: `JR` are initials, and `Ii` is a family name. */
const SUFFIX = /^(?:[JjSs]r\.?|I{2,3}|i{2,3}|IV|iv|2nd|3rd|4th)$/;

/** Elsewhere `MD` may be initials and `Junior` a family name. */
const SUFFIX_AFTER_COMMA = /^(?:jr|sr|junior|senior|[ivx]{2,4}|esq|m\.?d|ph\.?d)\.?$/i;

/** Whether `word`, the last of a name, is a suffix. */
export function isSuffix(word: string): boolean {
	return SUFFIX.test(word);
}

/** Whether `word`, alone between commas or behind the last one, is a suffix: `Griffin, Ph.D.`, `King, Jr, Martin`. */
export function isSuffixAfterComma(word: string): boolean {
	return isSuffix(word) || SUFFIX_AFTER_COMMA.test(word);
}
