/** The bytes in chunks, as a disk gives them: each overwrites the one before. */
export function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
	const buffer = new Uint8Array(size);
	for (let at = 0; at < bytes.length; at += size) {
		const part = bytes.subarray(at, at + size);
		buffer.set(part);
		yield buffer.subarray(0, part.length);
	}
}
