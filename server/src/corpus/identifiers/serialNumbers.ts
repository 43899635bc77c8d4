/** ISSNs and ISBNs from the fields in which exporters write them. */

export interface SerialNumbers {
	/** `1878-0849` */
	readonly ISSN?: string;
	/** As written. */
	readonly ISBN?: string;
}

const ISSN = /(?<![\dXx-])(\d{4})-?(\d{3}[\dXx])(?![\dXx-])/;
const ISBN = /(?<![\dXx-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx-])/;

/**
 * The first ISSN and the first ISBN in fields that may hold either: `19326203`, `1878-0849 (Electronic)`,
 * `978-3-16-148410-0`.
 */
export function serialNumbers(values: readonly string[]): SerialNumbers {
	const text = values.join('\n');
	const [isbn] = ISBN.exec(text) ?? [];
	const [issn, first, second] = ISSN.exec(isbn === undefined ? text : text.replace(isbn, '')) ?? [];
	return {
		...(issn === undefined ? {} : { ISSN: `${first}-${second?.toUpperCase()}` }),
		...(isbn === undefined ? {} : { ISBN: isbn }),
	};
}
