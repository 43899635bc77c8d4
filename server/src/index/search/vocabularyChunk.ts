/**
 * Words as a vocabulary keeps them. Those of names stand in the order in which they came, since what is common comes early,
 * and of equally near words the early ones are taken. Those of abstracts alone, which are many, stand in the order of their
 * letters, each without what it shares with the one before it: that takes half the room.
 */

import { RUNS, type RunKind } from './postings/termRuns.ts';

/** Words of small letters of ASCII and digits. */
export function writtenChunk(kind: RunKind, words: readonly string[]): string {
	return kind === RUNS.names ? words.join(' ') : packed(words);
}

export function readChunk(kind: RunKind, chunk: string): string[] {
	return kind === RUNS.names ? chunk.split(' ') : unpacked(chunk);
}

/** More is not told, so that a capital letter tells it. */
const MOST_SHARED = 25;
const LETTER_A = 65;

/** `deep`, `deeper` and `dog` are `AdeepEerBog`. */
function packed(words: Iterable<string>): string {
	let text = '';
	let before = '';
	for (const word of [...words].sort()) {
		const shared = sharedLength(before, word);
		text += String.fromCharCode(LETTER_A + shared) + word.slice(shared);
		before = word;
	}
	return text;
}

function unpacked(words: string): string[] {
	let before = '';
	return Array.from(words.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
		before = before.slice(0, shared.charCodeAt(0) - LETTER_A) + rest;
		return before;
	});
}

function sharedLength(one: string, other: string): number {
	let length = 0;
	while (length < MOST_SHARED && length < one.length && one[length] === other[length]) {
		length++;
	}
	return length;
}
