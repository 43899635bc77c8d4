/** Names of people as lists and search show them. */

import { type PlainText, type RichText, richText, unmarked } from '../util/textKinds.ts';
import { NAME_VARIABLES } from './cslVariables.ts';
import { isFamilyFirstWord } from './familyFirst.ts';
import type { CslItem, CslName } from './paper.ts';
import { plainText } from './text/richText.ts';

/** The people that a paper goes by: its authors; where it has none, its editors, or its director, ... */
export function creatorsOf(item: CslItem): readonly CslName[] {
	const variable = NAME_VARIABLES.find((name) => item[name] !== undefined);
	return (variable && item[variable]) ?? [];
}

/** A name as the person writes it, whatever markup it holds: see `writtenName`. Without markup. */
export function displayName(name: CslName): PlainText {
	return plainPart(writtenName(name));
}

/**
 * `Laurens van der Maaten`, `Martin Luther King Jr.`; a team's name as it is. In scripts where the family name comes
 * first, so it does, without a space: `张伟`, `山田太郎`, `김민수`.
 */
export function writtenName(name: CslName): RichText {
	if (name.literal !== undefined) {
		return name.literal;
	}
	if (isFamilyFirst(name)) {
		return richText(`${name.family}${name.given}`);
	}
	const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return richText(parts.filter(Boolean).join(' '));
}

/**
 * What a byline calls a person: the family name with its particle; a team's name as it is; the given name of who has no
 * other; the whole name where the family name comes first, as people there do, since a million people are called `张`.
 */
export function familyName(name: CslName): PlainText {
	if (isFamilyFirst(name)) {
		return plainPart(writtenName(name));
	}
	const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
	return plainPart(name.literal ?? (richText(parts.filter(Boolean).join(' ')) || name.given));
}

function isFamilyFirst({ family, given }: CslName): boolean {
	return isFamilyFirstWord(family ?? '') && isFamilyFirstWord(given ?? '');
}

/** Whatever a name may hold beyond letters: markup, line ends, signs that are not seen. */
const UNUSUAL = /[^\w .,'’\u00c0-\u024f-]/;

/** A name, or a part of one, without markup; empty where there is none. */
export function plainPart(name: RichText = richText('')): PlainText {
	return UNUSUAL.test(name) ? plainText(name) : unmarked(name);
}
