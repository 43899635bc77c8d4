/** The keys in a note's `[@key]`, seen in its text at a glance: every note is asked, so nothing is parsed. */

import { KEY_SIGN } from './citationStart.ts';
import { keyEnd } from './key.ts';

/** `[@`, `[see @`, `[-@{`: where a key begins in brackets. */
const SIGN = new RegExp(String.raw`\[[^[\]@\n]{0,100}${KEY_SIGN}\{?`, 'gu');

/** So many of one note tell enough. */
const MOST_KEYS = 5;

/** The first few, each once. Some may stand in code: whether papers have such keys shows what they are. */
export function pandocKeys(text: string): readonly string[] {
	const keys = new Set<string>();
	for (const sign of text.includes('@') ? text.matchAll(SIGN) : []) {
		const start = sign.index + sign[0].length;
		const key = text.slice(start, keyEnd(text, start));
		if (key !== '') {
			keys.add(key);
		}
		if (keys.size >= MOST_KEYS) {
			break;
		}
	}
	return [...keys];
}
