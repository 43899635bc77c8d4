/** Keys as fingers mistype them. */

export const SLIPS = ['deletion', 'insertion', 'substitution', 'swap'] as const;
export type Slip = (typeof SLIPS)[number];

/** A number from 0 up to, not including, `limit`. */
export type Below = (limit: number) => number;

/** `key` with one slip, at a random place; undefined where the slip changes nothing. Digits are mistaken for digits. */
export function mistype(key: string, slip: Slip, below: Below): string | undefined {
	const characters = [...key];
	const at = below(slip === 'swap' ? characters.length - 1 : characters.length);
	const [character = '', next = ''] = characters.slice(at);
	const wrong = /\d/.test(character) ? String(below(10)) : String.fromCharCode(97 + below(26));
	switch (slip) {
		case 'deletion':
			characters.splice(at, 1);
			break;
		case 'insertion':
			characters.splice(at, 0, wrong);
			break;
		case 'substitution':
			characters.splice(at, 1, wrong);
			break;
		case 'swap':
			characters.splice(at, 2, next, character);
	}
	const written = characters.join('');
	return written === key ? undefined : written;
}

/** With two slips, the first of the kind `slip`, the second of any; undefined where nothing is changed in the end. */
export function mistypeTwice(key: string, slip: Slip, below: Below): string | undefined {
	const once = mistype(key, slip, below);
	const twice = once === undefined ? undefined : mistype(once, SLIPS[below(SLIPS.length)] ?? slip, below);
	return twice === key ? undefined : twice;
}
