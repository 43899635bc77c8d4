/** The semicolon between the papers of a citation, and the one that is part of a DOI. */

/**
 * A semicolon inside a DOI that is a SICI, as Wiley's and the American Meteorological Society's older ones are:
 * `...<1661::AID-SIM968>3.0.CO;2-2`. After the title code, two digits and a point each, two letters, the semicolon and a
 * digit (ANSI/NISO Z39.56-1996, section 3.3). In addresses the bracket may be escaped.
 */
export const SICI_SEMICOLON = String.raw`(?<=(?:[>\]]|%3[Ee]|%5[Dd])\d\.\d\.[A-Za-z]{2});(?=\d)`;

/** A semicolon that separates two papers. */
export const SEPARATOR = new RegExp(`(?!${SICI_SEMICOLON});`, 'g');

const SICI_AT = new RegExp(SICI_SEMICOLON, 'y');

/** Position of the last separator before `end`; -1 if there is none. */
export function lastSeparator(text: string, end: number): number {
	let at = end > 0 ? text.lastIndexOf(';', end - 1) : -1;
	while (at >= 0 && isInSici(text, at)) {
		at = at > 0 ? text.lastIndexOf(';', at - 1) : -1;
	}
	return at;
}

function isInSici(text: string, at: number): boolean {
	SICI_AT.lastIndex = at;
	return SICI_AT.test(text);
}
