/** What the driver of an index needs of the platform: a database, a thread that fills it, a look at the files. */

import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { FileStat } from '../files/files.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { Order, ThreadMessage } from './threadMessages.ts';

/** By uri. */
export type FoundFiles = ReadonlyMap<string, FileStat>;

/** The index, open for reading. */
export interface OpenIndex {
	readonly corpus: Corpus & {
		/** Whether these files, as they are, are all that the index was made from. */
		holdsJust(files: FoundFiles): boolean;
	};
	/** Whether another server has deleted this index since, or made it anew: what is written there is not seen here. */
	isReplaced(): boolean;
	close(): void;
}

/** A thread that fills the index. */
export interface IndexThread {
	post(order: Order): void;
	/** Has it close the index and end, by force if it takes too long; resolves when it has ended. */
	end(): Promise<void>;
}

export interface ThreadListener {
	readonly onMessage: (message: ThreadMessage) => void;
	/** The thread has ended; `error` if one has ended it. */
	readonly onEnd: (error: string | undefined) => void;
}

export interface DriverHost {
	/** Where the index is kept, as people are told; undefined in memory. */
	readonly path: string | undefined;
	/** Opens the index, and makes the folder for it; `onFailure` is told later if it cannot be read on. */
	open(
		onFailure: (failure: IndexFailure) => void,
		provisional: ProvisionalPapers,
	): OpenIndex | { readonly failure: IndexFailure };
	/** Throws where the index cannot be deleted. */
	remove(): void;
	/** From now on the index is a new one in memory. */
	moveToMemory(): void;
	startThread(listener: ThreadListener): IndexThread;
	/** The files that the roots take; undefined where looking through them would take long. */
	scan(roots: readonly CorpusRoot[]): Promise<FoundFiles | undefined>;
	/** Someone waits for an answer: the thread is to rest for a moment. */
	yieldToRequests(): void;
	/** Writes into the log why the index is made anew. */
	logRebuild(reason: string): void;
}
