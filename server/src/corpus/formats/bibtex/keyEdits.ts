/** Renaming a key in a BibTeX file: the entry that has it, and the entries that refer to it. */

import { type EntryRename, isKey, type KeyEdit, type KeyRename } from '../keyEdit.ts';
import { EntryIndex } from './entryIndex.ts';
import { EntryScanner } from './entryScanner.ts';
import type { Piece, RawEntry } from './rawEntry.ts';

/** Fields that hold keys of other entries, separated by commas (biblatex manual, 2.2.3), and `ids`: further names. */
const KEY_LISTS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'entryset', 'related', 'ids']);

/** What biber forbids in keys, and what BibTeX ends them at. */
const FORBIDDEN = /["@,\\#{}~%()=\s]/;

/** The first character of `key` that no key in a BibTeX file can hold. */
export function forbiddenInBibtex(key: string): string | undefined {
	return FORBIDDEN.exec(key)?.[0];
}

export function* bibtexKeyEdits(text: string, rename: KeyRename): Generator<EntryRename> {
	const index = new EntryIndex(text);
	const scanner = new EntryScanner(text, () => {});
	for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
		const isNamed = isKey(entry.key, rename.from);
		const isOwn = isNamed && entry.type !== 'xdata';
		yield {
			own: isOwn ? [{ span: entry.keySpan, newText: rename.to }] : [],
			references: references(text, entry, { ...rename, index, isOwn }),
			isInTheWay: !isNamed && isSame(entry.key, rename.to),
		};
	}
}

interface Context extends KeyRename {
	readonly index: EntryIndex;
	/** The entry is the one that is renamed: its `ids` are names of its own. */
	readonly isOwn: boolean;
}

function references(text: string, entry: RawEntry, context: Context): readonly KeyEdit[] {
	return entry.fields
		.filter(({ name }) => KEY_LISTS.has(name) && !(context.isOwn && name === 'ids'))
		.flatMap(({ name, pieces }) => pieces.flatMap((piece) => [...keysIn(text, piece, { ...context, field: name })]));
}

/** The places in a list of keys that name the old one. A number or macro (`crossref = cvpr`) is left alone. */
function* keysIn(text: string, piece: Piece, context: Context & { readonly field: string }): Generator<KeyEdit> {
	if (piece.kind !== 'text') {
		return;
	}
	const list = text.slice(piece.start, piece.end);
	for (const { 0: key, index } of list.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)) {
		if (isMeant(key, context)) {
			const start = piece.start + index;
			yield { span: { start, end: start + key.length }, newText: context.to };
		}
	}
}

/** BibTeX finds the entry that a `crossref` names without regard to case; a further name is as it is written. */
function isMeant(key: string, { from, index, field }: Context & { readonly field: string }): boolean {
	return isKey(key, from) || (field !== 'ids' && isSame(key, from) && isKey(index.find(key)?.key ?? '', from));
}

function isSame(key: string, other: string): boolean {
	return key.toLowerCase() === other.toLowerCase();
}
