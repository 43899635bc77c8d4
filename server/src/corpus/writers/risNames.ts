/** Names for RIS: `van der Maaten, Laurens`, `King, Martin Luther, Jr.`, and teams with a comma at their end. */

import type { CslName } from '../paper.ts';

export function risName(name: CslName): string {
	if (name.literal !== undefined) {
		return `${name.literal},`;
	}
	const family = joined(name['non-dropping-particle'], name.family);
	const given = joined(name.given, name['dropping-particle']);
	return [family, given, name.suffix].filter(Boolean).join(', ');
}

function joined(...parts: readonly (string | undefined)[]): string {
	return parts.filter(Boolean).join(' ');
}
