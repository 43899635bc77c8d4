/** Terms as UTF-8, in whose order the index keeps them. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function bytesOfTerm(term: string): Uint8Array {
	return encoder.encode(term);
}

export function termOfBytes(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}

/** Above every term that begins so. */
export function endOfBeginning(beginning: string): Uint8Array {
	return encoder.encode(`${beginning}\u{10ffff}`);
}

/** As SQLite compares bytes: below 0 where `one` comes first. */
export function compareTerms(one: Uint8Array, other: Uint8Array): number {
	const length = Math.min(one.length, other.length);
	for (let at = 0; at < length; at++) {
		const difference = (one[at] ?? 0) - (other[at] ?? 0);
		if (difference !== 0) {
			return difference;
		}
	}
	return one.length - other.length;
}
