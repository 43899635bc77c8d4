/** Files on their way into the index: batch by batch, and again while another window writes the same file. */

import type { CorpusText } from '../corpus/reading/corpusText.ts';
import type { FileStat } from '../files/files.ts';
import { type IndexFailure, indexFailureOf } from '../index/database/indexFailure.ts';
import type { CorpusWriter, WriteResult, Writing } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import { hashTexts } from '../util/hash.ts';
import { placing, wholeFile } from './corpusReading.ts';

/** Times a file is tried again that another window is writing. */
const MOST_TRIES = 100;

/** Milliseconds between two of them, on average. */
const RETRY_MS = 100;

/** Records after which it is worth it to compact the search tables: some seconds of work at a million papers. */
const RECORDS_WORTH_COMPACTING = 5000;

/** The index itself has failed: nothing more can be written. */
class FailedWrite extends Error {
	override readonly name = 'FailedWrite';
	readonly failure: IndexFailure;

	constructor(failure: IndexFailure) {
		super(failure.message);
		this.failure = failure;
	}
}

/** The failure of the index behind `error`; undefined where the error is another's. */
export function failureBehind(error: unknown): IndexFailure | undefined {
	return error instanceof FailedWrite ? error.failure : indexFailureOf(error);
}

export class BatchWriting {
	readonly #writer: CorpusWriter;
	readonly #onCommit: () => void;
	#stopped = false;
	/** Records since the search tables were compacted. */
	#written = 0;
	/** Resolves when writing may go on; undefined while nothing holds it. */
	#held: PromiseWithResolvers<void> | undefined;

	constructor(writer: CorpusWriter, onCommit: () => void) {
		this.#writer = writer;
		this.#onCommit = onCommit;
	}

	/** From now on the index is not touched. */
	stop(): void {
		this.#stopped = true;
		this.release();
	}

	/** Lets the running batch end, and begins no other until released. */
	hold(): void {
		this.#held ??= Promise.withResolvers();
	}

	release(): void {
		this.#held?.resolve();
		this.#held = undefined;
	}

	/** Gives others a turn, and waits while work is held. Whether to go on. */
	async turn(): Promise<boolean> {
		await new Promise((resolve) => setImmediate(resolve));
		while (this.#held && !this.#stopped) {
			await this.#held.promise;
		}
		return !this.#stopped;
	}

	/** What follows: files that must be read again. `onRead` is told how many bytes, or characters, have been read. */
	async replace(
		stat: FileStat,
		content: CorpusText,
		onRead: (done: number) => void = () => {},
	): Promise<readonly string[]> {
		const hash = hashOf(content, stat);
		const isKnown = (): boolean => this.#writer.fileState(stat.uri)?.hash === hash;
		if (isKnown()) {
			this.#writer.touchFile(stat);
			return [];
		}
		const file = { ...stat, hash, format: formatName(content), note: noteOn(content) };
		return this.#write(() => {
			const { records, reading, done } = placing(content, (name) => this.#writer.macroSource(name, stat.uri));
			// Another window may have written the same meanwhile.
			return isKnown()
				? undefined
				: { writing: this.#writer.replaceFile(file, records, reading), onBatch: () => onRead(done()) };
		});
	}

	/** The file cannot be read for now, as `reason` says: what is known of it stays. */
	keepUnread(uri: string, reason: string): void {
		if (!this.#stopped) {
			this.#writer.markUnread(uri, (records) => wholeFile(corpusFileMessages.unreadableNow(reason, records)));
			this.#onCommit();
		}
	}

	/** What follows: files that must be read again. */
	remove(uri: string): Promise<readonly string[]> {
		return this.#write(() => ({ writing: this.#writer.removeFile(uri) }));
	}

	/** Compacts the search tables if that is worth it. Ends early when `isWanted` no longer holds; then it is to be called again. */
	async compact(isWanted: () => boolean): Promise<void> {
		if (this.#written >= RECORDS_WORTH_COMPACTING && isWanted()) {
			this.#written = 0;
			await this.#write(() => ({ writing: this.#writer.compact(), isWanted }));
		}
	}

	async #write(begin: () => Work | undefined): Promise<readonly string[]> {
		for (let tries = 0; !this.#stopped; tries++) {
			const work = begin();
			const result = work && (await this.#drain(work));
			if (!result || result.outcome === 'done') {
				this.#written += (result?.added ?? 0) + (result?.removed ?? 0);
				return result?.stale ?? [];
			}
			const failure = result.outcome === 'failed' ? result.failure : OVERTAKEN;
			if (failure.kind !== 'busy' || tries >= MOST_TRIES) {
				throw new FailedWrite(failure);
			}
			// By chance, so that two windows do not meet again.
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
		}
		return [];
	}

	/** Gives others a turn before each batch. Undefined when stopped: the index is as the last batch has left it. */
	async #drain({ writing, onBatch, isWanted = () => true }: Work): Promise<WriteResult | undefined> {
		while ((await this.turn()) && isWanted()) {
			const { done, value } = writing.next();
			this.#onCommit();
			onBatch?.();
			if (done) {
				return value;
			}
		}
		return undefined;
	}
}

interface Work {
	readonly writing: Writing;
	readonly onBatch?: () => void;
	/** Asked before each batch; without it, the work is done to its end. */
	readonly isWanted?: () => boolean;
}

/** What is too large to be held whole is known by its time. */
function hashOf(content: CorpusText, { size, mtime }: FileStat): string {
	switch (content.kind) {
		case 'readable':
			return String(hashTexts(content.text));
		case 'streamed':
			return `${size} ${mtime}`;
		case 'unreadable':
			return String(hashTexts(content.reason));
	}
}

const OVERTAKEN: IndexFailure = { kind: 'busy', message: indexingMessages.overtaken };

function formatName(content: CorpusText): string | undefined {
	return content.kind === 'unreadable' ? undefined : content.format.name;
}

function noteOn(content: CorpusText): string | undefined {
	return content.kind === 'unreadable' ? content.reason : content.kind === 'readable' ? content.doubt : undefined;
}
