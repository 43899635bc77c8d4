/** Terms as UTF-8, in whose order runs keep them. */

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

/** Bytes of a term from `start` up to, not including, `end`. */
export interface TermSpan {
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** The order in which runs keep terms, byte by byte: below 0 where `one` comes first. */
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

/** How many bytes a character has, by the first. */
export function characterBytes(first: number): number {
	return LENGTHS[first >>> 4] ?? 1;
}

const LENGTHS = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4);
