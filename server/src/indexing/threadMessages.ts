/** Messages between the server's thread and the index's thread. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalChunk } from '../index/provisional/provisionalChunk.ts';

export type Order =
	| { readonly kind: 'scan'; readonly roots: readonly CorpusRoot[] }
	| { readonly kind: 'filesChanged'; readonly uris: readonly string[] }
	| { readonly kind: 'textChanged'; readonly uri: string; readonly text: string | undefined }
	| { readonly kind: 'pause' }
	| { readonly kind: 'resume' }
	/** Close the index and end. With `sealMs`, checksums of it are written first, if that takes no longer. */
	| { readonly kind: 'close'; readonly sealMs: number };

export type Report =
	/** The database is complete and of this version: the server may open it. */
	| { readonly kind: 'ready' }
	/** Papers that are not in the index yet. Undefined: those reported before are no longer valid. */
	| { readonly kind: 'provisional'; readonly chunk: ProvisionalChunk | undefined }
	| { readonly kind: 'committed' }
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	| { readonly kind: 'read' }
	| { readonly kind: 'complete'; readonly tookMs: number; readonly unread: readonly string[] }
	| { readonly kind: 'failed'; readonly message: string };

export type ThreadMessage =
	/**
	 * `heard` is the number of orders that the thread had received by then. It tells whether newer orders have
	 * overtaken the report.
	 */
	| { readonly kind: 'report'; readonly report: Report; readonly heard: number }
	/**
	 * The index cannot be opened or written. The thread does nothing more; the server decides what happens to the
	 * index.
	 */
	| { readonly kind: 'trouble'; readonly failure: IndexFailure };
