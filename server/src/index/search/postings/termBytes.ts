/** Terms as UTF-8. Runs keep them in the order of their bytes. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function bytesOfTerm(term: string): Uint8Array {
	return encoder.encode(term);
}

export function termOfBytes(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}

/** Greater than every term with this prefix. */
export function endOfBeginning(beginning: string): Uint8Array {
	return encoder.encode(`${beginning}\u{10ffff}`);
}

/** The bytes of a term from `start` to `end` (exclusive). */
export interface TermSpan {
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** Compares terms byte by byte, in the order in which runs keep them. Negative if `one` comes first. */
export function compareTerms(one: TermSpan, other: TermSpan): number {
	const length = Math.min(one.end - one.start, other.end - other.start);
	for (let at = 0; at < length; at++) {
		const difference = (one.bytes[one.start + at] ?? 0) - (other.bytes[other.start + at] ?? 0);
		if (difference !== 0) {
			return difference;
		}
	}
	return one.end - one.start - (other.end - other.start);
}

export function wholeTerm(bytes: Uint8Array): TermSpan {
	return { bytes, start: 0, end: bytes.length };
}

/** The number of bytes of a character, from its first byte. */
export function characterBytes(first: number): number {
	return BYTES_BY_HIGH_BITS[first >>> 4] ?? 1;
}

const BYTES_BY_HIGH_BITS = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4);
