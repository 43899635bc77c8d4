/** A key with its mark in Pandoc's citations: `@a`, `-@a`, `@{a}`. */

import { mayBeginAt } from './citationStart.ts';
import { INNER, KEY, keyEnd } from './key.ts';

/** `-@{a}`: the mark and the key, with or without braces. */
export interface PandocKey {
	readonly markStart: number;
	readonly markEnd: number;
	readonly start: number;
	readonly end: number;
	/** Position after the key, including a closing brace. */
	readonly after: number;
}

const BRACED = /\{[^\s{}]+\}/y;

/** The key whose `@` is at `at`; undefined if no key follows. */
export function keyAt(text: string, at: number): PandocKey | undefined {
	const start = markStart(text, at);
	BRACED.lastIndex = at + 1;
	if (BRACED.test(text)) {
		return { markStart: start, markEnd: at + 1, start: at + 2, end: BRACED.lastIndex - 1, after: BRACED.lastIndex };
	}
	const end = keyEnd(text, at + 1);
	return end === at + 1 ? undefined : { markStart: start, markEnd: at + 1, start: at + 1, end, after: end };
}

/** A `-` before the `@` is part of the mark, unless it joins two words. */
function markStart(text: string, at: number): number {
	return text[at - 1] === '-' && mayBeginAt(text, at - 1) ? at - 1 : at;
}

/** Text between an `@` and the cursor while a key is being typed: `doe:` may become `doe:2020`. */
const BEGUN = new RegExp(String.raw`^(?:\{[^\s{}]*|${KEY}[${INNER}]*)?$`, 'u');

/**
 * The key being typed at `offset`, from its mark to there: `@doe` in `see @doe|, p. 3`. A lone `@` counts, too.
 * Undefined after a closing brace, and where a key cannot continue.
 */
export function keyWrittenAt(
	text: string,
	offset: number,
): { readonly start: number; readonly end: number } | undefined {
	const at = offset > 0 ? text.lastIndexOf('@', offset - 1) : -1;
	const isSign = at >= 0 && mayBeginAt(text, at) && text[at - 1] !== '\\';
	return isSign && BEGUN.test(text.slice(at + 1, offset)) ? { start: markStart(text, at), end: offset } : undefined;
}
