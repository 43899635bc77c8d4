/** Finds the keys in a BibTeX file: the entries' own keys, and keys of other entries in their fields. */

import type { Span } from '../../../util/span.ts';
import { EntryScanner } from './entryScanner.ts';
import { isEntryStart } from './entryStart.ts';
import type { RawEntry } from './rawEntry.ts';

export interface KeyMention {
	readonly key: string;
	readonly span: Span;
	/** In lower case: `crossref`. Undefined for the entry's own key. */
	readonly field: string | undefined;
}

/**
 * Fields that contain comma-separated keys of other entries (biblatex manual, 2.2.3), and `ids`, which contains further
 * names.
 */
const KEY_LISTS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'entryset', 'related', 'ids']);

/** The keys listed in the fields of an entry. Numbers and macros (`crossref = cvpr`) are skipped. */
export function* listedKeys(text: string, entry: RawEntry): Generator<KeyMention & { readonly field: string }> {
	for (const { name, pieces } of entry.fields) {
		for (const piece of KEY_LISTS.has(name) ? pieces : []) {
			const list = piece.kind === 'text' ? text.slice(piece.start, piece.end) : '';
			for (const { 0: key, index } of list.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)) {
				const start = piece.start + index;
				yield { key, span: { start, end: start + key.length }, field: name };
			}
		}
	}
}

/** The key at `offset`, its end included. Reads only one entry, even in a large file. */
export function keyMentionAt(text: string, offset: number): KeyMention | undefined {
	const start = entryStartBefore(text, offset);
	const entry = start === undefined ? undefined : new EntryScanner(text, () => {}).entryAt(start);
	if (!entry) {
		return undefined;
	}
	const own = { key: entry.key, span: entry.keySpan, field: undefined };
	return [own, ...listedKeys(text, entry)].find(
		({ key, span }) => key !== '' && span.start <= offset && offset <= span.end,
	);
}

/** The start of the last entry that begins at or before `offset`, as far as lines tell. */
export function entryStartBefore(text: string, offset: number): number | undefined {
	for (let at = text.lastIndexOf('@', offset); at >= 0; at = at > 0 ? text.lastIndexOf('@', at - 1) : -1) {
		if (isEntryStart(text, at)) {
			return at;
		}
	}
	return undefined;
}
