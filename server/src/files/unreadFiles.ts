/** Files that cannot be read for a while, because a program holds them or a disk is away. Reading them is retried. */

/** Milliseconds to the first try. Each further wait is twice as long as the one before, up to `MAX_WAIT_MS`. */
const FIRST_WAIT_MS = 5000;
const MAX_WAIT_MS = 60_000;

export class UnreadFiles {
	readonly #isReadable: (uri: string) => Promise<boolean>;
	readonly #onReadable: (uri: string) => void;
	readonly #tries = new Map<string, NodeJS.Timeout>();

	/** `isReadable` says whether reading the file would now end differently than last time. It never rejects. */
	constructor(isReadable: (uri: string) => Promise<boolean>, onReadable: (uri: string) => void) {
		this.#isReadable = isReadable;
		this.#onReadable = onReadable;
	}

	/** Tries exactly these files from now on; others are dropped. */
	keep(uris: readonly string[]): void {
		for (const uri of [...this.#tries.keys()].filter((one) => !uris.includes(one))) {
			this.drop(uri);
		}
		for (const uri of uris) {
			this.add(uri);
		}
	}

	/** Tries the file until it is dropped. The timers do not keep the process alive. */
	add(uri: string): void {
		if (!this.#tries.has(uri)) {
			this.#tryLater(uri, FIRST_WAIT_MS);
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
				this.#tryLater(uri, Math.min(wait * 2, MAX_WAIT_MS));
				void (isReadable && this.#onReadable(uri));
			}
		}, wait).unref();
		this.#tries.set(uri, timer);
	}
}
