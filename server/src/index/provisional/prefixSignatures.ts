/**
 * Finds papers in a chunk that may have words with given prefixes. Each paper's line has a signature, in which the
 * prefixes of its words set bits. The signatures of a chunk are stored as slices, one for each bit of a signature,
 * with one bit for each paper (bit-sliced signature files, Faloutsos 1984). A search ANDs the slices for its words,
 * for 32 papers at once.
 */

import { AUTHOR_LEAD_CODE, SPACE_CODE, TEXT_END_CODE } from '../search/lineSigns.ts';

/** Bits of a signature. The words of a paper set one in nine of them. */
const SIGNATURE_BITS = 2 ** 9;

/** Prefixes of these lengths, in letters, set bits. The more of them a search has, the fewer papers it finds. */
const PREFIX_LENGTHS = [2, 3, 5, 8] as const;
const MAX_PREFIX_LENGTH: number = PREFIX_LENGTHS[3];

/** Bits in one number of a slice: one for each paper. */
const BITS_PER_NUMBER = 32;

/** The signatures of packed lines, in which each word has a space before it. */
export function signaturesOf(lines: readonly string[]): Uint32Array {
	const width = widthOf(lines.length);
	const slices = new Uint32Array(SIGNATURE_BITS * width);
	for (const [at, line] of lines.entries()) {
		setWordBits(line, (place) => {
			const slice = place * width + (at >>> 5);
			slices[slice] = (slices[slice] ?? 0) | (1 << (at & (BITS_PER_NUMBER - 1)));
		});
	}
	return slices;
}

function setWordBits(line: string, setBit: (place: number) => void): void {
	let hash = 0;
	// Letters read of the current word. The maximum length when no word has begun yet.
	let length = MAX_PREFIX_LENGTH;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === SPACE_CODE) {
			hash = 0;
			length = 0;
		} else if (code === TEXT_END_CODE || code === AUTHOR_LEAD_CODE) {
			length = MAX_PREFIX_LENGTH;
		} else if (length < MAX_PREFIX_LENGTH) {
			hash = mixed(hash, code);
			length++;
			if (isPrefixLength(length)) {
				setBit(placeOf(hash));
			}
		}
	}
}

/**
 * A function for searching many chunks for the same words. It returns the papers, in order, that may have all the
 * words, from the signatures of `count` papers. Papers that do have them are always included.
 */
export function mayHaveAll(words: readonly string[]): (slices: Uint32Array, count: number) => readonly number[] {
	const places = words.flatMap((word) =>
		PREFIX_LENGTHS.filter((length) => length <= word.length).map((length) => {
			let hash = 0;
			for (let at = 0; at < length; at++) {
				hash = mixed(hash, word.charCodeAt(at));
			}
			return placeOf(hash);
		}),
	);
	return (slices, count) => {
		const width = widthOf(count);
		const found: number[] = [];
		for (let part = 0; part < width; part++) {
			const papers = Math.min(BITS_PER_NUMBER, count - part * BITS_PER_NUMBER);
			let rest = -1 >>> (BITS_PER_NUMBER - papers);
			for (const place of places) {
				rest &= slices[place * width + part] ?? 0;
			}
			for (; rest !== 0; rest &= rest - 1) {
				found.push(part * BITS_PER_NUMBER + BITS_PER_NUMBER - 1 - Math.clz32(rest & -rest));
			}
		}
		return found;
	};
}

/** How many numbers a slice has. */
function widthOf(count: number): number {
	return Math.ceil(count / BITS_PER_NUMBER);
}

function isPrefixLength(length: number): boolean {
	return (
		length === PREFIX_LENGTHS[0] ||
		length === PREFIX_LENGTHS[1] ||
		length === PREFIX_LENGTHS[2] ||
		length === PREFIX_LENGTHS[3]
	);
}

function mixed(hash: number, code: number): number {
	return Math.imul(hash + code + 1, 0x9e3779b1) ^ (hash >>> 15);
}

function placeOf(hash: number): number {
	return (hash ^ (hash >>> 16)) & (SIGNATURE_BITS - 1);
}
