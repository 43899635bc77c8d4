/** The end of a value in braces or quotes, found in one walk that also tells what the value holds. */

import { isEntryStart } from './entryStart.ts';
import { TextTrait } from './rawEntry.ts';

export interface TextEnd {
	/** The place of the closing brace or quote; -1 where there is none. */
	readonly close: number;
	readonly traits: number;
	/** Where the next entry begins, should this value turn out to be unclosed; -1 when none was seen. */
	readonly nextEntry: number;
	/** Where the walk ended: at the closing mark, or where it was clear that there is none. */
	readonly stop: number;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const AT = 0x40;

/** Trait bits of each ASCII character, and the structural ones as bits above them. */
const STRUCTURE = 16;
const CLASSES = new Uint8Array(128);
for (const character of '\\$~`') {
	CLASSES[character.charCodeAt(0)] = TextTrait.latex;
}
for (const character of '\n\r\t') {
	CLASSES[character.charCodeAt(0)] = TextTrait.lineEnd;
}
CLASSES['-'.charCodeAt(0)] = TextTrait.hyphen;
CLASSES["'".charCodeAt(0)] = TextTrait.apostrophe;
CLASSES[OPEN] = TextTrait.latex | STRUCTURE;
CLASSES[CLOSE] = TextTrait.latex | STRUCTURE;
CLASSES[QUOTE] = STRUCTURE;
CLASSES[AT] = STRUCTURE;

interface Walk {
	readonly text: string;
	readonly isQuoted: boolean;
	depth: number;
	nextEntry: number;
}

type Verdict = 'inside' | 'closed' | 'unclosed';

/**
 * Walks from right behind the opening brace or quote at `open`. A value that runs over the starts of two further
 * entries is unclosed; over one, its text may well hold an entry as an example.
 */
export function scanText(text: string, open: number, limit: number): TextEnd {
	const isQuoted = text.charCodeAt(open) === QUOTE;
	const walk: Walk = { text, isQuoted, depth: isQuoted ? 0 : 1, nextEntry: -1 };
	let traits = 0;
	for (let i = open + 1; i < limit; i += 1) {
		const code = text.charCodeAt(i);
		const kind = code < 128 ? (CLASSES[code] ?? 0) : 0;
		if (kind < STRUCTURE) {
			traits |= kind;
			continue;
		}
		const verdict = afterMark(walk, code, i);
		if (verdict !== 'inside') {
			return { close: verdict === 'closed' ? i : -1, traits, nextEntry: walk.nextEntry, stop: i };
		}
		traits |= kind & TextTrait.latex;
	}
	return { close: -1, traits, nextEntry: walk.nextEntry, stop: limit };
}

/** What the brace, quote or `@` at `position` makes of the value. */
function afterMark(walk: Walk, code: number, position: number): Verdict {
	if (code === AT) {
		return afterAt(walk, position);
	}
	if (code === QUOTE) {
		return walk.isQuoted && walk.depth === 0 && !isUmlaut(walk.text, position) ? 'closed' : 'inside';
	}
	walk.depth += code === OPEN ? 1 : -1;
	if (walk.depth === 0 && !walk.isQuoted) {
		return 'closed';
	}
	// A brace that closes the entry from within quotes: the quote is unclosed.
	return walk.depth < 0 ? 'unclosed' : 'inside';
}

/** `"M\"uller"`: BibTeX ends the value at the umlaut, and its writer did not mean that. */
function isUmlaut(text: string, quote: number): boolean {
	return text.charCodeAt(quote - 1) === 0x5c && /[\p{L}{\\]/u.test(text.charAt(quote + 1));
}

function afterAt(walk: Walk, position: number): Verdict {
	if (!isEntryStart(walk.text, position)) {
		return 'inside';
	}
	if (walk.nextEntry >= 0) {
		return 'unclosed';
	}
	walk.nextEntry = position;
	return 'inside';
}
