/** LaTeX accent commands and their combining marks. */

/** Command (without backslash) to combining mark. Sources: LaTeX2e font guide, T1/T5 encodings, tipa's `\h`. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['=', '\u0304'],
	['u', '\u0306'],
	['.', '\u0307'],
	['"', '\u0308'],
	['h', '\u0309'],
	['r', '\u030a'],
	['ocirc', '\u030a'],
	['H', '\u030b'],
	['v', '\u030c'],
	['U', '\u030d'],
	['G', '\u030f'],
	['f', '\u0311'],
	['d', '\u0323'],
	['textcommabelow', '\u0326'],
	['c', '\u0327'],
	['k', '\u0328'],
	['polhk', '\u0328'],
	['b', '\u0331'],
	['t', '\u0361'],
]);

/** Accents without a letter: people write `\^{}` for a circumflex. */
const SPACING_FORMS: ReadonlyMap<string, string> = new Map([
	['\u0300', '`'],
	['\u0301', '´'],
	['\u0302', '^'],
	['\u0303', '~'],
	['\u0304', '¯'],
	['\u0308', '¨'],
	['\u0327', '¸'],
]);

const LEADING_LETTER = /^(\P{M})(\p{M}*)/u;

/**
 * `text` with `mark` on its first letter, after any marks already there: `ê` and an acute give `ế`. A dotless i does not
 * get a second dot.
 */
export function accented(text: string, mark: string): string {
	const [whole = '', letter = '', marks = ''] = LEADING_LETTER.exec(text) ?? [];
	if (whole === '' || letter === ' ') {
		return (SPACING_FORMS.get(mark) ?? '') + text;
	}
	const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
	return (base + marks + mark).normalize('NFC') + text.slice(whole.length);
}
