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

/** The key whose `@` is at `at`; undefined if no key follows. */
export function keyAt(text: string, at: number): PandocKey | undefined {
	const start = markStart(text, at);
	const close = closingBrace(text, at + 1);
	if (close !== undefined && close > at + 2) {
		return { markStart: start, markEnd: at + 1, start: at + 2, end: close, after: close + 1 };
	}
	const end = keyEnd(text, at + 1);
	return end === at + 1 ? undefined : { markStart: start, markEnd: at + 1, start: at + 1, end, after: end };
}

/** A `-` before the `@` is part of the mark, unless it joins two words. */
function markStart(text: string, at: number): number {
	return text[at - 1] === '-' && mayBeginAt(text, at - 1) ? at - 1 : at;
}

const BRACES_AND_SPACE = /[{}\s]/g;

/** In characters. No key is longer, and a text full of opening braces must not be searched to its end for each. */
const MAX_BRACED_LENGTH = 1000;

/**
 * Position of the brace that closes the one at `open`. Undefined if there is no brace at `open`, or white space comes
 * first: in Pandoc's syntax, braces hold anything but white space, and braces in them come in pairs.
 */
function closingBrace(text: string, open: number): number | undefined {
	if (text[open] !== '{') {
		return undefined;
	}
	let depth = 0;
	BRACES_AND_SPACE.lastIndex = open;
	for (let found = BRACES_AND_SPACE.exec(text); found; found = BRACES_AND_SPACE.exec(text)) {
		if (/\s/.test(found[0]) || found.index - open > MAX_BRACED_LENGTH) {
			return undefined;
		}
		depth += found[0] === '{' ? 1 : -1;
		if (depth === 0) {
			return found.index;
		}
	}
	return undefined;
}

/**
 * A key as written after Pandoc's `@`: in braces if it contains a character that would end it. Undefined if braces cannot
 * hold it either, because those in the key are not in pairs.
 */
export function pandocKey(key: string): string | undefined {
	if (key !== '' && keyEnd(key, 0) === key.length) {
		return key;
	}
	return closingBrace(`{${key}}`, 0) === key.length + 1 ? `{${key}}` : undefined;
}

/** Text between an `@` and the cursor while a key is being typed: `doe:` may become `doe:2020`. */
const BEGUN = new RegExp(String.raw`^(?:\{[^\s]*|${KEY}[${INNER}]*)?$`, 'u');

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
	const written = text.slice(at + 1, offset);
	return isSign && BEGUN.test(written) && closingBrace(written, 0) === undefined
		? { start: markStart(text, at), end: offset }
		: undefined;
}
