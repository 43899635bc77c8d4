/** Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit saying that more follow. */

import { DamagedIndex } from './indexFailure.ts';

const MORE = 0x80;

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
		let rest = value;
		while (rest >= MORE) {
			this.#bytes[this.#length++] = (rest % MORE) | MORE;
			rest = Math.floor(rest / MORE);
		}
		this.#bytes[this.#length++] = rest;
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
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get done(): boolean {
		return this.#at >= this.#bytes.length;
	}

	next(): number {
		let value = 0;
		for (let scale = 1; ; scale *= MORE) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined) {
				throw new DamagedIndex('the index holds a list that ends in the middle of a number');
			}
			if (byte < MORE) {
				return value + byte * scale;
			}
			value += (byte - MORE) * scale;
		}
	}

	nextSigned(): number {
		const value = this.next();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}
}
