/** Suffixes of names that belong to no other part: `Jr.`, `III`, `3rd`. */

/** Case matters: `JR` are initials, and `Ii` is a family name. */
const SUFFIX = /^(?:[JjSs]r\.?|I{2,3}|i{2,3}|IV|iv|2nd|3rd|4th)$/;

/** Only behind a given name: elsewhere `MD` may be initials, `Xi` a given name and `Junior` either name. */
const SUFFIX_OF_PERSON = /^(?:jr|sr|junior|senior|[ivx]{2,4}|esq|m\.?d|ph\.?d)\.?$/i;

/** What cannot be a given name. `IV` are initials here. */
const SUFFIX_OF_FAMILY = /^(?:[JjSs]r\.?|I{2,3}|i{2,3}|2nd|3rd|4th|Esq\.?|Ph\.? ?D\.?)$/;

/** Whether `word`, the last of a name, is a suffix. */
export function isSuffix(word: string): boolean {
	return SUFFIX.test(word);
}

/** Whether `part`, beside a family name and a given name, is a suffix: `Griffin, David, M.D.`, `King, Jr, Martin`. */
export function isSuffixOfPerson(part: string): boolean {
	return isSuffix(part) || SUFFIX_OF_PERSON.test(part);
}

/** Whether `part`, alone behind the comma, is a suffix: `Griffin, Ph.D.`, but not `Fontana, M.D.` or `Wang, Xi`. */
export function isSuffixOfFamily(part: string): boolean {
	return SUFFIX_OF_FAMILY.test(part);
}
