/** Values in Hayagriva's notations: texts with options, people, dates, serial numbers. */

import type { CslDate, NameDraft, NameVariable } from '../../paper.ts';
import { textOf } from '../csl/cslItem.ts';
import { cslDate } from '../dates/cslDate.ts';
import { presentFields } from '../fields/presentFields.ts';
import { authorName } from '../people/authorName.ts';
import { invertedName } from '../people/invertedName.ts';

/** The values of an entry by name: texts, lists, and maps. */
export type Fields = ReadonlyMap<string, unknown>;

/** A text, alone or as the `value` of a mapping. Braces keep the case of what is in them, so they are no part of it. */
export function formattable(value: unknown): string | undefined {
	const plain = value instanceof Map ? textOf(value.get('value')) : textOf(value);
	const isVerbatim = value instanceof Map && value.get('verbatim') === 'true';
	return isVerbatim || plain?.includes('$') ? plain : plain?.replace(/[{}]/g, '');
}

/** The short form of a title: `{value: Nature Physics, short: Nat. Phys.}`. */
export function shortForm(value: unknown): string | undefined {
	return value instanceof Map ? formattable(value.get('short') ?? value.get('shorthand')) : undefined;
}

/** One person or several, each a text or a mapping of parts. */
export function people(value: unknown): readonly NameDraft[] {
	const listed = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
	return listed.flatMap((each) => person(each) ?? []);
}

function person(value: unknown): NameDraft | undefined {
	if (!(value instanceof Map)) {
		const written = textOf(value);
		return written === undefined ? undefined : writtenPerson(written);
	}
	const [family, given] = [textOf(value.get('name')), textOf(value.get('given-name'))];
	if (family === undefined || given === undefined) {
		return family === undefined ? undefined : writtenPerson(family);
	}
	return {
		...presentFields({ family, given }),
		...presentFields({
			'non-dropping-particle': textOf(value.get('prefix')),
			suffix: textOf(value.get('suffix')),
		}),
	};
}

/** A person's family name comes first, before a comma. A name of several words without one is a team's. */
function writtenPerson(written: string): NameDraft {
	if (written.includes(',')) {
		return invertedName(written);
	}
	const words = written.split(' ');
	return words.length > 1 ? { literal: written } : authorName(written);
}

/** The people of `affiliated`, by role. */
export function affiliated(value: unknown): Partial<Record<NameVariable, readonly NameDraft[]>> {
	const found: Partial<Record<NameVariable, NameDraft[]>> = {};
	for (const group of Array.isArray(value) ? value : [value]) {
		const role = group instanceof Map ? ROLES.get(normalRole(textOf(group.get('role')) ?? '')) : undefined;
		if (role !== undefined) {
			found[role] = [...(found[role] ?? []), ...people(group.get('names'))];
		}
	}
	return found;
}

/** Older files write `ExecutiveProducer` for `executive-producer`. */
function normalRole(written: string): string {
	return written.replace(/[^a-z]/gi, '').toLowerCase();
}

const ROLES: ReadonlyMap<string, NameVariable> = new Map([
	['translator', 'translator'],
	['compiler', 'compiler'],
	['organizer', 'organizer'],
	['collaborator', 'contributor'],
	['castmember', 'performer'],
	['composer', 'composer'],
	['producer', 'producer'],
	['executiveproducer', 'executive-producer'],
	['writer', 'script-writer'],
	['director', 'director'],
	['illustrator', 'illustrator'],
	['narrator', 'narrator'],
]);

/** `2003-06-21`, `2003`, or `~2003` for an approximate date. */
export function hayagrivaDate(value: unknown): CslDate | undefined {
	const written = textOf(value);
	return cslDate(written?.startsWith('~') ? `${written.slice(1)}~` : written);
}

/** The value of a link, which may come with the date of access. */
export function linkOf(value: unknown): { readonly url?: string | undefined; readonly accessed?: CslDate | undefined } {
	return value instanceof Map
		? { url: textOf(value.get('value')), accessed: hayagrivaDate(value.get('date')) }
		: { url: textOf(value) };
}

/** A number of that kind: a field of its own, or a part of `serial-number`. */
export function serialNumber(fields: Fields, kind: string): string | undefined {
	const serial = fields.get('serial-number');
	return textOf(fields.get(kind)) ?? (serial instanceof Map ? textOf(serial.get(kind)) : undefined);
}
