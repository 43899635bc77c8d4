/**
 * Brings the index up to date, one file at a time: from the editor's text, or from disk once nobody is writing the
 * file.
 */

import { recognised, unreadable } from '../corpus/reading/corpusText.ts';
import { type FileStat, type Files, ReadFailure } from '../files/files.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { type BatchWriting, failureBehind } from './batches.ts';
import { snapshotFile } from './corpusReading.ts';

/** A missing file counts as deleted after this many milliseconds: some programs delete a file before they write it. */
const GONE_AFTER_MS = 500;

/**
 * The state of a text that does not come from disk. It differs from any state on disk, so the file is read once the
 * disk counts again.
 */
export const NOT_ON_DISK = { size: -1, mtime: 0 };

export interface FileUpdateOptions {
	readonly files: Files;
	readonly writer: CorpusWriter;
	readonly writing: BatchWriting;
}

export interface CheckedFile {
	/** The file's state just found by a scan. */
	readonly stat: FileStat | undefined;
	/** Whether the file belongs to the corpus. */
	readonly isTaken: boolean;
	/** Called with the number of bytes or characters read so far. */
	readonly onRead?: ((done: number) => void) | undefined;
}

export class FileUpdates {
	readonly #options: FileUpdateOptions;
	/** Texts of files that are open and changed in an editor. */
	readonly texts = new Map<string, string>();
	/** Files that are being written or have just gone: since when that is known, and since when they are gone. */
	readonly #unsettled = new Map<string, { readonly first: number; readonly gone?: number }>();
	/** Files that could not be read at the last try. */
	readonly #unread = new Set<string>();

	constructor(options: FileUpdateOptions) {
		this.#options = options;
	}

	/** Files to check again in a moment. */
	get unsettled(): readonly string[] {
		return [...this.#unsettled.keys()];
	}

	/** Files that cannot be read for now. The index keeps what it has of them. */
	get unread(): readonly string[] {
		return [...this.#unread];
	}

	/**
	 * Updates one file. Resolves to the files that must be read again because of it. Rejects only with failures of
	 * the index.
	 */
	async update(uri: string, file: CheckedFile): Promise<readonly string[]> {
		try {
			return await this.#read(uri, file);
		} catch (error) {
			if (failureBehind(error)) {
				throw error;
			}
			this.#unsettled.delete(uri);
			if (error instanceof ReadFailure) {
				return this.#keep(uri, error.message);
			}
			// A reader that fails on one file must not stop the others from being read.
			const reason = corpusFileMessages.readerFailed(String(error));
			const stat = file.stat && !Number.isNaN(file.stat.mtime) ? file.stat : { uri, ...NOT_ON_DISK };
			return this.#options.writing.replace(stat, unreadable(reason));
		}
	}

	async #read(uri: string, { stat, isTaken, onRead }: CheckedFile): Promise<readonly string[]> {
		const { files, writer, writing } = this.#options;
		const now = performance.now();
		const unsettled = this.#unsettled.get(uri);
		const { first, gone = now } = unsettled ?? { first: now };
		this.#unsettled.delete(uri);
		this.#unread.delete(uri);
		if (!isTaken) {
			return writing.remove(uri);
		}
		const text = this.texts.get(uri);
		if (text !== undefined && files.linkTarget?.(uri) === undefined) {
			return writing.replace({ uri, ...NOT_ON_DISK }, recognised(uri, text));
		}
		const state = writer.fileState(uri);
		// A scan may have seen the file before the change that it has not settled from yet.
		if (!unsettled && state && stat && state.size === stat.size && state.mtime === stat.mtime) {
			return [];
		}
		const snapshot = await snapshotFile(files, uri, { state, waited: now - first });
		switch (snapshot.kind) {
			case 'renamed':
				return [...(await writing.remove(uri)), snapshot.uri];
			case 'read':
				return writing.replace(snapshot.stat, snapshot.content, onRead);
			case 'unread':
				return this.#keep(uri, snapshot.reason);
			case 'unsettled':
				this.#unsettled.set(uri, { first });
				return [];
			case 'gone':
				if (state && now - gone < GONE_AFTER_MS) {
					this.#unsettled.set(uri, { first, gone });
					return [];
				}
				return writing.remove(uri);
		}
	}

	#keep(uri: string, reason: string): readonly string[] {
		this.#unread.add(uri);
		this.#options.writing.keepUnread(uri, reason);
		return [];
	}
}
