/** From the bytes of a file to its text. */

import { corpusFileMessages } from '../messages/corpusFileMessages.ts';

export interface DecodedText {
	readonly text: string;
	/** Set when the encoding had to be guessed, as a sentence for people. */
	readonly doubt: string | undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * UTF-8 with or without byte order mark, UTF-16 with one, else windows-1252 with a doubt. Undefined for what is no
 * text: bytes that hold NUL outside UTF-16.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return { text: new TextDecoder('utf-16le').decode(bytes), doubt: undefined };
	}
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return { text: new TextDecoder('utf-16be').decode(bytes), doubt: undefined };
	}
	if (isBinary(bytes)) {
		return undefined;
	}
	try {
		return { text: UTF8.decode(bytes), doubt: undefined };
	} catch {
		return cutOff(bytes) ?? windows1252(bytes);
	}
}

/** UTF-8 of which the end is missing; all letters before it stand. Undefined where anything else is wrong. */
function cutOff(bytes: Uint8Array): DecodedText | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		// A lone accent at the end of plain ASCII tells of another encoding.
		return /[\u0080-\uffff]/.test(text) ? { text, doubt: corpusFileMessages.endsWithinCharacter } : undefined;
	} catch {
		return undefined;
	}
}

/** What windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F: https://encoding.spec.whatwg.org/#windows-1252 */
const BEYOND_LATIN1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 22 decodes windows-1252 as Latin-1. */
function windows1252(bytes: Uint8Array): DecodedText {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return {
		text: text.replace(/[\u0080-\u009F]/g, (control) => BEYOND_LATIN1[control.charCodeAt(0) - 0x80] ?? control),
		doubt: corpusFileMessages.notUtf8,
	};
}

/** A NUL within the first 64 kB: no text in a single-byte encoding or UTF-8 holds one, archives and images do early. */
function isBinary(bytes: Uint8Array): boolean {
	return bytes.subarray(0, 65_536).includes(0);
}
