/** Names of people as lists and search show them. */

import { NAME_VARIABLES } from './cslVariables.ts';
import type { CslItem, CslName } from './paper.ts';
import { plainText } from './text/richText.ts';

/** The people that a paper goes by: its authors; where it has none, its editors, or its director, ... */
export function creatorsOf(item: CslItem): readonly CslName[] {
	const variable = NAME_VARIABLES.find((name) => item[name] !== undefined);
	return (variable && item[variable]) ?? [];
}

/** `Given Family`, with particles and suffix in their places; a team's name as it is. */
export function displayName(name: CslName): string {
	if (name.literal !== undefined) {
		return plain(name.literal);
	}
	const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return plain(parts.filter((part) => part !== undefined && part !== '').join(' '));
}

/** The family name with its particle; a team's name as it is; the given name of who has no other. */
export function familyName(name: CslName): string {
	const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
	return plain(name.literal ?? (parts.filter(Boolean).join(' ') || (name.given ?? '')));
}

/** Whatever a name may hold beyond letters: markup, line ends, signs that are not seen. */
const UNUSUAL = /[^\w .,'’\u00c0-\u024f-]/;

function plain(name: string): string {
	return UNUSUAL.test(name) ? plainText(name) : name;
}
