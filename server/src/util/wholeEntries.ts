/** Cuts a stream of bytes between the entries of a list. */

const LF = 10;

/**
 * Cuts the bytes of `chunks` into pieces. Each piece but the first begins with a line that starts with `start`, which
 * is ASCII. If no line does so within `longest` bytes, the cut is at the end of the chunk. Chunks and pieces may be
 * overwritten once the next one is asked for.
 */
export function* wholeEntries(chunks: Iterable<Uint8Array>, start: string, longest: number): Generator<Uint8Array> {
	const mark = new TextEncoder().encode(start);
	let held = new Uint8Array(0);
	let length = 0;
	for (const chunk of chunks) {
		held = withRoom(held, length + chunk.length);
		held.set(chunk, length);
		// The bytes kept were searched already, but the mark may be split between them and the new chunk.
		const from = Math.max(length - mark.length, 0);
		length += chunk.length;
		const cut = lastEntry(held.subarray(0, length), mark, from) || (length > longest ? length : 0);
		if (cut > 0) {
			yield held.subarray(0, cut);
			held.copyWithin(0, cut, length);
			length -= cut;
		}
	}
	if (length > 0) {
		yield held.subarray(0, length);
	}
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
	if (bytes.length >= length) {
		return bytes;
	}
	const larger = new Uint8Array(2 * length);
	larger.set(bytes);
	return larger;
}

/** The offset of the last line that starts with `mark` and follows a line end at `from` or later; 0 if there is none. */
function lastEntry(bytes: Uint8Array, mark: Uint8Array, from: number): number {
	for (let end = bytes.lastIndexOf(LF); end >= from; end = end > 0 ? bytes.lastIndexOf(LF, end - 1) : -1) {
		if (mark.every((byte, index) => bytes[end + 1 + index] === byte)) {
			return end + 1;
		}
	}
	return 0;
}
