/** Names of people as shown in lists and used by the search. */

import { type PlainText, type RichText, richText, unmarked } from '../util/textKinds.ts';
import { NAME_VARIABLES } from './cslVariables.ts';
import { isFamilyFirstWord } from './familyFirst.ts';
import type { CslItem, CslName } from './paper.ts';
import { plainText } from './text/richText.ts';

/** The main creators of a paper: its authors, or, without authors, its editors, or its director, ... */
export function creatorsOf(item: CslItem): readonly CslName[] {
	const variable = NAME_VARIABLES.find((name) => item[name] !== undefined);
	return (variable && item[variable]) ?? [];
}

/** A name as the person writes it, without markup: see `writtenName`. */
export function displayName(name: CslName): PlainText {
	return plainPart(writtenName(name));
}

/**
 * `Laurens van der Maaten`, `Martin Luther King Jr.`, or a team's name unchanged. In scripts where the family name comes
 * first, it comes first here, without a space: `张伟`, `山田太郎`, `김민수`.
 */
export function writtenName(name: CslName): RichText {
	if (name.literal !== undefined) {
		return name.literal;
	}
	if (isFamilyFirst(name)) {
		return richText(`${name.family}${name.given}`);
	}
	const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return richText(joinedParts(parts));
}

/**
 * How a byline names a person: by the family name with its particle; a team by its name; someone without a family name
 * by the given name. In scripts where the family name comes first, by the whole name, as is usual there, since a million
 * people are called `张`.
 */
export function familyName(name: CslName): PlainText {
	if (isFamilyFirst(name)) {
		return plainPart(writtenName(name));
	}
	const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
	return plainPart(name.literal ?? (richText(joinedParts(parts)) || name.given));
}

/** With spaces, except after a particle that ends with an apostrophe or a hyphen: `d'Este`, `el-Sadat`. */
function joinedParts(parts: readonly (string | undefined)[]): string {
	return parts
		.filter(Boolean)
		.join(' ')
		.replace(/(?<=(?:^|\s)\p{Ll}{1,3}['’-]) (?=\p{L})/u, '');
}

function isFamilyFirst({ family, given }: CslName): boolean {
	return isFamilyFirstWord(family ?? '') && isFamilyFirstWord(given ?? '');
}

/** Anything besides letters that a name may contain: markup, line ends, invisible characters. */
const UNUSUAL = /[^\w .,'’\u00c0-\u024f-]/;

/** A name, or a part of one, without markup; empty if there is none. */
export function plainPart(name: RichText = richText('')): PlainText {
	return UNUSUAL.test(name) ? plainText(name) : unmarked(name);
}
