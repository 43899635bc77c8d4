/**
 * Search queries for a paper whose key was mistyped. The position of the typing error is unknown, so each query leaves
 * out a different part of the key, and one of them leaves out the error.
 */

import type { WrittenReference } from './writtenReference.ts';

/** Any few parts of a longer key are enough to find the paper. */
const MAX_PARTS = 6;

/**
 * Lengths of the prefixes to search for, as shares of the key. Shorter prefixes match more keys, but a key of few parts
 * can be found in no other way.
 */
const PREFIX_SHARES = [0.75, 0.5];
const SHORT_KEY_PREFIX_SHARES = [...PREFIX_SHARES, 0.25];

/** Queries for a reference without typing errors, but in another style or with another year than the paper's key. */
export function* otherStyles({ parts, words, year }: WrittenReference): Iterable<string> {
	if (words.length > 0) {
		yield parts.slice(0, MAX_PARTS).map(keyWith).join(' ');
		yield* withoutYear(words, year);
	}
}

/** The likelier and cheaper queries first. */
export function* suggestionQueries(written: WrittenReference, reference: string): Iterable<string> {
	const { parts, words, year } = written;
	if (words.length === 0) {
		return;
	}
	yield keyWith(reference.slice(0, -2));
	yield* byFirstWord(words, year);
	yield* withoutOne(parts.filter((part) => part.length > 1).slice(0, MAX_PARTS));
	yield parts.join(' ');
	for (const share of parts.length < 3 ? SHORT_KEY_PREFIX_SHARES : PREFIX_SHARES) {
		yield keyWith(reference.slice(0, Math.ceil(share * reference.length)));
	}
	yield* withoutYear(words, year);
}

/** Matches keys that begin with `text`, or contain it between the start of one part and the end of another. */
function keyWith(text: string): string {
	return `key:"${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}"`;
}

/** Queries for keys that contain all parts but one. None leaves out the last part, because the prefix queries do. */
function withoutOne(parts: readonly string[]): string[] {
	const wanted = parts.map(keyWith);
	return parts.length < 3
		? wanted.slice(1).filter((_, index) => !/^\d+$/.test(parts[index + 1] ?? ''))
		: wanted.slice(0, -1).map((left) => wanted.filter((part) => part !== left).join(' '));
}

/** A query by author and year, since the words after them may be run together. */
function* byFirstWord([first = '', second]: readonly string[], year: number | undefined): Iterable<string> {
	if (year !== undefined && second !== undefined && first.length > 1) {
		yield `${first} year:${year - 1}..${year + 1}`;
	}
}

/** Queries for a wrong year. If the name is the only word, the year must be right to within one. */
function* withoutYear(words: readonly string[], year: number | undefined): Iterable<string> {
	const long = words.filter((word) => /\p{L}{2}/u.test(word));
	if (long.length > 1) {
		yield long.join(' ');
	} else if (year !== undefined) {
		yield `${words.join(' ')} year:${year - 1}..${year + 1}`;
	}
}
