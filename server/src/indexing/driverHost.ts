/** What the driver of an index needs from the platform: a database, a thread that fills it, a scan of the files. */

import type { Corpus } from '../corpus/corpus.ts';
import type { IdentityStatement } from '../corpus/identity/statedIdentity.ts';
import type { KeyMemory } from '../corpus/keyMemory.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { FileStat } from '../files/files.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { Order, ThreadMessage } from './threadMessages.ts';

/** By URI. */
export type FoundFiles = ReadonlyMap<string, FileStat>;

/** The index, open for reading. */
export interface OpenIndex {
	readonly corpus: Corpus & {
		/** Whether the index was made from exactly these files in their current state, and groups papers by these statements. */
		holdsJust(files: FoundFiles, statements: readonly IdentityStatement[]): boolean;
	};
	/**
	 * Whether another server has deleted or rebuilt the index since it was opened. What is written to the new one is
	 * not seen here.
	 */
	isReplaced(): boolean;
	/** Whether there are checksums of the index in its present state. */
	isSealed(): boolean;
	/** Compares the index with these checksums. Resolves to what is wrong; undefined if nothing is, or if there are none. */
	damage(): Promise<IndexFailure | undefined>;
	close(): void;
}

/** A thread that fills the index. */
export interface IndexThread {
	post(order: Order): void;
	/**
	 * Makes the thread close the index and end, by force if it takes too long. Resolves when it has ended. The index is
	 * sealed before if that takes no more than `sealMs` milliseconds.
	 */
	end(sealMs: number): Promise<void>;
}

export interface ThreadListener {
	readonly onMessage: (message: ThreadMessage) => void;
	/** The thread has ended. `error` is set if an error ended it. */
	readonly onEnd: (error: string | undefined) => void;
}

export interface DriverHost {
	/** Which papers the keys meant. It is apart from the index and outlives it. */
	readonly keyMemory: KeyMemory & { close(): void };
	/** Where the index is stored, for messages. Undefined in memory. */
	readonly path: string | undefined;
	/** Opens the index and creates the folder for it. `onFailure` is called later if the index can no longer be read. */
	open(
		onFailure: (failure: IndexFailure) => void,
		provisional: ProvisionalPapers,
	): OpenIndex | { readonly failure: IndexFailure };
	/** Deletes the index. Throws if that is not possible. */
	remove(): void;
	/** From now on the index is a new one in memory. */
	moveToMemory(): void;
	startThread(listener: ThreadListener): IndexThread;
	/** Resolves once an existing index has been left to the first answers: only then are the files checked for changes. */
	firstAnswers(): Promise<void>;
	/** The files that belong to the roots. Undefined if scanning the roots takes too long. */
	scan(roots: readonly CorpusRoot[]): Promise<FoundFiles | undefined>;
	/** Someone waits for an answer: the thread should rest for a moment. */
	yieldToRequests(): void;
	/** Logs why the index is rebuilt. */
	logRebuild(reason: string): void;
}
