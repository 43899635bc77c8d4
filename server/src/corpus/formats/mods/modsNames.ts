/** People and teams in MODS, by their roles. */

import type { NameDraft, NameVariable } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';
import { familyParts, invertedName } from '../people/invertedName.ts';
import { isSuffixOfPerson } from '../people/nameSuffix.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { elementAt, elementsAt, textAt, textIn, textsAt } from '../xml/xmlQuery.ts';

/** MARC's codes (https://www.loc.gov/marc/relators/) and words for roles. */
const ROLES: readonly (readonly [role: NameVariable, written: RegExp])[] = [
	['author', /^(?:aut|cre|author|creator|dissertant|dis)$/i],
	['editor', /^(?:edt|edc|editor|redaktor)$/i],
	['translator', /^(?:trl|translator)$/i],
	['collection-editor', /^(?:pbd|series editor|publishing director)$/i],
	['illustrator', /^(?:ill|illustrator)$/i],
	['composer', /^(?:cmp|composer)$/i],
	['director', /^(?:drt|fmd|director|film director)$/i],
	['performer', /^(?:prf|performer)$/i],
	['interviewer', /^(?:ivr|interviewer)$/i],
	['recipient', /^(?:rcp|addressee|recipient)$/i],
	['contributor', /^(?:ctb|ths|dgs|contributor|thesis advisor|degree supervisor|advisor|sponsor)$/i],
];

/** The people of an element. Somebody without a role is an author, somebody with an unknown one is left out. */
export function peopleIn(element: XmlElement | undefined): Partial<Record<NameVariable, readonly NameDraft[]>> {
	const people: Partial<Record<NameVariable, NameDraft[]>> = {};
	for (const name of element ? elementsAt(element, 'name') : []) {
		const role = roleOf(name);
		const draft = role === undefined ? undefined : nameOf(name);
		if (role !== undefined && draft !== undefined) {
			people[role] = [...(people[role] ?? []), draft];
		}
	}
	return people;
}

/** The team in a role that CSL has no variable for, such as the university that grants a degree. */
export function teamWithRole(element: XmlElement, role: RegExp): string | undefined {
	const found = elementsAt(element, 'name').find((name) =>
		textsAt(name, 'role/roleTerm').some((term) => role.test(term)),
	);
	return textAt(found, 'namePart') ?? textAt(found, 'displayForm');
}

/** Whether the list of authors ends with `<etal/>`. */
export function isTruncated(element: XmlElement): boolean {
	return elementsAt(element, 'name').some((name) => elementAt(name, 'etal') !== undefined);
}

function roleOf(name: XmlElement): NameVariable | undefined {
	const terms = textsAt(name, 'role/roleTerm');
	const found = ROLES.find(([, written]) => terms.some((term) => written.test(term)))?.[0];
	return terms.length === 0 ? 'author' : found;
}

/** Parts have a type: given names, one or several, the family name, dates, and what else belongs to the name. */
function nameOf(name: XmlElement): NameDraft | undefined {
	const parts = elementsAt(name, 'namePart');
	const ofType = (type: string | undefined): string =>
		parts
			.filter(({ attributes }) => attributes.get('type') === type)
			.map(textIn)
			.join(' ')
			.trim();
	const family = ofType('family');
	const given = ofType('given');
	if (family !== '' && given !== '') {
		const suffix = ofType('termsOfAddress');
		return { ...familyParts(family), given, ...presentFields({ suffix: isSuffixOfPerson(suffix) ? suffix : '' }) };
	}
	const whole = [family, given, ofType(undefined), textAt(name, 'displayForm') ?? ''].find((each) => each !== '');
	const type = name.attributes.get('type');
	if (whole === undefined) {
		return undefined;
	}
	// Catalogues end a heading with a comma or a point, before dates that stand apart.
	return type === 'corporate' || type === 'conference'
		? { literal: whole }
		: invertedName(whole.replace(/,$|(?<=\p{Ll}{2})\.$/u, ''));
}
