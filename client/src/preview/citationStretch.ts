/** Where a citation may stand in a paragraph, in either syntax. The server says which of these are citations. */

import { KEY_SIGN, mayBeginAt, paperMayBeginAt } from '../../../server/src/syntax/citationStart.ts';
import { keyAt } from '../../../server/src/syntax/pandocKey.ts';
import { contentEndAt, opensAt, PAPER_OPEN } from '../../../server/src/syntax/paperBrackets.ts';

/** Where the citation that begins at `start` may end, the farthest first; empty if none begins. */
export function citationEndsAt(text: string, start: number): readonly number[] {
	switch (text[start]) {
		case '@':
		case '＠':
			return opensAt(text, start) ? paperEnds(text, start) : bareEnds(text, start, start);
		case '-':
			return text[start + 1] === '@' ? bareEnds(text, start, start + 1) : [];
		case '[':
			return bracketEnds(text, start);
		default:
			return [];
	}
}

function paperEnds(text: string, start: number): readonly number[] {
	const { end, closed } = contentEndAt(text, start + PAPER_OPEN.length);
	return closed && paperMayBeginAt(text, start) ? [end + 1] : [];
}

/** `@key`, `-@key` and `@key [p. 4]`. */
function bareEnds(text: string, start: number, at: number): readonly number[] {
	const key = mayBeginAt(text, start) ? keyAt(text, at) : undefined;
	if (!key) {
		return [];
	}
	const open = /^[ \n]?\[(?!\^\d)/.exec(text.slice(key.after, key.after + 4));
	const { end, closed } = open ? contentEndAt(text, key.after + open[0].length) : { end: 0, closed: false };
	return closed ? [end + 1, key.after] : [key.after];
}

const SIGN = new RegExp(KEY_SIGN, 'u');

function bracketEnds(text: string, start: number): readonly number[] {
	const { end, closed } = contentEndAt(text, start + 1);
	return closed && SIGN.test(text.slice(start, end)) && !/^[[({]/.test(text.slice(end + 1)) ? [end + 1] : [];
}
