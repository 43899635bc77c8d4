/** Renames a key in a BibTeX file: the entry that has it, and the entries that refer to it. */

import { isSameKey } from '../../../syntax/key.ts';
import type { EntryRename, KeyEdit, KeyRename } from '../keyEdit.ts';
import { EntryIndex } from './entryIndex.ts';
import { EntryScanner } from './entryScanner.ts';
import { entryStartBefore, listedKeys } from './keyMentions.ts';
import type { RawEntry } from './rawEntry.ts';

/** The edit that gives the entry at `start` the key `to`, in place of its own if it has one; undefined if no entry is there. */
export function bibtexKeyed(text: string, start: number, to: string): KeyEdit | undefined {
	const entry = text[start] === '@' ? new EntryScanner(text, () => {}).entryAt(start) : undefined;
	const open = entry && /[{(]/.exec(text.slice(start, entry.end));
	if (!entry || !open) {
		return undefined;
	}
	if (entry.key !== '') {
		return { span: entry.keySpan, newText: to };
	}
	const at = start + open.index + 1;
	return { span: { start: at, end: at }, newText: /^\s*,/.test(text.slice(at, entry.end)) ? to : `${to},` };
}

/** Characters that biber forbids in keys, or at which BibTeX ends them. */
const FORBIDDEN = /["@,\\#{}~%()=\s]/;

/** The first character of `key` that is not allowed in a BibTeX key. */
export function forbiddenInBibtex(key: string): string | undefined {
	return FORBIDDEN.exec(key)?.[0];
}

export function* bibtexKeyEdits(text: string, rename: KeyRename): Generator<EntryRename> {
	const index = new EntryIndex(text);
	for (const entry of entriesMentioning(text, rename) ?? allEntries(text)) {
		const isNamed = isSameKey(entry.key, rename.from);
		const isOwn = isNamed && entry.type !== 'xdata';
		yield {
			own: isOwn ? [{ span: entry.keySpan, newText: rename.to }] : [],
			references: references(text, entry, { ...rename, index, isOwn }),
			isInTheWay: !isNamed && isSame(entry.key, rename.to),
		};
	}
}

function* allEntries(text: string): Generator<RawEntry> {
	const scanner = new EntryScanner(text, () => {});
	for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
		yield entry;
	}
}

/** Keys that every file writes alike, whatever the form of its letters. */
const PLAIN_KEY = /^[\x21-\x7e]+$/;

/** After such a group entries may be no entries. */
const GROUP = /@\s*(?:comment|preamble)/i;

/**
 * The entries of a large file in which a rename can change anything: none if the file mentions neither key, and one if the
 * old key is mentioned once, as an entry's own. Undefined if only a look at all entries can tell.
 */
function entriesMentioning(text: string, { from, to }: KeyRename): readonly RawEntry[] | undefined {
	if (!PLAIN_KEY.test(from) || !PLAIN_KEY.test(to) || mentionsOf(text, to).length > 0) {
		return undefined;
	}
	const [at, ...others] = mentionsOf(text, from);
	if (at === undefined) {
		return [];
	}
	const entry = others.length === 0 ? entryAround(text, at) : undefined;
	return entry?.keySpan.start === at && !GROUP.test(text.slice(0, at)) ? [entry] : undefined;
}

/** The first places, at most two, where the key stands by itself, in upper or lower case. */
function mentionsOf(text: string, key: string): readonly number[] {
	const escaped = key.replace(/\W/g, '\\$&');
	const [before, after] = [/^\w/.test(key) ? '\\b' : '', /\w$/.test(key) ? '\\b' : ''];
	const mention = new RegExp(before + escaped + after, 'gi');
	const places: number[] = [];
	for (let found = mention.exec(text); found && places.length < 2; found = mention.exec(text)) {
		places.push(found.index);
	}
	return places;
}

/** The entry around `offset`; undefined if that is unclear, because the one before it does not end in time. */
function entryAround(text: string, offset: number): RawEntry | undefined {
	const start = entryStartBefore(text, offset);
	const before = start === undefined || start === 0 ? undefined : entryStartBefore(text, start - 1);
	const scanner = new EntryScanner(text, () => {});
	const earlier = before === undefined ? undefined : scanner.entryAt(before);
	return start === undefined || (earlier && earlier.end > start) ? undefined : scanner.entryAt(start);
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
