/** Files that a command reads twice: first all of them, to know what they name, then one after the other. */

import type { Files } from '../files/files.ts';

/** Beyond this many bytes, files are read again instead of being kept. */
const MAX_BYTES = 128_000_000;

export class KeptFiles {
	/** What is read from these is kept until it is taken. */
	readonly files: Files;
	readonly #kept = new Map<string, Uint8Array>();
	#bytes = 0;

	constructor(files: Files) {
		this.files = {
			...files,
			read: async (uri) => {
				const bytes = await files.read(uri);
				this.#keep(uri, bytes);
				return bytes;
			},
		};
	}

	/** The bytes as they were read; undefined if they are not kept, or not any longer. */
	take(uri: string): Uint8Array | undefined {
		const bytes = this.#kept.get(uri);
		this.#kept.delete(uri);
		this.#bytes -= bytes?.length ?? 0;
		return bytes;
	}

	#keep(uri: string, bytes: Uint8Array): void {
		this.take(uri);
		if (this.#bytes + bytes.length <= MAX_BYTES) {
			this.#kept.set(uri, bytes);
			this.#bytes += bytes.length;
		}
	}
}
