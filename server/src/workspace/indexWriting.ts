/** Files on their way into the index: batch by batch, and again while another window writes the same file. */

import type { CorpusText } from '../corpus/corpusText.ts';
import { hashText } from '../corpus/hash.ts';
import type { CorpusWriter, WriteResult, Writing } from '../corpus/store/corpusWriter.ts';
import { type StoreFailure, storeFailure } from '../corpus/store/storeFailure.ts';
import { placing } from './corpusReading.ts';
import type { FileStat } from './files.ts';

/** Times a file is tried again that another window is writing. */
const MOST_TRIES = 100;

/** Milliseconds between two of them, on average. */
const PAUSE = 100;

/** The index itself has failed: nothing more can be written. */
class IndexFailure extends Error {
	override readonly name = 'IndexFailure';
	readonly failure: StoreFailure;

	constructor(failure: StoreFailure) {
		super(failure.message);
		this.failure = failure;
	}
}

/** The failure of the index behind `error`; undefined where the error is another's. */
export function indexFailure(error: unknown): StoreFailure | undefined {
	return error instanceof IndexFailure ? error.failure : storeFailure(error);
}

export class IndexWriting {
	readonly #writer: CorpusWriter;
	readonly #onCommit: () => void;
	#stopped = false;

	constructor(writer: CorpusWriter, onCommit: () => void) {
		this.#writer = writer;
		this.#onCommit = onCommit;
	}

	/** From now on the index is not touched. */
	stop(): void {
		this.#stopped = true;
	}

	async replace(stat: FileStat, content: CorpusText): Promise<void> {
		const hash = String(hashText(content.kind === 'readable' ? content.text : content.reason));
		const isKnown = (): boolean => this.#writer.fileState(stat.uri)?.hash === hash;
		if (isKnown()) {
			this.#writer.touchFile(stat);
			return;
		}
		const file = { ...stat, hash, format: formatName(content), note: noteOn(content) };
		await this.#write(() => {
			const { records, problems } = placing(content);
			// Another window may have written the same meanwhile.
			return isKnown() ? undefined : this.#writer.replaceFile(file, records, problems);
		});
	}

	remove(uri: string): Promise<void> {
		return this.#write(() => this.#writer.removeFile(uri));
	}

	async #write(begin: () => Writing | undefined): Promise<void> {
		for (let tries = 0; !this.#stopped; tries++) {
			const writing = begin();
			const result = writing && (await this.#drain(writing));
			if (!result || result.outcome === 'done') {
				return;
			}
			const failure = result.outcome === 'failed' ? result.failure : OVERTAKEN;
			if (failure.kind !== 'busy' || tries >= MOST_TRIES) {
				throw new IndexFailure(failure);
			}
			// By chance, so that two windows do not meet again.
			await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())));
		}
	}

	/** Gives others a turn after each batch. Undefined when stopped: the index is as the last batch has left it. */
	async #drain(writing: Writing): Promise<WriteResult | undefined> {
		while (!this.#stopped) {
			const { done, value } = writing.next();
			this.#onCommit();
			if (done) {
				return value;
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
		return undefined;
	}
}

const OVERTAKEN: StoreFailure = { kind: 'busy', message: 'another program keeps writing the same file into the index' };

function formatName(content: CorpusText): string | undefined {
	return content.kind === 'readable' ? content.format.name : undefined;
}

function noteOn(content: CorpusText): string | undefined {
	return content.kind === 'readable' ? content.doubt : content.reason;
}
