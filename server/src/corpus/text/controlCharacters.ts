/**
 * Characters that do not belong in text: control characters, and the marks that reorder or hide text
 * (https://www.unicode.org/reports/tr9/, https://trojansource.codes). The joiners of Persian and of emoji are kept.
 */

/** First and last code of each range, in hexadecimal. Tab, line feed and carriage return are excluded and so kept. */
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

/** `text` without these characters. Unpaired surrogates become U+FFFD. */
export function withoutControls(text: string): string {
	return SUSPICIOUS.test(text) ? wellFormed(text) : text;
}

function wellFormed(text: string): string {
	return text.toWellFormed().replace(UNWANTED, '');
}
