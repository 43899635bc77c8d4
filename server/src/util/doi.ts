/** What a DOI looks like. Used wherever one is looked for: in corpora, in notes, in what is typed. */

/**
 * A DOI up to its slash, as the source of a regular expression: `10.1000/`, `10.1000.10/`. Registrants have at least
 * four digits (https://www.crossref.org/blog/dois-and-matching-regular-expressions/). Anything but white space may
 * follow the slash.
 */
export const DOI_PREFIX = String.raw`10\.\d{4,9}(?:\.\d+)*/`;

const WHOLE = new RegExp(`^${DOI_PREFIX}\\S+$`);

/**
 * The beginning of a DOI of the 1990s, made of an ISSN, a date and a volume: the rest, `<117::AID-ABC12>3.0.CO;2-5`,
 * was lost with the `<`, the `[` or the `;` in it. Other papers of the issue begin in the same way, so this is no DOI.
 */
const CUT_OFF = /\d{4}-\d{3}[\dX]\((?:\d{4}|\d{6}|\d{8})[\d/]*\)\d+(?::[\d/]+)?$|<[^>]*$|\d\.CO;?$/i;

/** Whether `text` is a bare DOI and nothing else, and whole. */
export function isDoi(text: string): boolean {
	return WHOLE.test(text) && !CUT_OFF.test(text);
}

/** Whether `text` is the beginning of a DOI whose rest was lost. */
export function isCutDoi(text: string): boolean {
	return WHOLE.test(text) && CUT_OFF.test(text);
}
