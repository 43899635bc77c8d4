/** Shows what cannot be seen, so that a message about two keys that look the same says how they differ. */

/** Characters without a glyph of their own, and every space but the usual one. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2028\u2029]|(?! )[\p{Zs}]/gu;

/** The text with each invisible character as its code: `smith[U+200B]2020`. Line breaks are shown, too. */
export function visible(text: string): string {
	return text.replace(INVISIBLE, (one) => {
		const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		return `[U+${code}]`;
	});
}
