/** Bytes that come in chunks, cut anew so that no entry of a list is torn. */

const LF = 10;

/**
 * The bytes of `chunks` in pieces, each of which but the first begins with a line that begins with `start`, in ASCII.
 * Where no line does so in `longest` bytes, they are cut wherever the chunk ends. Chunks may be overwritten once the next
 * is asked for, and so may pieces.
 */
export function* wholeEntries(chunks: Iterable<Uint8Array>, start: string, longest: number): Generator<Uint8Array> {
	const mark = new TextEncoder().encode(start);
	let held = new Uint8Array(0);
	let length = 0;
	for (const chunk of chunks) {
		held = withRoom(held, length + chunk.length);
		held.set(chunk, length);
		// What is held was looked through, but the mark may have come in two parts.
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

/** Where the last line begins that begins with `mark` and whose line end before it is at `from` or later; 0 if none does. */
function lastEntry(bytes: Uint8Array, mark: Uint8Array, from: number): number {
	for (let end = bytes.lastIndexOf(LF); end >= from; end = end > 0 ? bytes.lastIndexOf(LF, end - 1) : -1) {
		if (mark.every((byte, index) => bytes[end + 1 + index] === byte)) {
			return end + 1;
		}
	}
	return 0;
}
