/** What a DOI looks like. Used wherever one is looked for: in corpora, in notes, in what is typed. */

/**
 * A DOI up to its slash, as the source of a regular expression: `10.1000/`, `10.1000.10/`. Registrants have at least
 * four digits (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). Anything but white space may
 * follow the slash.
 */
export const DOI_PREFIX = String.raw`10\.\d{4,9}(?:\.\d+)*/`;

const WHOLE = new RegExp(`^${DOI_PREFIX}\\S+$`);

/** Whether `text` is a bare DOI and nothing else. */
export function isDoi(text: string): boolean {
	return WHOLE.test(text);
}
