/** What must change in a corpus file when a key gets another name. */

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

/** What one entry of a file has to do with a rename. */
export interface EntryRename {
	/** Where the entry gives the old key as its own: nowhere, once, or in several fields. */
	readonly own: readonly KeyEdit[];
	/** Where it names the entry with the old key: `crossref = {old}`. */
	readonly references: readonly KeyEdit[];
	/** It has the new key already, by the rules of its format. */
	readonly isInTheWay: boolean;
}

/** One for each entry of `text`, in order, so that a caller can give way in between. Spans are those of `text`. */
export type KeyEdits = (text: string, rename: KeyRename) => Iterable<EntryRename>;

/** Keys are one if they differ in nothing but how their accents are encoded; `key` is in NFC. */
export function isKey(written: string, key: string): boolean {
	return written === key || written.normalize('NFC') === key;
}
