/** The index as the driver reads it: opened, opened again if another server has replaced it, and checked for damage once. */

import type { Corpus } from '../corpus/corpus.ts';
import { type CorpusRoot, statementsIn } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { DriverHost, FoundFiles, OpenIndex } from './driverHost.ts';

export interface ReadIndexListener {
	/** The index is open for reading. */
	readonly onOpen: (corpus: Corpus) => void;
	/** It can no longer be read. */
	readonly onFailure: (failure: IndexFailure) => void;
}

export class ReadIndex {
	readonly #host: DriverHost;
	readonly #provisional: ProvisionalPapers;
	readonly #listener: ReadIndexListener;
	#opened: OpenIndex | undefined;
	#damage: Promise<IndexFailure | undefined> | undefined;

	constructor(host: DriverHost, provisional: ProvisionalPapers, listener: ReadIndexListener) {
		this.#host = host;
		this.#provisional = provisional;
		this.#listener = listener;
	}

	/** Undefined unless the index is open. */
	get corpus(): Corpus | undefined {
		return this.#opened?.corpus;
	}

	/** Changes with each opening. */
	get opening(): object | undefined {
		return this.#opened;
	}

	/** Whether there is anything in the index that may be up to date, or damaged. */
	get isFilled(): boolean {
		return this.#opened !== undefined && (this.#opened.corpus.paperCount > 0 || this.#opened.isSealed());
	}

	/** Whether another server has deleted or rebuilt the index that is open here. */
	get isReplaced(): boolean {
		return this.#opened?.isReplaced() ?? false;
	}

	/** Returns the failure if the index cannot be opened. Does nothing if it is open. */
	open(): IndexFailure | undefined {
		if (this.#opened) {
			return undefined;
		}
		const index = this.#host.open(this.#listener.onFailure, this.#provisional);
		if ('failure' in index) {
			return index.failure;
		}
		this.#opened = index;
		this.#damage = undefined;
		this.#listener.onOpen(index.corpus);
		return undefined;
	}

	close(): void {
		this.#opened?.close();
		this.#opened = undefined;
	}

	/** Whether the index was made from exactly these files, found in these roots, in their current state. */
	holdsJust(files: FoundFiles, roots: readonly CorpusRoot[]): boolean {
		return this.#opened?.corpus.holdsJust(files, statementsIn(roots)) ?? false;
	}

	/** What checksums say is wrong with the index. Checked once after it is opened. */
	damage(): Promise<IndexFailure | undefined> {
		this.#damage ??= this.#opened?.damage() ?? Promise.resolve(undefined);
		return this.#damage;
	}
}
