/** Puts text on one line. */

/**
 * Does not match single spaces: nearly all white space in a long text is single spaces, and the engine keeps a list
 * of all matches.
 */
const LAYOUT = /\s{2,}|[^\S ]/g;

/** `text` with each run of white space as one space. */
export function oneLine(text: string): string {
	return text.replace(LAYOUT, ' ');
}
