/** Files that cannot be read for a while, because a program holds them or a disk is away: they are tried again. */

/** Milliseconds to the first try; each further one waits twice as long as the one before, and at most `LONGEST_MS`. */
const FIRST_MS = 5000;
const LONGEST_MS = 60_000;

export class UnreadFiles {
	readonly #isReadable: (uri: string) => Promise<boolean>;
	readonly #onReadable: (uri: string) => void;
	readonly #tries = new Map<string, NodeJS.Timeout>();

	/** `isReadable` says whether a try to read the file would end in another way than the last one. It never rejects. */
	constructor(isReadable: (uri: string) => Promise<boolean>, onReadable: (uri: string) => void) {
		this.#isReadable = isReadable;
		this.#onReadable = onReadable;
	}

	/** These are the files that cannot be read now: others are no longer tried. */
	keep(uris: readonly string[]): void {
		for (const uri of [...this.#tries.keys()].filter((one) => !uris.includes(one))) {
			this.drop(uri);
		}
		for (const uri of uris) {
			this.add(uri);
		}
	}

	/** Tries the file until it is dropped. No process waits for that. */
	add(uri: string): void {
		if (!this.#tries.has(uri)) {
			this.#tryLater(uri, FIRST_MS);
		}
	}

	drop(uri: string): void {
		clearTimeout(this.#tries.get(uri));
		this.#tries.delete(uri);
	}

	#tryLater(uri: string, wait: number): void {
		const timer = setTimeout(async () => {
			const isReadable = await this.#isReadable(uri);
			if (this.#tries.get(uri) === timer) {
				this.#tryLater(uri, Math.min(wait * 2, LONGEST_MS));
				void (isReadable && this.#onReadable(uri));
			}
		}, wait).unref();
		this.#tries.set(uri, timer);
	}
}
