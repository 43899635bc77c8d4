/**
 * Which words may begin in the lines of some papers, by their first three and their first five letters: a Bloom filter
 * (Bloom 1970) of one bit each, so that most papers need not be looked at for a query.
 */

import { hasBit, setBit } from '../../util/bits.ts';

/** In bits: the words of fifty papers set one in twelve. */
const SIZE = 2 ** 14;
const SHORT = 3;
const LONG = 5;

/** `lines` are packed lines, one after the other: each word has a space before it. */
export function beginningsIn(lines: string): Uint32Array {
	const bits = new Uint32Array(SIZE / 32);
	for (let at = lines.indexOf(' '); at >= 0; at = lines.indexOf(' ', at + 1)) {
		setBit(bits, placeOf(lines, at + 1, SHORT));
		setBit(bits, placeOf(lines, at + 1, LONG));
	}
	return bits;
}

/** Asks many filters for the same words; `false` is certain. */
export function mayAllBegin(words: readonly string[]): (bits: Uint32Array) => boolean {
	const places = words.flatMap((word) =>
		[SHORT, LONG].filter((length) => word.length >= length).map((length) => placeOf(word, 0, length)),
	);
	return (bits) => {
		for (const place of places) {
			if (!hasBit(bits, place)) {
				return false;
			}
		}
		return true;
	};
}

/** Letters beyond the end of a shorter word belong to what follows it: they are never asked for. */
function placeOf(text: string, from: number, length: number): number {
	let hash = length;
	for (let at = from; at < from + length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return (hash ^ (hash >>> 15)) & (SIZE - 1);
}
