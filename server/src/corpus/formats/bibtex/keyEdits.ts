/** Renames a key in a BibTeX file: the entry that has it, and the entries that refer to it. */

import { isSameKey } from '../../../syntax/key.ts';
import type { EntryRename, KeyEdit, KeyRename } from '../keyEdit.ts';
import { EntryIndex } from './entryIndex.ts';
import { EntryScanner } from './entryScanner.ts';
import { listedKeys } from './keyMentions.ts';
import type { RawEntry } from './rawEntry.ts';

/** Characters that biber forbids in keys, or at which BibTeX ends them. */
const FORBIDDEN = /["@,\\#{}~%()=\s]/;

/** The first character of `key` that is not allowed in a BibTeX key. */
export function forbiddenInBibtex(key: string): string | undefined {
	return FORBIDDEN.exec(key)?.[0];
}

export function* bibtexKeyEdits(text: string, rename: KeyRename): Generator<EntryRename> {
	const index = new EntryIndex(text);
	const scanner = new EntryScanner(text, () => {});
	for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
		const isNamed = isSameKey(entry.key, rename.from);
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
	/** Whether this is the renamed entry, so that its `ids` are its own names. */
	readonly isOwn: boolean;
}

function references(text: string, entry: RawEntry, context: Context): readonly KeyEdit[] {
	return [...listedKeys(text, entry)]
		.filter(({ field }) => !(context.isOwn && field === 'ids'))
		.flatMap(({ key, span, field }) => (isMeant(key, { ...context, field }) ? [{ span, newText: context.to }] : []));
}

/** BibTeX ignores case in `crossref`. Other names must match exactly. */
function isMeant(key: string, { from, index, field }: Context & { readonly field: string }): boolean {
	return isSameKey(key, from) || (field !== 'ids' && isSame(key, from) && isSameKey(index.find(key)?.key ?? '', from));
}

function isSame(key: string, other: string): boolean {
	return key.toLowerCase() === other.toLowerCase();
}
