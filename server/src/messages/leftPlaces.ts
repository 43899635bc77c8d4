/** Citations that are left as they are, in a message. */

/** A citation that is not converted. */
export interface LeftPlace {
	readonly line: number;
	readonly text: string;
	readonly reason: string;
}

/** A message has no room for more. */
const MAX_SHOWN = 3;

export function leftPlaces(left: readonly LeftPlace[]): string {
	const shown = left.slice(0, MAX_SHOWN).map(({ line, text, reason }) => `line ${line}, ${text}: ${reason}`);
	return shown.join('; ') + (left.length > MAX_SHOWN ? '; …' : '');
}
