/** Cuts a stream of bytes between lines. */

const LF = 10;

/**
 * Cuts the bytes of `chunks` into pieces that end at a line end; the last piece ends with the bytes. A line of more
 * than `longest` bytes is cut short and keeps its line end. Chunks and pieces may be overwritten once the next one is
 * asked for.
 */
export function* wholeLines(chunks: Iterable<Uint8Array>, longest: number): Generator<Uint8Array> {
	/** The parts read so far of a line whose end has not been read. */
	let begun: Uint8Array[] = [];
	let length = 0;
	for (const chunk of chunks) {
		const end = chunk.lastIndexOf(LF) + 1;
		if (end > 0) {
			const first = chunk.indexOf(LF) + 1;
			yield joined([...begun, length > longest ? chunk.subarray(first - 1, end) : chunk.subarray(0, end)]);
			begun = [];
			length = 0;
		}
		const rest = chunk.subarray(end);
		if (length <= longest) {
			begun.push(rest.slice(0, Math.max(longest - length, 0)));
		}
		length += rest.length;
	}
	if (length > 0) {
		yield joined(begun);
	}
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const [first] = parts;
	if (parts.length === 1 && first) {
		return first;
	}
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
