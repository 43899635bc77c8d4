/** Finds the end of a value in braces or quotes, and records in the same pass which special characters it contains. */

import { isEntryStart } from './entryStart.ts';
import { TextTrait } from './rawEntry.ts';

export interface TextEnd {
	/** Position of the closing brace or quote; -1 if there is none. */
	readonly close: number;
	readonly traits: number;
	/** Where the next entry begins, in case this value turns out to be unclosed; -1 if none was seen. */
	readonly nextEntry: number;
	/** Where the scan ended: at the closing mark, or where it was certain that there is none. */
	readonly stop: number;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const AT = 0x40;

/** Trait bits of each ASCII character. Bits from this one up mark structural characters. */
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
 * Scans from the opening brace or quote at `open`. A value that continues past the starts of two further entries is
 * unclosed. Past one start it may still be valid, because its text may contain an entry as an example.
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

/** What the brace, quote or `@` at `position` means for the value. */
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
	// A brace inside quotes that closes the entry: the quote is unclosed.
	return walk.depth < 0 ? 'unclosed' : 'inside';
}

/** `"M\"uller"`: BibTeX ends the value at the umlaut, which is not what its author meant. */
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
