/**
 * Which papers of a few have words that begin so: a signature of each paper's line, in which beginnings of its words set
 * bits, kept as one slice of bits for each place of the signatures (Faloutsos 1984, bit-sliced signature files). To ask
 * for some words is to take together what stands at their places, for 32 papers at once.
 */

import { AUTHOR_LEAD_CODE, SPACE_CODE, TEXT_END_CODE } from '../search/lineSigns.ts';

/** Places of a signature: the words of a paper set one in nine of them. */
const PLACES = 2 ** 9;

/** So many first letters of a word are noted, and so many, ...: the more of them are asked for, the fewer papers are met. */
const LENGTHS = [2, 3, 5, 8] as const;
const LONGEST: number = LENGTHS[3];

/** Papers to a number. */
const BITS = 32;

/** The signatures of packed lines, in which each word has a space before it. */
export function beginningsIn(lines: readonly string[]): Uint32Array {
	const width = widthOf(lines.length);
	const slices = new Uint32Array(PLACES * width);
	for (const [at, line] of lines.entries()) {
		noteWords(line, (place) => {
			const slice = place * width + (at >>> 5);
			slices[slice] = (slices[slice] ?? 0) | (1 << (at & (BITS - 1)));
		});
	}
	return slices;
}

function noteWords(line: string, note: (place: number) => void): void {
	let hash = 0;
	// Letters of the present word; beyond the longest beginning until a word has begun.
	let length = LONGEST;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === SPACE_CODE) {
			hash = 0;
			length = 0;
		} else if (code === TEXT_END_CODE || code === AUTHOR_LEAD_CODE) {
			length = LONGEST;
		} else if (length < LONGEST) {
			hash = mixed(hash, code);
			length++;
			if (isNoted(length)) {
				note(placeOf(hash));
			}
		}
	}
}

/**
 * Asks for the same words many times: which of `count` papers with these signatures may have them all, in order. Those
 * that do are among them.
 */
export function mayHaveAll(words: readonly string[]): (slices: Uint32Array, count: number) => readonly number[] {
	const places = words.flatMap((word) =>
		LENGTHS.filter((length) => length <= word.length).map((length) => {
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
			const papers = Math.min(BITS, count - part * BITS);
			let rest = -1 >>> (BITS - papers);
			for (const place of places) {
				rest &= slices[place * width + part] ?? 0;
			}
			for (; rest !== 0; rest &= rest - 1) {
				found.push(part * BITS + BITS - 1 - Math.clz32(rest & -rest));
			}
		}
		return found;
	};
}

/** Numbers in a slice. */
function widthOf(count: number): number {
	return Math.ceil(count / BITS);
}

function isNoted(length: number): boolean {
	return length === LENGTHS[0] || length === LENGTHS[1] || length === LENGTHS[2] || length === LENGTHS[3];
}

function mixed(hash: number, code: number): number {
	return Math.imul(hash + code + 1, 0x9e3779b1) ^ (hash >>> 15);
}

function placeOf(hash: number): number {
	return (hash ^ (hash >>> 16)) & (PLACES - 1);
}
