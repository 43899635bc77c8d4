/** Text that stands on several lines, or with blanks for its layout, on one line. */

/** A single space is left alone: of a long text nearly all are, and an engine keeps a list of all that it replaces. */
const LAYOUT = /\s{2,}|[^\S ]/g;

/** `text` with each run of white space as one space. */
export function oneLine(text: string): string {
	return text.replace(LAYOUT, ' ');
}
