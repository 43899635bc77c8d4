/**
 * A Bloom filter (Bloom 1970) of the hashes of titles, identifiers, places and names in the index, so that a first
 * indexing need not look up each one. It may say "perhaps" for a hash that is not in the index, but never "no" for
 * one that is.
 */

/**
 * In bits. With four marks for each record, one lookup in 3000 is unnecessary at 100,000 records, one in eight at a
 * million.
 */
const FILTER_BITS = 2 ** 24;

export class BloomFilter {
	/** Undefined if the index has records that were not added here. Then everything must be looked up. */
	#bits: Uint32Array | undefined;

	/** Whether it has all marks of the index. */
	get isWhole(): boolean {
		return this.#bits !== undefined;
	}

	/** The index is empty, and all that is written from now on is added here. */
	start(): void {
		this.#bits = new Uint32Array(FILTER_BITS / 32);
	}

	/** The index has more than was added here. */
	stop(): void {
		this.#bits = undefined;
	}

	/** Adds `mark`. Returns whether the index may have had it before. */
	add(mark: number): boolean {
		const bits = this.#bits;
		if (bits === undefined) {
			return true;
		}
		let known = true;
		for (const place of placesOf(mark)) {
			known = setBit(bits, place) && known;
		}
		return known;
	}

	/** Whether the index may have `mark`. */
	has(mark: number): boolean {
		const bits = this.#bits;
		return bits === undefined || placesOf(mark).every((place) => hasBit(bits, place));
	}
}

function placesOf(mark: number): readonly number[] {
	const low = mark % FILTER_BITS;
	const high = Math.floor(mark / FILTER_BITS) % FILTER_BITS;
	return [low, high, (low ^ Math.imul(high, 0x9e3779b1)) & (FILTER_BITS - 1)];
}

function hasBit(bits: Uint32Array, place: number): boolean {
	return (((bits[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** Returns whether the bit was already set. */
function setBit(bits: Uint32Array, place: number): boolean {
	const wasSet = hasBit(bits, place);
	bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
	return wasSet;
}
