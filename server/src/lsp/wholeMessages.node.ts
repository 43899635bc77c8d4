/** Messages as they go out over a stream. */

import type { Writable } from 'node:stream';

const HEADER = 'Content-Length: ';

/**
 * Lets a message leave in one piece. The connection writes its header and, once that is gone, its body: the client was
 * woken for a few letters, and took the processor that the body waited for.
 */
export function sendWholeMessages(stream: Writable): void {
	const write = stream.write.bind(stream) as Write;
	const writeWhole: Write = (chunk, encoding, done) => {
		if (typeof chunk === 'string' && chunk.startsWith(HEADER)) {
			stream.cork();
			const isRoom = write(chunk, encoding);
			done?.();
			return isRoom;
		}
		// Called without an encoding, the second argument is what is to be done.
		const isRoom = write(chunk, encoding, done);
		stream.uncork();
		return isRoom;
	};
	stream.write = writeWhole as Writable['write'];
}

type Write = (chunk: unknown, encoding?: unknown, done?: () => void) => boolean;
