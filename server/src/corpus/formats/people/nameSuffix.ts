/** Suffixes of names that belong to no other part: `Jr.`, `III`, `3rd`. */

/** Case matters: `JR` are initials, and `Ii` is a family name. */
const SUFFIX = /^(?:[JjSs]r\.?|I{2,3}|i{2,3}|IV|iv|2nd|3rd|4th)$/;

/** Only after a comma: elsewhere `MD` may be initials and `Junior` a family name. */
const SUFFIX_AFTER_COMMA = /^(?:jr|sr|junior|senior|[ivx]{2,4}|esq|m\.?d|ph\.?d)\.?$/i;

/** Whether `word`, the last of a name, is a suffix. */
export function isSuffix(word: string): boolean {
	return SUFFIX.test(word);
}

/** Whether `word`, between commas or after the last one, is a suffix: `Griffin, Ph.D.`, `King, Jr, Martin`. */
export function isSuffixAfterComma(word: string): boolean {
	return isSuffix(word) || SUFFIX_AFTER_COMMA.test(word);
}
