/** Files that cannot be read for a while, because a program holds them or a disk is away: they are tried again. */

import type { IndexDriver, IndexOptions } from './indexDriver.ts';

/** Milliseconds to the first try; each further one waits twice as long as the one before, and at most `LONGEST_MS`. */
const FIRST_MS = 5000;
const LONGEST_MS = 60_000;

export interface RetryOptions {
	/** Told what the index says. */
	readonly onEvent: IndexOptions['onEvent'];
	/** Whether a try to read the file would end in another way than the last one. Never rejects. */
	readonly isReadable: (uri: string) => Promise<boolean>;
}

/** The index that `open` gives; of files that it cannot read, it is told when they can be read. */
export function retryingIndex(
	open: (onEvent: IndexOptions['onEvent']) => IndexDriver,
	{ onEvent, isReadable }: RetryOptions,
): IndexDriver {
	const unread = new UnreadFiles(isReadable, (uri) => index.filesChanged([uri]));
	const index = open((event) => {
		if (event.kind === 'complete') {
			unread.keep(event.unread);
		}
		onEvent(event);
	});
	return index;
}

export class UnreadFiles {
	readonly #isReadable: RetryOptions['isReadable'];
	readonly #onReadable: (uri: string) => void;
	readonly #tries = new Map<string, NodeJS.Timeout>();

	constructor(isReadable: RetryOptions['isReadable'], onReadable: (uri: string) => void) {
		this.#isReadable = isReadable;
		this.#onReadable = onReadable;
	}

	/** These are the files that cannot be read now: others are no longer tried. */
	keep(uris: readonly string[]): void {
		for (const [uri, timer] of this.#tries) {
			if (!uris.includes(uri)) {
				clearTimeout(timer);
				this.#tries.delete(uri);
			}
		}
		for (const uri of uris.filter((one) => !this.#tries.has(one))) {
			this.#tryLater(uri, FIRST_MS);
		}
	}

	/** Goes on until `keep` says that it is no longer needed. No process waits for it. */
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
