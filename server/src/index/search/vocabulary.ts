/**
 * The words of all names, or the words that only abstracts have, for finding corrections of a mistyped word. They are
 * read when the first mistyped word is searched, into flat arrays. A million papers have some 400,000 words, 8 MB.
 * Searching them all takes a few milliseconds, since a bit mask of its letters rules out nearly every word.
 */

import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import type { RunKind } from './postings/termRuns.ts';
import { MAX_COMPARED_LENGTH, nearness } from './typoDistance.ts';
import { readChunk } from './vocabularyChunk.ts';

export interface Correction {
	/** The indexed word. Perhaps no paper has it any more. */
	readonly word: string;
	/** The part of it that may be meant: as long as what was typed, or nearly. */
	readonly beginning: string;
	/** In typing errors. */
	readonly distance: number;
	/** Letters of the word after those typed. */
	readonly rest: number;
}

/** What a typed word was compared to: the first `count` words. */
interface Compared {
	readonly near: Correction[];
	/** Where the words are whose beginnings it may mean, or have. Undefined if there are too many to remember. */
	words: number[] | undefined;
	count: number;
}

/** Words remembered for a typed word, at most. */
const MAX_REMEMBERED = 5000;

/** Typed words in the cache of corrections. */
const MAX_CACHED_WORDS = 100;

export class Vocabulary {
	readonly #kind: RunKind;
	readonly #chunks: SqlStatement;
	#bytes = new Uint8Array(0);
	#starts = new Uint32Array(1);
	#masks = new Uint32Array(0);
	/** Masks of the first three letters. */
	#heads = new Uint32Array(0);
	#count = 0;
	#lastChunk = 0;
	readonly #compared = new Map<string, Compared>();

	constructor(db: SqlDatabase, kind: RunKind) {
		this.#kind = kind;
		this.#chunks = db.prepare('SELECT chunk, words FROM search_vocabulary WHERE kind = ? AND chunk > ? ORDER BY chunk');
	}

	/** Words whose beginnings the typed one may mean. Empty for a short word. */
	corrections(typed: string): readonly Correction[] {
		const most = slipsIn(typed);
		if (most === 0) {
			return [];
		}
		this.#refresh();
		return this.#comparedTo(typed, most);
	}

	/**
	 * Typing another letter asks for the same typed word again, so each word is compared to it only once. While that word
	 * itself is being typed, only the words count that were near before the letter: another letter makes none nearer.
	 */
	#comparedTo(typed: string, most: number): readonly Correction[] {
		if (this.#compared.size >= MAX_CACHED_WORDS) {
			this.#compared.clear();
		}
		const compared = this.#compared.get(typed) ?? { near: [], words: [], count: 0 };
		const shorter = this.#compared.get(typed.slice(0, -1));
		this.#compared.set(typed, compared);
		const word = new TypedWord(typed, most);
		if (compared.count === 0 && shorter?.words && slipsIn(typed.slice(0, -1)) === most) {
			for (const index of shorter.words) {
				this.#compare(word, index, compared);
			}
			compared.count = shorter.count;
		}
		this.#compareFrom(compared.count, word, compared);
		compared.count = this.#count;
		return compared.near;
	}

	#compareFrom(from: number, typed: TypedWord, compared: Compared): void {
		const { mask, head, most } = typed;
		const heads = this.#heads;
		const masks = this.#masks;
		const count = this.#count;
		for (let index = from; index < count; index++) {
			// Each letter that one word has and the other lacks is an error.
			if (!hasMoreBits((heads[index] ?? 0) & ~head, most) && !hasMoreBits(mask & ~(masks[index] ?? 0), most)) {
				this.#compare(typed, index, compared);
			}
		}
	}

	#compare({ letters, most }: TypedWord, index: number, compared: Compared): void {
		const word = { bytes: this.#bytes, start: this.#starts[index] ?? 0, end: (this.#starts[index + 1] ?? 1) - 1 };
		const near = nearness(letters, word, most);
		if (near === undefined) {
			return;
		}
		compared.words = compared.words && compared.words.length < MAX_REMEMBERED ? compared.words : undefined;
		compared.words?.push(index);
		const rest = word.end - word.start - near.length;
		if (near.distance > 0 && (letters.length > 3 || (near.length === 4 && rest === 0))) {
			const text = decoder.decode(this.#bytes.subarray(word.start, word.end));
			compared.near.push({ word: text, beginning: text.slice(0, near.length), distance: near.distance, rest });
		}
	}

	/** Reads the words that were written since. */
	#refresh(): void {
		const fresh: string[] = [];
		for (const { chunk, words } of this.#chunks.iterate(this.#kind, this.#lastChunk)) {
			this.#lastChunk = Number(chunk);
			fresh.push(`${readChunk(this.#kind, String(words)).join(' ')} `);
		}
		if (fresh.length > 0) {
			this.#append(new TextEncoder().encode(fresh.join('')));
		}
	}

	#append(words: Uint8Array): void {
		const count = words.reduce((sum, byte) => (byte === SPACE ? sum + 1 : sum), 0);
		const offset = this.#starts[this.#count] ?? 0;
		this.#bytes = withRoom(this.#bytes, offset + words.length);
		this.#bytes.set(words, offset);
		this.#starts = withRoom(this.#starts, this.#count + count + 1);
		this.#masks = withRoom(this.#masks, this.#count + count);
		this.#heads = withRoom(this.#heads, this.#count + count);
		let start = 0;
		for (let end = words.indexOf(SPACE); end >= 0; end = words.indexOf(SPACE, start)) {
			this.#heads[this.#count] = maskOf(words, start, Math.min(start + HEAD_LENGTH, end));
			this.#masks[this.#count++] = maskOf(words, start, end);
			start = end + 1;
			this.#starts[this.#count] = offset + start;
		}
	}
}

