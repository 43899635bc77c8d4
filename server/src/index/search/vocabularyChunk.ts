/**
 * The storage format of words in a vocabulary. Words of names are in the order of writing. Words that only abstracts
 * have are many. They are
 * in alphabetical order, each without the prefix it shares with the word before it: that takes half the space.
 */

import { RUNS, type RunKind } from './postings/termRuns.ts';

/** Words of lower-case ASCII letters and digits. */
export function writtenChunk(kind: RunKind, words: readonly string[]): string {
	return kind === RUNS.names ? words.join(' ') : packed(words);
}

export function readChunk(kind: RunKind, chunk: string): string[] {
	return kind === RUNS.names ? chunk.split(' ') : unpacked(chunk);
}

/** A longer common prefix is not used, so that a capital letter can give its length. */
const MAX_SHARED_LENGTH = 25;
const LETTER_A = 65;

/** `deep`, `deeper` and `dog` become `AdeepEerBog`. */
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
	while (length < MAX_SHARED_LENGTH && length < one.length && one[length] === other[length]) {
		length++;
	}
	return length;
}
