/**
 * Packs the text of records. Titles and abstracts are mostly words of their field, met thousands of times: a book of
 * the frequent ones, drawn from the corpus itself, gives each a number of one byte or two. A record of 1.9 kB takes
 * 0.7 kB, as with deflate and a dictionary, for a fraction of its time, and the same code runs in a browser.
 */

import { DamagedIndex } from '../database/indexFailure.ts';
import { WordTable, wordEnd } from './wordTable.ts';

/** Numbers below stand for a word in one byte. The rest up to `LITERAL` begin a number of two. */
const SHORT = 144;
/** From here on: so many bytes of text follow, and one more. */
const LITERAL = 239;
/** Followed by a count of bytes and as many bytes of text. */
const LONG_LITERAL = 255;
const LONGEST_LITERAL = 255;
/** How many words a book can hold. */
const MOST_WORDS = SHORT + (LITERAL - SHORT) * 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Room to work in, shared by all books: grown to the longest text met, and a little more. */
let source = new Uint8Array(1 << 14);
let target = new Uint8Array(1 << 14);
/** What is packed is handed out as parts of this, until it is full and there is a new one: small arrays cost more than their bytes. */
let packed = new Uint8Array(0);
let packedEnd = 0;

export class WordCompression {
	/** One to a line, the most frequent first; JSON has no line ends within it. */
	readonly words: string;
	readonly #table: WordTable;

	constructor(words: string) {
		this.words = words;
		const pool = encoder.encode(words);
		this.#table = new WordTable(pool, MOST_WORDS);
		for (let from = 0; from < pool.length; ) {
			const to = lineEnd(pool, from);
			this.#table.add(from, to);
			from = to + 1;
		}
	}

	/** `text` packed behind `tag`, a byte that says by which book. */
	encode(text: string, tag: number): Uint8Array {
		const end = readSource(text);
		const start = beginPacked(end);
		// In variables of this call, which an engine keeps at hand; those of the module it looks up each time.
		const bytes = source;
		const out = packed;
		const table = this.#table;
		out[start] = tag;
		let length = start + 1;
		let literalFrom = 0;
		for (let at = 0; at < end; ) {
			const next = wordEnd(bytes, at, end);
			// A single byte makes a literal that has begun no longer than its number would.
			const number = next === at + 1 && at > literalFrom ? -1 : table.find(bytes, at, next);
			if (number >= 0) {
				length = at > literalFrom ? addLiteral(literalFrom, at, length) : length;
				literalFrom = next;
				if (number >= SHORT) {
					out[length++] = SHORT + ((number - SHORT) >> 8);
				}
				out[length++] = number < SHORT ? number : (number - SHORT) & 255;
			}
			at = next;
		}
		return sealed(start, addLiteral(literalFrom, end, length));
	}

	/** The text that was packed into `bytes`. Throws `DamagedIndex` where they are not what was packed. */
	decode(bytes: Uint8Array): string {
		const last = sealedLength(bytes);
		let length = 0;
		for (let at = 1; at < last; ) {
			const byte = bytes[at++] ?? 0;
			if (length + 256 > target.length) {
				target = grown(target);
			}
			if (byte < SHORT) {
				length = this.#table.copy(byte, target, length);
			} else if (byte < LITERAL) {
				length = this.#table.copy(SHORT + ((byte - SHORT) << 8) + (bytes[at++] ?? 0), target, length);
			} else {
				const count = byte < LONG_LITERAL ? byte - LITERAL + 1 : (bytes[at++] ?? 0);
				length = copyLiteral(bytes, { from: at, to: at + count }, length);
				at += count;
			}
		}
		return decoder.decode(target.subarray(0, length));
	}
}

