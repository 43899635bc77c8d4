/** The fields of an entry that lists show: key, people, title, year and venue. */

import { CREATOR_FIELD_NAMES } from './cslItem.ts';
import type { FieldMap } from './inheritance.ts';
import type { RawField } from './rawEntry.ts';

const BRIEF_FIELDS: ReadonlySet<string> = new Set([
	...CREATOR_FIELD_NAMES,
	...['ids', 'entrysubtype', 'editortype', 'year', 'date', 'primaryclass', 'eprintclass'],
	...['title', 'subtitle', 'titleaddon', 'booktitle', 'booksubtitle', 'maintitle', 'mainsubtitle'],
	...['journal', 'journaltitle', 'journalsubtitle', 'series', 'eventtitle', 'event', 'conference'],
]);

/** `fields` without all others. Abstracts and identifiers take half of the time of reading an entry. */
export function briefFields(fields: FieldMap): FieldMap {
	const brief = new Map<string, RawField>();
	for (const [name, field] of fields) {
		if (BRIEF_FIELDS.has(name)) {
			brief.set(name, field);
		}
	}
	return brief;
}
