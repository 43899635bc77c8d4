/**
 * What to ask the corpus for a paper whose key was not written right. Where a slip of the finger is, is not known: each
 * query leaves out another part of what was written, so that one of them leaves out the slip.
 */

import type { WrittenReference } from './writtenReference.ts';

/** Of a longer key, any few parts lead to the paper. */
const MAX_PARTS = 6;

/** As shares of the key. The shorter, the more keys begin so; a key of few parts has no other way in. */
const PREFIX_SHARES = [0.75, 0.5];
const SHORT_KEY_PREFIX_SHARES = [...PREFIX_SHARES, 0.25];

/** For what was written without a slip, in another style or with another year than the key has. */
export function* otherStyles({ parts, words, year }: WrittenReference): Iterable<string> {
	if (words.length > 0) {
		yield parts.slice(0, MAX_PARTS).map(keyWith).join(' ');
		yield* withoutYear(words, year);
	}
}

/** The likelier and cheaper ones first. */
export function* suggestionQueries(written: WrittenReference, reference: string): Iterable<string> {
	const { parts, words, year } = written;
	if (words.length === 0) {
		return;
	}
	yield keyWith(reference.slice(0, -2));
	yield* withoutOne(parts.filter((part) => part.length > 1).slice(0, MAX_PARTS));
	yield parts.join(' ');
	for (const share of parts.length < 3 ? SHORT_KEY_PREFIX_SHARES : PREFIX_SHARES) {
		yield keyWith(reference.slice(0, Math.ceil(share * reference.length)));
	}
	yield* withoutYear(words, year);
}

/** Keys that begin with `text`, or hold it from the beginning of one part to the end of another. */
function keyWith(text: string): string {
	return `key:"${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}"`;
}

/** Keys that hold all parts but one; the last is left out by those that begin alike. */
function withoutOne(parts: readonly string[]): string[] {
	const wanted = parts.map(keyWith);
	return parts.length < 3
		? wanted.slice(1).filter((_, index) => !/^\d+$/.test(parts[index + 1] ?? ''))
		: wanted.slice(0, -1).map((left) => wanted.filter((part) => part !== left).join(' '));
}

/** A wrong year; where no word stands beside the name, one that is nearly right. */
function* withoutYear(words: readonly string[], year: number | undefined): Iterable<string> {
	const long = words.filter((word) => /\p{L}{2}/u.test(word));
	if (long.length > 1) {
		yield long.join(' ');
	} else if (year !== undefined) {
		yield `${words.join(' ')} year:${year - 1}..${year + 1}`;
	}
}
