/**
 * `crossref` and `xdata`: what an entry takes over from another (BibLaTeX manual 2.4.1, 3.13.5 and appendix B; BibTeX
 * copies what is missing). What names or locates one work alone is not taken over, or a chapter would go by its book's
 * DOI.
 */

import type { RawEntry, RawField } from './rawEntry.ts';

/** Fields by name. */
export type FieldMap = ReadonlyMap<string, RawField>;

/** The entry with this key; keys match as in BibTeX, without regard to case. */
export type EntryLookup = (key: string) => RawEntry | undefined;

const NEVER_INHERITED: ReadonlySet<string> = new Set(
	`ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
	relatedtype shorthand shorthandintro sortkey sorttitle sortname doi url urldate eprint eprinttype archiveprefix eprintclass
	primaryclass abstract keywords file pages pagetotal numpages shorttitle note annotation annote comment pmid pmcid eid
	groups timestamp owner mendeley-tags`
		.trim()
		.split(/\s+/),
);

/** What a title of the parent is for the child. */
const TITLES: ReadonlyMap<string, string> = new Map([
	['title', 'title'],
	['subtitle', 'subtitle'],
	['titleaddon', 'titleaddon'],
]);

const VOLUME_TYPES: ReadonlySet<string> = new Set(['mvbook', 'mvcollection', 'mvproceedings', 'mvreference']);
const PART_TYPES: ReadonlySet<string> = new Set(
	'inbook incollection inproceedings conference bookinbook suppbook suppcollection inreference'.split(' '),
);
const JOURNAL_PART_TYPES: ReadonlySet<string> = new Set(['article', 'suppperiodical', 'review']);

/** Whether an entry with these fields of its own takes over others. */
export function isHeir(own: FieldMap): boolean {
	return own.has('crossref') || own.has('xdata');
}

/** The fields of `entry`, the first of each name, and what it inherits. */
export function inheritedFields(
	entry: RawEntry,
	lookup: EntryLookup,
	reference: (field: RawField) => string,
): FieldMap {
	return collect(entry, { lookup, reference, visited: new Set([entry.start]), depth: 0 });
}

interface Walk {
	readonly lookup: EntryLookup;
	/** The text of a `crossref` or `xdata` field. */
	readonly reference: (field: RawField) => string;
	/** Where the entries begin that were asked already: references may be circular, and as many as a file is long. */
	readonly visited: Set<number>;
	/** How many references lead here. */
	readonly depth: number;
}

/** A paper is in a volume of a series of a publisher; nobody goes on much longer. Keeps hostile files off the call stack. */
const MAX_DEPTH = 32;

/** The fields that stand in `entry`, the first of each name that holds anything. */
export function ownFields(entry: RawEntry): Map<string, RawField> {
	const fields = new Map<string, RawField>();
	for (const field of entry.fields) {
		const known = fields.get(field.name);
		if (known === undefined || isEmpty(known)) {
			fields.set(field.name, field);
		}
	}
	return fields;
}

function isEmpty(field: RawField): boolean {
	return field.pieces.every((piece) => piece.end <= piece.start);
}

function collect(entry: RawEntry, walk: Walk): FieldMap {
	const fields = ownFields(entry);
	addXdata(fields, walk);
	addCrossref(fields, entry, walk);
	return fields;
}

function addXdata(fields: Map<string, RawField>, walk: Walk): void {
	for (const parent of parents(fields.get('xdata'), walk)) {
		for (const [name, field] of parent.fields) {
			if (!fields.has(name)) {
				fields.set(name, field);
			}
		}
	}
}

function addCrossref(fields: Map<string, RawField>, child: RawEntry, walk: Walk): void {
	const hadTitle = fields.has('title');
	for (const parent of parents(fields.get('crossref'), walk)) {
		for (const [name, field] of parent.fields) {
			// An entry without a title that refers to one of its own type is that entry under another key.
			const isAlias = !hadTitle && parent.entry.type === child.type;
			const target = isAlias && name !== 'ids' ? name : inheritedName(name, parent.entry.type, child.type);
			if (target !== undefined && !fields.has(target) && !(target === 'title' && hadTitle)) {
				fields.set(target, field);
			}
		}
	}
}

function parents(field: RawField | undefined, walk: Walk): { entry: RawEntry; fields: FieldMap }[] {
	if (field === undefined || walk.depth >= MAX_DEPTH) {
		return [];
	}
	const found: { entry: RawEntry; fields: FieldMap }[] = [];
	for (const key of walk.reference(field).split(',')) {
		const entry = walk.lookup(key.trim());
		if (entry !== undefined && !walk.visited.has(entry.start)) {
			walk.visited.add(entry.start);
			found.push({ entry, fields: collect(entry, { ...walk, depth: walk.depth + 1 }) });
		}
	}
	return found;
}

/** What a parent's field is called in the child; undefined where it is not inherited. */
function inheritedName(name: string, parentType: string, childType: string): string | undefined {
	if (NEVER_INHERITED.has(name)) {
		return undefined;
	}
	const title = TITLES.get(name);
	if (title === undefined) {
		return name;
	}
	if (VOLUME_TYPES.has(parentType) && !PART_TYPES.has(childType)) {
		return `main${title}`;
	}
	if (JOURNAL_PART_TYPES.has(childType)) {
		return `journal${title}`;
	}
	return PART_TYPES.has(childType) ? `book${title}` : title === 'title' ? 'booktitle' : undefined;
}
