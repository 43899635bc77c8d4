/** DOIs, ISSNs and ISBNs from the fields in which exporters write them. */

import { DOI_PREFIX, isDoi } from '../../util/doi.ts';

const DOI = new RegExp(`\\b${DOI_PREFIX}[^\\s"<>]{1,500}`);
const ADDRESS = /(?:\bdoi\.org\/|\bdoi(?:=|:\s*))(10\.\S{1,500})/i;

/** The DOI in a field: bare, after `doi:`, as a URL, or followed by `[doi]`. Keeps its case. */
export function doiIn(text: string): string | undefined {
	const doi = trimmedDoi(DOI.exec(decodedAddress(text))?.[0]);
	return doi && isDoi(doi) ? doi : undefined;
}

/** The DOI in a text that marks it as one: a doi.org URL, or after `doi:`. */
export function namedDoiIn(text: string): string | undefined {
	const named = ADDRESS.exec(decodedAddress(text))?.[1];
	return named === undefined ? undefined : doiIn(named);
}

/** `10.1038%2Fs41467` in a URL is `10.1038/s41467`. */
function decodedAddress(text: string): string {
	return text.replace(/(\b10\.[\d.]{4,20})%2f/gi, '$1/');
}

/** Without characters that belong to the surrounding sentence or URL. */
function trimmedDoi(written: string | undefined): string | undefined {
	const doi = written?.replace(/[&?#](?:partnerID|md5|sid|atitle|stitle|issn)=.*$/i, '').replace(TRAILING, '');
	return doi && hasStrayBracket(doi) ? trimmedDoi(doi.slice(0, -1)) : doi;
}

const TRAILING = /[.,;]+$/;
const OPENING: ReadonlyMap<string, string> = new Map([
	[')', '('],
	[']', '['],
	['}', '{'],
]);

/** Whether the last character is a closing bracket without an opening one in `doi`. */
function hasStrayBracket(doi: string): boolean {
	const closing = doi.slice(-1);
	const opening = OPENING.get(closing);
	return opening !== undefined && doi.split(closing).length > doi.split(opening).length;
}

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
