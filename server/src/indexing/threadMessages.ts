/** What the server's thread and the index's thread say to each other. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import type { IndexFailure } from '../index/database/indexFailure.ts';
import type { ProvisionalChunk } from '../index/provisional/provisionalChunk.ts';

export type Order =
	| { readonly kind: 'look'; readonly roots: readonly CorpusRoot[] }
	| { readonly kind: 'filesChanged'; readonly uris: readonly string[] }
	| { readonly kind: 'textChanged'; readonly uri: string; readonly text: string | undefined }
	| { readonly kind: 'pause' }
	| { readonly kind: 'resume' }
	| { readonly kind: 'close' };

export type Report =
	/** The database is whole and of this version: the server may open it. */
	| { readonly kind: 'ready' }
	/** Papers that the index does not have yet; undefined: those seen before count no more. */
	| { readonly kind: 'seen'; readonly chunk: ProvisionalChunk | undefined }
	| { readonly kind: 'committed' }
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	| { readonly kind: 'read' }
	| { readonly kind: 'complete'; readonly tookMs: number; readonly unread: readonly string[] }
	| { readonly kind: 'failed'; readonly message: string };

export type ThreadMessage =
	/** `heard`: how many orders the thread had by then, so that a report that newer orders have overtaken is known for one. */
	| { readonly kind: 'report'; readonly report: Report; readonly heard: number }
	/** The index cannot be opened or written. The thread does nothing more; what becomes of the index is not its to say. */
	| { readonly kind: 'trouble'; readonly failure: IndexFailure };
