/**
 * Which words may begin in the lines of some papers, by their first letters: a Bloom filter (Bloom 1970) of one bit for
 * each beginning, so that most papers need not be looked at for a query.
 */

import { hasBit, setBit } from '../../util/bits.ts';

/** In bits: the words of fifty papers set one in eight of them. */
const SIZE = 2 ** 14;

/** So many first letters of a word are noted, and so many, ...: the more of them are asked for, the fewer papers are met. */
const LENGTHS = [3, 4, 6, 9] as const;
const LONGEST: number = LENGTHS[3];

const SPACE = 0x20;
const LINE_END = 0x0a;
const BAR = 0x7c;

/** `lines` are packed lines, one after the other: each word has a space before it. */
export function beginningsIn(lines: string): Uint32Array {
	const bits = new Uint32Array(SIZE / 32);
	let hash = 0;
	// Letters of the present word; beyond the longest beginning until a word has begun.
	let length = LONGEST;
	for (let at = 0; at < lines.length; at++) {
		const code = lines.charCodeAt(at);
		if (code === SPACE) {
			hash = 0;
			length = 0;
		} else if (code === LINE_END || code === BAR) {
			length = LONGEST;
		} else if (length < LONGEST) {
			hash = mixed(hash, code);
			length++;
			if (isNoted(length)) {
				setBit(bits, placeOf(hash));
			}
		}
	}
	return bits;
}

/** Asks many filters for the same words; `false` is certain. */
export function mayAllBegin(words: readonly string[]): (bits: Uint32Array) => boolean {
	const places = words.flatMap((word) =>
		LENGTHS.filter((length) => length <= word.length).map((length) => {
			let hash = 0;
			for (let at = 0; at < length; at++) {
				hash = mixed(hash, word.charCodeAt(at));
			}
			return placeOf(hash);
		}),
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

function isNoted(length: number): boolean {
	return length === LENGTHS[0] || length === LENGTHS[1] || length === LENGTHS[2] || length === LENGTHS[3];
}

function mixed(hash: number, code: number): number {
	return Math.imul(hash + code + 1, 0x9e3779b1) ^ (hash >>> 15);
}

function placeOf(hash: number): number {
	return (hash ^ (hash >>> 16)) & (SIZE - 1);
}
