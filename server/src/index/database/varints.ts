/**
 * Numbers in a variable number of bytes: seven bits per byte, the lowest first. The top bit says that more bytes
 * follow.
 */

import { DamagedIndex } from './indexFailure.ts';

const CONTINUATION = 0x80;
/** Smaller numbers are assembled by shifting bits, which is faster. */
const MAX_SHIFTED = 2 ** 28;
const SHIFTED_BITS = 28;

/**
 * Writes a whole number from 0 to 2⁵³ - 1 at offset `at`. Returns the offset after it. The caller makes sure that
 * there is room.
 */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
	let next = at;
	let rest = value;
	while (rest >= MAX_SHIFTED) {
		bytes[next++] = (rest % CONTINUATION) | CONTINUATION;
		rest = Math.floor(rest / CONTINUATION);
	}
	while (rest >= CONTINUATION) {
		bytes[next++] = (rest & (CONTINUATION - 1)) | CONTINUATION;
		rest >>>= 7;
	}
	bytes[next++] = rest;
	return next;
}

export class VarintWriter {
	#bytes = new Uint8Array(256);
	#length = 0;

	/** Adds a whole number from 0 to 2⁵³ - 1. */
	add(value: number): void {
		if (this.#length + 8 > this.#bytes.length) {
			const grown = new Uint8Array(this.#bytes.length * 2);
			grown.set(this.#bytes);
			this.#bytes = grown;
		}
		this.#length = putVarint(this.#bytes, this.#length, value);
	}

	/** Adds a whole number of either sign. Small numbers of both signs stay short. */
	addSigned(value: number): void {
		this.add(value < 0 ? -2 * value - 1 : 2 * value);
	}

	bytes(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}
}

export class VarintReader {
	/** The offset of the next number. */
	at: number;
	#bytes: Uint8Array;
	#end: number;

	constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
		this.#bytes = bytes;
		this.at = start;
		this.#end = end;
	}

	/** Continues with other bytes. */
	turnTo(bytes: Uint8Array, start: number, end: number): void {
		this.#bytes = bytes;
		this.at = start;
		this.#end = end;
	}

	/** The number of bytes left to read. */
	get left(): number {
		return this.#end - this.at;
	}

	get done(): boolean {
		return this.at >= this.#end;
	}

	next(): number {
		// Most numbers take one byte.
		const first = this.#byte();
		if (first < CONTINUATION) {
			return first;
		}
		let value = first & (CONTINUATION - 1);
		for (let shift = 7; shift < SHIFTED_BITS; shift += 7) {
			const byte = this.#byte();
			value |= (byte & (CONTINUATION - 1)) << shift;
			if (byte < CONTINUATION) {
				return value;
			}
		}
		for (let scale = MAX_SHIFTED; ; scale *= CONTINUATION) {
			const byte = this.#byte();
			value += (byte & (CONTINUATION - 1)) * scale;
			if (byte < CONTINUATION) {
				return value;
			}
		}
	}

	nextSigned(): number {
		const value = this.next();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}

	#byte(): number {
		if (this.at >= this.#end) {
			throw new DamagedIndex('the index holds a list that ends in the middle of a number');
		}
		return this.#bytes[this.at++] ?? 0;
	}
}
