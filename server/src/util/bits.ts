/** Sets of small numbers, a bit for each. */

/** Takes `place` into the set. 1 where it was in it before. */
export function setBit(bits: Uint32Array, place: number): number {
	const word = bits[place >> 5] ?? 0;
	bits[place >> 5] = word | (1 << (place & 31));
	return (word >>> (place & 31)) & 1;
}

export function hasBit(bits: Uint32Array, place: number): boolean {
	return (((bits[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}
