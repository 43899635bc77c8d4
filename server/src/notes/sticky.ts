/** Matching a pattern at one place of a text. */

/** End of a match of the sticky `pattern` at `start`; undefined if there is none. */
export function stickyEnd(pattern: RegExp, text: string, start: number): number | undefined {
	pattern.lastIndex = start;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
