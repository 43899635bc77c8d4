/** The index as the server drives it: told what to look at, it works on its own and says what has become of it. */

import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusRoot } from '../files/corpusRoots.ts';

export type IndexEvent =
	/** The index is open for reading; sent again after a rebuild, with a new corpus. */
	| { readonly kind: 'opened'; readonly corpus: Corpus }
	/** Papers have been seen that the index does not have yet. */
	| { readonly kind: 'seen' }
	/** New papers or problems can be seen. */
	| { readonly kind: 'committed' }
	/** `done` of `total` bytes of corpus files have been looked at. */
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	/** All files on disk are in the index, which may still be laid down anew. */
	| { readonly kind: 'read' }
	/** Nothing is left to do; how long it took, in milliseconds. `unread`: files that cannot be read for now. */
	| { readonly kind: 'complete'; readonly tookMs: number; readonly unread: readonly string[] }
	/** The index could not be kept; what that means is in `message`. */
	| { readonly kind: 'failed'; readonly message: string }
	/** Nothing more is read until a rebuild; why is in `message`. */
	| { readonly kind: 'gaveUp'; readonly message: string };

export interface IndexDriver {
	/** Looks through all roots; what is no longer below them leaves the index. */
	look(roots: readonly CorpusRoot[]): void;
	/** These files are new, changed or gone on disk. */
	filesChanged(uris: readonly string[]): void;
	/** The editor has this text for the file; undefined: the disk's counts again. */
	textChanged(uri: string, text: string | undefined): void;
	/** Holds the running work after its batch: what is indexed answers, newer orders are kept. Without work to hold, nothing. */
	pause(): void;
	/** Goes on where a pause has held it, and with all that has been ordered meanwhile. */
	resume(): void;
	/** Someone waits for an answer: for a moment, indexing takes nothing away from it. */
	yieldToRequests(): void;
	/** Forgets everything and reads every file again, paused or not. */
	rebuild(): void;
	close(): Promise<void>;
}
