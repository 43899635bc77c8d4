/** What a DOI looks like, wherever one is looked for: in corpora, in notes, in what is typed. */

/**
 * Up to its slash, as source of a regular expression: `10.1000/`, `10.1000.10/`. Registrants have four digits at least
 * (https://www.crossref.org/blog/dois-and-matching-regular-expressions/); after the slash comes anything but white space.
 */
export const DOI_PREFIX = String.raw`10\.\d{4,9}(?:\.\d+)*/`;

const WHOLE = new RegExp(`^${DOI_PREFIX}\\S+$`);

/** Whether `text` is a bare DOI and nothing else. */
export function isDoi(text: string): boolean {
	return WHOLE.test(text);
}
