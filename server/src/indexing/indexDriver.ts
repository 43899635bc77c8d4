/** The index as the server drives it. It takes orders, works on its own and reports events. */

import type { Corpus } from '../corpus/corpus.ts';
import type { KeyMemory } from '../corpus/keyMemory.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';

export type IndexEvent =
	/** The index is open for reading. Sent again after a rebuild, with a new corpus. */
	| { readonly kind: 'opened'; readonly corpus: Corpus }
	/** Papers have been found that are not in the index yet. */
	| { readonly kind: 'provisional' }
	/** New papers or problems are available. */
	| { readonly kind: 'committed' }
	/** `done` of `total` bytes of corpus files have been processed. */
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	/** All files on disk are in the index, which may still be compacted. */
	| { readonly kind: 'read' }
	/** The work is finished; it took `tookMs` milliseconds. `unread` are files that cannot be read for now. */
	| { readonly kind: 'complete'; readonly tookMs: number; readonly unread: readonly string[] }
	/** The index could not be stored; `message` says what that means. */
	| { readonly kind: 'failed'; readonly message: string }
	/** Nothing more is read until a rebuild; `message` says why. */
	| { readonly kind: 'gaveUp'; readonly message: string };

export interface IndexDriver {
	/** Which papers the keys meant. */
	readonly keyMemory: KeyMemory;
	/** Scans all roots. Files no longer below them leave the index. */
	scan(roots: readonly CorpusRoot[]): void;
	/** These files are new, changed or gone on disk. */
	filesChanged(uris: readonly string[]): void;
	/** The editor has this text for the file. If undefined, the text on disk counts again. */
	textChanged(uri: string, text: string | undefined): void;
	/**
	 * Pauses the work after the running batch. Indexed papers can still be found, and newer orders are queued. Does
	 * nothing if there is no work.
	 */
	pause(): void;
	/** Continues after a pause, including all orders given in the meantime. */
	resume(): void;
	/** Someone waits for an answer: for a moment, indexing leaves the processors to it. */
	yieldToRequests(): void;
	/** Called before each answer: if another server has deleted or rebuilt the index, the new one is opened. */
	catchUp(): void;
	/** Forgets everything and reads every file again, paused or not. */
	rebuild(): void;
	close(): Promise<void>;
}
