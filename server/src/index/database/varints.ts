/** Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit saying that more follow. */

import { DamagedIndex } from './indexFailure.ts';

const MORE = 0x80;
/** Below it, numbers are put together by shifting bits, which is quicker. */
const SMALL = 2 ** 28;
const SMALL_BITS = 28;

/** Writes a whole number from 0 to 2⁵³ - 1 from `at` on. Where the next is to begin; there is room up to there. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
	let next = at;
	let rest = value;
	while (rest >= SMALL) {
		bytes[next++] = (rest % MORE) | MORE;
		rest = Math.floor(rest / MORE);
	}
	while (rest >= MORE) {
		bytes[next++] = (rest & (MORE - 1)) | MORE;
		rest >>>= 7;
	}
	bytes[next++] = rest;
	return next;
}

export class VarintWriter {
	#bytes = new Uint8Array(256);
	#length = 0;

	/** A whole number from 0 to 2⁵³ - 1. */
	add(value: number): void {
		if (this.#length + 8 > this.#bytes.length) {
			const grown = new Uint8Array(this.#bytes.length * 2);
			grown.set(this.#bytes);
			this.#bytes = grown;
		}
		this.#length = putVarint(this.#bytes, this.#length, value);
	}

	/** A whole number of either sign; small ones of both stay short. */
	addSigned(value: number): void {
		this.add(value < 0 ? -2 * value - 1 : 2 * value);
	}

	bytes(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}
}

export class VarintReader {
	/** Where the next number begins. */
	at: number;
	#bytes: Uint8Array;
	#end: number;

	constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
		this.#bytes = bytes;
		this.at = start;
		this.#end = end;
	}

	/** Goes on with other bytes. */
	turnTo(bytes: Uint8Array, start: number, end: number): void {
		this.#bytes = bytes;
		this.at = start;
		this.#end = end;
	}

	/** Bytes left to read. */
	get left(): number {
		return this.#end - this.at;
	}

	get done(): boolean {
		return this.at >= this.#end;
	}

	next(): number {
		// Most numbers take one byte.
		const first = this.#byte();
		if (first < MORE) {
			return first;
		}
		let value = first & (MORE - 1);
		for (let shift = 7; shift < SMALL_BITS; shift += 7) {
			const byte = this.#byte();
			value |= (byte & (MORE - 1)) << shift;
			if (byte < MORE) {
				return value;
			}
		}
		for (let scale = SMALL; ; scale *= MORE) {
			const byte = this.#byte();
			value += (byte & (MORE - 1)) * scale;
			if (byte < MORE) {
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