const decoder = new TextDecoder();

/** A typed word, prepared for comparing it to many. */
class TypedWord {
	readonly letters: Uint8Array;
	/** Errors that are corrected. */
	readonly most: number;
	readonly mask: number;
	/** The mask of its first letters: as many as may be the first letters of a word that is near. */
	readonly head: number;

	constructor(typed: string, most: number) {
		this.letters = new TextEncoder().encode(typed.slice(0, MAX_COMPARED_LENGTH));
		this.most = most;
		this.mask = maskOf(this.letters, 0, this.letters.length);
		this.head = maskOf(this.letters, 0, Math.min(HEAD_LENGTH + most, this.letters.length));
	}
}

/** Errors that are corrected: one in words of four to seven letters, two from eight letters on. */
function slipsIn(typed: string): number {
	return !WORD.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
}

/** Three letters may be a word of four of which one was missed. */
const WORD = /^(?=.*[a-z])[a-z0-9]{3,}$/;

/** In letters: this many first letters of a word are compared with the typed word, which has at least as many. */
const HEAD_LENGTH = 3;
const SPACE = 0x20;
const LETTER_A = 0x61;

/** A bit for each letter, and one for all digits. */
function maskOf(bytes: Uint8Array, start: number, end: number): number {
	let mask = 0;
	for (let index = start; index < end; index++) {
		const letter = (bytes[index] ?? 0) - LETTER_A;
		mask |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26;
	}
	return mask;
}

/** Whether more than `most` bits are set, which is one or two. `x & (x - 1)` clears the lowest one. */
function hasMoreBits(mask: number, most: number): boolean {
	const withoutOne = mask & (mask - 1);
	return (most === 1 ? withoutOne : withoutOne & (withoutOne - 1)) !== 0;
}

/**
 * The values with room for `length`, and for an eighth more if they must be copied for that: words are added little
 * by little.
 */
function withRoom<T extends Uint8Array | Uint32Array>(values: T, length: number): T;
function withRoom(values: Uint8Array | Uint32Array, length: number): Uint8Array | Uint32Array {
	if (values.length >= length) {
		return values;
	}
	const room = values.length > 1 ? Math.ceil(1.125 * length) : length;
	const larger = values instanceof Uint8Array ? new Uint8Array(room) : new Uint32Array(room);
	larger.set(values);
	return larger;
}
