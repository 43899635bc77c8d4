/** The keys in a note's `[@key]` citations. Finds them without parsing the note, because every note is checked. */

import { KEY_SIGN } from './citationStart.ts';
import { keyAt } from './pandocKey.ts';

/** The start of a key in brackets: `[@`, `[see @`, `[-@`. */
const SIGN = new RegExp(String.raw`\[[^[\]@\n]{0,100}${KEY_SIGN}`, 'gu');

/** Most keys taken from one note. */
const MAX_KEYS = 5;

/** The first few different keys. Some may be in code, so callers check whether papers have such keys. */
export function pandocKeys(text: string): readonly string[] {
	const keys = new Set<string>();
	for (const sign of text.includes('@') ? text.matchAll(SIGN) : []) {
		const key = keyAt(text, sign.index + sign[0].length - 1);
		if (key) {
			keys.add(text.slice(key.start, key.end));
		}
		if (keys.size >= MAX_KEYS) {
			break;
		}
	}
	return [...keys];
}
