/** Writes files into the index, batch by batch. Retries while another window writes the same file. */

import type { IdentityStatement } from '../corpus/identity/statedIdentity.ts';
import type { CorpusText } from '../corpus/reading/corpusText.ts';
import type { FileStat } from '../files/files.ts';
import { type IndexFailure, indexFailureOf } from '../index/database/indexFailure.ts';
import type { CorpusWriter, WriteResult, Writing } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { indexingMessages } from '../messages/indexingMessages.ts';
import { hashTexts } from '../util/hash.ts';
import { placeRecords, wholeFileProblem } from './corpusReading.ts';
import { Turns } from './turns.ts';

/** How often a file is retried that another window is writing. */
const MAX_TRIES = 100;

/** Milliseconds between two tries, on average. */
const MEAN_RETRY_MS = 100;

/** Records written before the search tables are compacted, which takes some seconds for a million papers. */
const MIN_RECORDS_TO_COMPACT = 5000;

/** The index itself has failed: nothing more can be written. */
class FailedWrite extends Error {
	override readonly name = 'FailedWrite';
	readonly failure: IndexFailure;

	constructor(failure: IndexFailure) {
		super(failure.message);
		this.failure = failure;
	}
}

/** The failure of the index that caused `error`. Undefined if something else caused it. */
export function failureBehind(error: unknown): IndexFailure | undefined {
	return error instanceof FailedWrite ? error.failure : indexFailureOf(error);
}

export class BatchWriting {
	readonly #writer: CorpusWriter;
	readonly #onCommit: () => void;
	/** Records written since the search tables were last compacted. */
	#writtenRecords = 0;
	readonly #turns = new Turns();

	constructor(writer: CorpusWriter, onCommit: () => void) {
		this.#writer = writer;
		this.#onCommit = onCommit;
	}

	/** Stops writing: the index is not touched any more. */
	stop(): void {
		this.#turns.stop();
	}

	/** Lets the running batch finish, and starts no other until `release` is called. */
	hold(): void {
		this.#turns.hold();
	}

	release(): void {
		this.#turns.release();
	}

	/** Gives others a turn, and waits while writing is held. Resolves to whether to go on. */
	turn(): Promise<boolean> {
		return this.#turns.next();
	}

	/**
	 * Writes a file's content. Resolves to the files that must be read again because of it. `onRead` is called with
	 * the number of bytes or characters read so far.
	 */
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
			const { records, reading, done } = placeRecords(content, (name) => this.#writer.macroSource(name, stat.uri));
			// Another window may have written the same content in the meantime.
			return isKnown()
				? undefined
				: { writing: this.#writer.replaceFile(file, records, reading), onBatch: () => onRead(done()) };
		});
	}

	/** Records that the file cannot be read for now, with the `reason`. What the index has of the file stays. */
	keepUnread(uri: string, reason: string): void {
		if (!this.#turns.isStopped) {
			this.#writer.markUnread(uri, (records) => wholeFileProblem(corpusFileMessages.unreadableNow(reason, records)));
			this.#onCommit();
		}
	}

	/** Removes a file. Resolves to the files that must be read again because of it. */
	remove(uri: string): Promise<readonly string[]> {
		return this.#write(() => ({ writing: this.#writer.removeFile(uri) }));
	}

	/** Groups the papers by what people state about them. */
	async state(statements: readonly IdentityStatement[]): Promise<void> {
		await this.#write(() => ({ writing: this.#writer.state(statements) }));
	}

	/** Completes the index when all files have been read: what a first indexing leaves for the end. */
	async completeFirst(): Promise<void> {
		await this.#write(() => ({ writing: this.#writer.completeFirst() }));
	}

	/**
	 * Compacts the search tables if enough has been written. Stops early when `isWanted` returns false, and must then
	 * be called again.
	 */
	async compact(isWanted: () => boolean): Promise<void> {
		if (this.#writtenRecords >= MIN_RECORDS_TO_COMPACT && isWanted()) {
			this.#writtenRecords = 0;
			await this.#write(() => ({ writing: this.#writer.compact(), isWanted }));
		}
	}

	async #write(begin: () => Work | undefined): Promise<readonly string[]> {
		for (let tries = 0; !this.#turns.isStopped; tries++) {
			const work = begin();
			const result = work && (await this.#drain(work));
			if (!result || result.outcome === 'done') {
				this.#writtenRecords += (result?.added ?? 0) + (result?.removed ?? 0);
				return result?.stale ?? [];
			}
			const failure = result.outcome === 'failed' ? result.failure : OVERTAKEN;
			if (failure.kind !== 'busy' || tries >= MAX_TRIES) {
				throw new FailedWrite(failure);
			}
			// A random wait, so that two windows do not collide again.
			await new Promise((resolve) => setTimeout(resolve, MEAN_RETRY_MS * (0.5 + Math.random())));
		}
		return [];
	}

	/**
	 * Writes all batches, giving others a turn before each. Undefined if stopped; the index is then as the last batch
	 * left it.
	 */
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
	/** Asked before each batch. If absent, the work is always finished. */
	readonly isWanted?: () => boolean;
}

/** Files too large to hold in memory are identified by their size and time. */
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
