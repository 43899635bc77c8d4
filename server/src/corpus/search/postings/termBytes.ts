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
