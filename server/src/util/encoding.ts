/** Decodes the bytes of a file to text. */

import { corpusFileMessages } from '../messages/corpusFileMessages.ts';

export interface DecodedText {
	readonly text: string;
	/** Set when the encoding had to be guessed: a sentence for the user. */
	readonly doubt: string | undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes UTF-8 with or without a byte order mark, UTF-16 with one, and anything else as windows-1252 with a doubt.
 * Undefined for what is not text: bytes that contain NUL and are not UTF-16.
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

/** Decodes UTF-8 that ends within a character; all complete characters are kept. Undefined if anything else is wrong. */
function cutOff(bytes: Uint8Array): DecodedText | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		// If the rest is plain ASCII, a single accented letter at the end means another encoding.
		return /[\u0080-\uffff]/.test(text) ? { text, doubt: corpusFileMessages.endsWithinCharacter } : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The characters of windows-1252 where Latin-1 has control characters, 0x80 to 0x9F:
 * https://encoding.spec.whatwg.org/#windows-1252
 */
const BEYOND_LATIN1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 22 decodes windows-1252 as Latin-1. */
function windows1252(bytes: Uint8Array): DecodedText {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return {
		text: text.replace(/[\u0080-\u009F]/g, (control) => BEYOND_LATIN1[control.charCodeAt(0) - 0x80] ?? control),
		doubt: corpusFileMessages.notUtf8,
	};
}

/**
 * Whether there is a NUL in the first 64 kB. Text in UTF-8 or a single-byte encoding has none; archives and images
 * have one early.
 */
function isBinary(bytes: Uint8Array): boolean {
	return bytes.subarray(0, 65_536).includes(0);
}
