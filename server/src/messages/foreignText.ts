/**
 * Text that others have written (keys, titles, file names, errors of the system) made fit for one line of what people
 * read. As it is, it could break the line, hide or reverse a part of it (https://www.unicode.org/reports/tr9/,
 * https://trojansource.codes), move a terminal's cursor, or be drawn as an icon or a link.
 */

/**
 * Control characters and the marks that reorder or hide text, as the first and last code of each range in hexadecimal.
 * Tab, line feed and carriage return are excluded and so kept. So are the joiners of Persian and of emoji.
 */
const RANGES: readonly (readonly [string, string])[] = [
	['0', '8'],
	['b', 'c'],
	['e', '1f'],
	['7f', '9f'],
	['ad', 'ad'],
	['61c', '61c'],
	['200b', '200b'],
	['200e', '200f'],
	['202a', '202e'],
	['2060', '2069'],
	['feff', 'feff'],
	['fff9', 'fffb'],
	['e0000', 'e007f'],
];

const UNWANTED = new RegExp(`[${RANGES.map(([first, last]) => `\\u{${first}}-\\u{${last}}`).join('')}]`, 'gu');

/** Code units that may be part of such characters. Almost no text has any, and testing for code units is fast. */
const SUSPICIOUS = new RegExp(
	`[${RANGES.filter(([first]) => first.length < 5)
		.map(([first, last]) => `\\u${first.padStart(4, '0')}-\\u${last.padStart(4, '0')}`)
		.join('')}\\ud800-\\udfff]`,
);

/** `text` with `mark`, or nothing, for each of these characters. Unpaired surrogates become U+FFFD. */
export function withoutControls(text: string, mark = ''): string {
	return SUSPICIOUS.test(text) ? text.toWellFormed().replace(UNWANTED, mark) : text;
}

/** `text` on one line, without these characters. All its spaces stay, because it may be a part of a sentence. */
export function safeLine(text: string): string {
	return withoutControls(text).replace(/[^\S ]+/g, ' ');
}

/** The same for rows, labels and the status bar of VS Code, which draw `$(name)` as an icon. */
export function labelText(text: string): string {
	return safeLine(text).replace(/\$\((?=[\w~-]+\))/g, '$ (');
}

/** The same for VS Code's notifications, which draw `[text](address)` as a link, even one that runs a command. */
export function noticeText(text: string): string {
	return safeLine(text).replaceAll('](', '] (');
}

/** Characters without a glyph of their own, and every space but the usual one. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2028\u2029]|(?! )[\p{Zs}]/gu;

/**
 * The text with each invisible character as its code, so that a message about two keys that look the same says how they
 * differ: `smith[U+200B]2020`. Line breaks are shown, too.
 */
export function visible(text: string): string {
	return text.replace(INVISIBLE, (one) => {
		const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		return `[U+${code}]`;
	});
}
