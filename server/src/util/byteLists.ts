/** Short pieces of bytes in one large buffer, which can go to another thread without a copy. */

export interface ByteList {
	/** The pieces, one after the other. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where each piece ends. */
	readonly ends: Uint32Array<ArrayBuffer>;
}

const FIRST_BYTES = 2 ** 12;
const FIRST_PIECES = 2 ** 8;

/** Collects pieces. */
export class ByteListWriter {
	#bytes = new Uint8Array(FIRST_BYTES);
	#ends = new Uint32Array(FIRST_PIECES);
	#length = 0;
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** Adds a copy of the bytes from `start` to `end` (exclusive). */
	add(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
		const after = this.#length + end - start;
		if (after > this.#bytes.length) {
			const larger = new Uint8Array(2 * after);
			larger.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = larger;
		}
		if (this.#size === this.#ends.length) {
			const longer = new Uint32Array(2 * this.#size);
			longer.set(this.#ends);
			this.#ends = longer;
		}
		this.#bytes.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), this.#length);
		this.#length = after;
		this.#ends[this.#size++] = after;
	}

	list(): ByteList {
		return { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends.slice(0, this.#size) };
	}
}

/** The piece at `index`, as a view. */
export function pieceAt({ bytes, ends }: ByteList, index: number): Uint8Array<ArrayBuffer> {
	return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}
