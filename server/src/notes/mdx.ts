/** What is code in MDX: expressions in braces, and the tags of components, which may hold such expressions. */

import type { Prose } from './nonProse.ts';
import { stickyEnd } from './sticky.ts';

/** End of the expression whose `{` is at `start`; undefined if nobody closed it. */
export function bracedExpressionEnd(prose: Prose, start: number): number | undefined {
	const closing = prose.closing(start);
	return closing === undefined ? undefined : closing + 1;
}

const TAG_NAME = /<[A-Za-z][\w.]*/y;
const STRING = /"[^"]*"|'[^']*'/y;

/** End of the tag at `start`, as `<Box size={2 > 1} title="a">`; undefined if none begins there. */
export function componentTagEnd(prose: Prose, start: number): number | undefined {
	const { text } = prose;
	let at = stickyEnd(TAG_NAME, text, start);
	while (at !== undefined && at < text.length && text[at] !== '<') {
		if (text[at] === '>') {
			return at + 1;
		}
		at = (text[at] === '{' ? bracedExpressionEnd(prose, at) : stickyEnd(STRING, text, at)) ?? at + 1;
	}
	return undefined;
}
