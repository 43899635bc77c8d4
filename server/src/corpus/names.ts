/** Names of people as lists and search show them. */

import type { CslName } from './paper.ts';

/** `Given Family`, with particles and suffix in their places; a team's name as it is. */
export function displayName(name: CslName): string {
	if (name.literal !== undefined) {
		return name.literal;
	}
	const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
	return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** The family name with its particle; a team's name as it is; the given name of who has no other. */
export function familyName(name: CslName): string {
	const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
	return name.literal ?? (parts.filter(Boolean).join(' ') || (name.given ?? ''));
}