/** A book for texts like these. */
export function wordCompressionFor(texts: readonly string[]): WordCompression {
	const pool = encoder.encode(texts.join('\n'));
	const table = new WordTable(pool, MOST_COUNTED);
	const counts: number[] = [];
	for (let start = 0; start < pool.length; ) {
		const textEnd = lineEnd(pool, start);
		for (let at = start; at < textEnd && table.size < MOST_COUNTED; ) {
			const end = wordEnd(pool, at, textEnd);
			if (end - at <= LONGEST_WORD) {
				const number = table.add(at, end);
				counts[number] = (counts[number] ?? 0) + 1;
			}
			at = end;
		}
		start = textEnd + 1;
	}
	const words = counts
		.map((count, number) => ({ count, number }))
		.filter(({ count }) => count > 1)
		.map(({ count, number }) => ({ count, word: decoder.decode(table.word(number)) }))
		.filter(({ count, word }) => count * word.length > LEAST_SAVED)
		// Those that save most have a place; of these, the most frequent have the short numbers.
		.sort((a, b) => b.count * b.word.length - a.count * a.word.length || (a.word < b.word ? -1 : 1))
		.slice(0, MOST_WORDS)
		.sort((a, b) => b.count - a.count);
	return new WordCompression(words.map(({ word }) => word).join('\n'));
}

/** Different words in a sample of 4 MB of text are less than this by far; more would be no text. */
const MOST_COUNTED = 1 << 18;
const LONGEST_WORD = 40;
/** A word that stands for fewer bytes of the sample does not save its own place. */
const LEAST_SAVED = 3;

function lineEnd(bytes: Uint8Array, from: number): number {
	const end = bytes.indexOf(10, from);
	return end < 0 ? bytes.length : end;
}

/** Puts `text` into `source`. Where it ends there. */
function readSource(text: string): number {
	while (text.length * 3 > source.length) {
		source = grown(source);
	}
	return encoder.encodeInto(text, source).written;
}

/** Where in `packed` there is room for what a text of so many bytes may take: a tag, each word as a literal, a seal. */
function beginPacked(bytes: number): number {
	const most = 3 * bytes + 16;
	if (packedEnd + most > packed.length) {
		packed = new Uint8Array(Math.max(most, PACKED_AT_ONCE));
		packedEnd = 0;
	}
	return packedEnd;
}

const PACKED_AT_ONCE = 1 << 16;

function addLiteral(from: number, to: number, length: number): number {
	let at = length;
	for (let start = from; start < to; ) {
		const count = Math.min(to - start, LONGEST_LITERAL);
		if (count <= LONG_LITERAL - LITERAL) {
			packed[at++] = LITERAL + count - 1;
		} else {
			packed[at++] = LONG_LITERAL;
			packed[at++] = count;
		}
		for (const end = start + count; start < end; start++) {
			packed[at++] = source[start] ?? 0;
		}
	}
	return at;
}

/** Writes what stands in `bytes` into `target`. Where it ends there. */
function copyLiteral(bytes: Uint8Array, { from, to }: { from: number; to: number }, length: number): number {
	let end = length;
	for (let at = from; at < to; at++) {
		target[end++] = bytes[at] ?? 0;
	}
	return end;
}

/** What is packed ends with so many bytes of a sum over all others. */
const SEAL = 2;

/** What has been packed from `start` to `end`, sealed. */
function sealed(start: number, end: number): Uint8Array {
	const seal = sealOf(packed, start, end);
	packed[end] = seal >> 8;
	packed[end + 1] = seal & 255;
	packedEnd = end + SEAL;
	return packed.subarray(start, packedEnd);
}

/** How many bytes the seal covers. */
function sealedLength(bytes: Uint8Array): number {
	const last = bytes.length - SEAL;
	if (last < 1 || sealOf(bytes, 0, last) !== (((bytes[last] ?? 0) << 8) | (bytes[last + 1] ?? 0))) {
		throw new DamagedIndex('a record is not what was written');
	}
	return last;
}

/** A sum of 16 bits in which each byte and its place count; a single wrong byte never leaves it the same. */
function sealOf(bytes: Uint8Array, start: number, end: number): number {
	let sum = (end - start) & 0xffff;
	for (let at = start; at < end; at++) {
		sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) & 0xffff;
	}
	return sum;
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(bytes.length * 2);
	larger.set(bytes);
	return larger;
}
