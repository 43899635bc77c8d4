/** Brings the index up to date with one file at a time: from the editor's text, or from the disk once it holds still. */

import { recognised, unreadable } from '../corpus/reading/corpusText.ts';
import { type FileStat, type Files, ReadFailure } from '../files/files.ts';
import type { CorpusWriter } from '../index/tables/corpusWriter.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { type BatchWriting, failureBehind } from './batches.ts';
import { snapshotFile } from './corpusReading.ts';

/** Milliseconds after which a file that is gone will not come back: some programs delete a file before they write it. */
const GONE_AFTER_MS = 500;

/** The state of what no file on disk is, so that the disk's text is read once it counts again. */
export const NOWHERE = { size: -1, mtime: 0 };

export interface FileUpdateOptions {
	readonly files: Files;
	readonly writer: CorpusWriter;
	readonly writing: BatchWriting;
}

export interface SeenFile {
	/** What a look has just seen of it. */
	readonly stat: FileStat | undefined;
	/** Whether it belongs to the corpus. */
	readonly isTaken: boolean;
	/** Told how many bytes, or characters, have been read. */
	readonly onRead?: ((done: number) => void) | undefined;
}

export class FileUpdates {
	readonly #options: FileUpdateOptions;
	/** Texts that an editor has open and changed. */
	readonly texts = new Map<string, string>();
	/** Files that are being written or have just gone: since when that is known, and since when they are gone. */
	readonly #unsettled = new Map<string, { readonly first: number; readonly gone?: number }>();
	/** Files that could not be read when they were last tried. */
	readonly #unread = new Set<string>();

	constructor(options: FileUpdateOptions) {
		this.#options = options;
	}

	/** Files to be looked at again in a moment. */
	get unsettled(): readonly string[] {
		return [...this.#unsettled.keys()];
	}

	/** Files that cannot be read for now: what the index had of them it still has. */
	get unread(): readonly string[] {
		return [...this.#unread];
	}

	/** What follows: files that must be read again. Throws failures of the index alone. */
	async update(uri: string, seen: SeenFile): Promise<readonly string[]> {
		try {
			return await this.#read(uri, seen);
		} catch (error) {
			if (failureBehind(error)) {
				throw error;
			}
			this.#unsettled.delete(uri);
			if (error instanceof ReadFailure) {
				return this.#keep(uri, error.message);
			}
			// A reader that fails on one file must not keep the others out.
			const reason = corpusFileMessages.readerFailed(String(error));
			const stat = seen.stat && !Number.isNaN(seen.stat.mtime) ? seen.stat : { uri, ...NOWHERE };
			return this.#options.writing.replace(stat, unreadable(reason));
		}
	}

	async #read(uri: string, { stat, isTaken, onRead }: SeenFile): Promise<readonly string[]> {
		const { files, writer, writing } = this.#options;
		const now = performance.now();
		const { first, gone = now } = this.#unsettled.get(uri) ?? { first: now };
		this.#unsettled.delete(uri);
		this.#unread.delete(uri);
		if (!isTaken) {
			return writing.remove(uri);
		}
		const text = this.texts.get(uri);
		if (text !== undefined) {
			return writing.replace({ uri, ...NOWHERE }, recognised(uri, text));
		}
		const state = writer.fileState(uri);
		if (state && stat && state.size === stat.size && state.mtime === stat.mtime) {
			return [];
		}
		const look = await snapshotFile(files, uri, { state, waited: now - first });
		switch (look.kind) {
			case 'renamed':
				return [...(await writing.remove(uri)), look.uri];
			case 'read':
				return writing.replace(look.stat, look.content, onRead);
			case 'unread':
				return this.#keep(uri, look.reason);
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
