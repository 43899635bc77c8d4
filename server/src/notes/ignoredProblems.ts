/**
 * Comments that ask not to report problems: `<!-- paper-notes-ignore unknown-paper -->`, in MDX `{/* ... *\/}`. A comment
 * counts for its own line or, if it stands alone, for the next line. Without a code it counts for all problems.
 */

import { lineStartsOf, positionAt } from '../util/lines.ts';

const NAME = 'paper-notes-ignore';

const COMMENT = new RegExp(String.raw`(?:<!--|\{/\*)\s*${NAME}((?:[\s,]+[a-z]+(?:-[a-z]+)*)*)\s*(?:-->|\*/\})`, 'g');

/** Whether problems with this code on this line are not to be reported. */
export type IsIgnored = (line: number, code: string) => boolean;

const NOTHING: IsIgnored = () => false;

/** What the comments of a note ask for. */
export function ignoredIn(text: string): IsIgnored {
	if (!text.includes(NAME)) {
		return NOTHING;
	}
	const starts = lineStartsOf(text);
	const ignored = new Map<number, ReadonlySet<string>[]>();
	for (const { 0: comment, 1: codes = '', index } of text.matchAll(COMMENT)) {
		const first = positionAt(starts, index).line;
		const last = positionAt(starts, index + comment.length).line;
		const before = text.slice(starts[first], index);
		const after = text.slice(index + comment.length, starts[last + 1]);
		const line = `${before}${after}`.trim() === '' ? last + 1 : last;
		ignored.set(line, [...(ignored.get(line) ?? []), new Set(codes.split(/[\s,]+/).filter(Boolean))]);
	}
	return (line, code) => ignored.get(line)?.some((codes) => codes.size === 0 || codes.has(code)) === true;
}
