/** The changes to a corpus file when a key is renamed. */

import type { Span } from '../../util/span.ts';

export interface KeyRename {
	/** In Unicode's NFC. */
	readonly from: string;
	readonly to: string;
}

export interface KeyEdit {
	readonly span: Span;
	readonly newText: string;
}

/** What a rename changes in one entry of a file. */
export interface EntryRename {
	/** The places where the entry gives the old key as its own: none, one, or several fields. */
	readonly own: readonly KeyEdit[];
	/** The places where it refers to the entry with the old key: `crossref = {old}`. */
	readonly references: readonly KeyEdit[];
	/** Whether it has the new key already, by the rules of its format. */
	readonly isInTheWay: boolean;
}

/** One result for each entry of `text`, in order, so that a caller can yield in between. Spans refer to `text`. */
export type KeyEdits = (text: string, rename: KeyRename) => Iterable<EntryRename>;
