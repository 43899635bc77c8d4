/**
 * `crossref` and `xdata`: the fields that an entry inherits from another (BibLaTeX manual 2.4.1, 3.13.5 and appendix B;
 * BibTeX copies missing fields). Fields that identify or locate a single work are not inherited; otherwise a chapter
 * would get its book's DOI.
 */

import type { RawEntry, RawField } from './rawEntry.ts';

/** Fields by name. */
export type FieldMap = ReadonlyMap<string, RawField>;

/** The entry with this key, ignoring case as BibTeX does. */
export type EntryLookup = (key: string) => RawEntry | undefined;

const NEVER_INHERITED: ReadonlySet<string> = new Set(
	`ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
	relatedtype shorthand shorthandintro sortkey sorttitle sortname doi url urldate eprint eprinttype archiveprefix eprintclass
	primaryclass abstract keywords file pages pagetotal numpages shorttitle note annotation annote comment pmid pmcid eid
	groups timestamp owner mendeley-tags`
		.trim()
		.split(/\s+/),
);

/** Names of the parent's title fields in the child. */
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

/** Whether an entry with these own fields inherits others. */
export function isHeir(own: FieldMap): boolean {
	return own.has('crossref') || own.has('xdata');
}

/** The fields of `entry`, the first of each name, together with its inherited fields. */
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
	/** Offsets of the entries already visited. References may be circular, and a chain may be as long as the file. */
	readonly visited: Set<number>;
	/** Number of references followed so far. */
	readonly depth: number;
}

/**
 * A paper is in a volume of a series of a publisher; nobody goes much further. The limit protects the call stack from
 * hostile files.
 */
const MAX_DEPTH = 32;

/** The own fields of `entry`, the first non-empty one of each name. */
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
			// An entry without a title that refers to one of the same type is an alias of it.
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

/** The name of a parent's field in the child; undefined if it is not inherited. */
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
