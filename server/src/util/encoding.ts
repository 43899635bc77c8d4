/** Decodes the bytes of a file to text. */

import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { isChineseInPairs } from './chinesePairs.ts';
import { declaredEncoding } from './declaredEncoding.ts';
import { encodingLibrary } from './encodingLibrary.node.ts';
import { strayBytes, textWithStrayBytes } from './strayBytes.ts';
import { utf16WithoutMark } from './utf16.ts';

export interface DecodedText {
	readonly text: string;
	/** Set when the encoding had to be guessed: a sentence for the user. */
	readonly doubt: string | undefined;
	/** Offsets in `text` of the characters whose bytes do not fit the file's encoding. All others are right. */
	readonly misread: readonly number[];
	/** Whether an editor that expects UTF-8, or UTF-16 with its mark, reads and writes the same text. */
	readonly isUnicode: boolean;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes at the beginning of a file in which its encoding may be declared. */
const HEAD_LENGTH = 2000;

/**
 * Decodes UTF-8 with or without a byte order mark, UTF-16, the encoding that the file declares, the one that its letters
 * show (those of Asia, Cyrillic and Greek, with a doubt), and anything else as windows-1252 with a doubt. In a file that is mostly UTF-8, only the bytes that are not are read as
 * windows-1252. Undefined for what is not text. `declared`: the encoding that the file declares, if `bytes` is a later
 * part of it.
 */
export function decodeText(bytes: Uint8Array, declared = encodingDeclaredIn(bytes)): DecodedText | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return unicode(new TextDecoder('utf-16le').decode(bytes));
	}
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return unicode(new TextDecoder('utf-16be').decode(bytes));
	}
	if (bytes.subarray(0, SEARCHED_BYTES).includes(0)) {
		const text = utf16WithoutMark(bytes) ?? (isBinary(bytes) ? undefined : utf8(bytes));
		return text === undefined ? undefined : unicode(text);
	}
	try {
		const text = UTF8.decode(bytes);
		return believed(bytes, declared, text) ?? escapedJapanese(bytes, text) ?? unicode(text);
	} catch {
		return cutOff(bytes) ?? believed(bytes, declared) ?? otherText(bytes);
	}
}

/** The encoding that a file declares, from its first bytes; see `declaredEncoding`. */
export function encodingDeclaredIn(bytes: Uint8Array): string | undefined {
	return declaredEncoding(bytes.subarray(0, HEAD_LENGTH));
}

function unicode(text: string): DecodedText {
	return { text, doubt: undefined, misread: [], isUnicode: true };
}

/** A NUL in a text is left over from a crash. It becomes U+FFFD, like other bytes that stand for no character. */
function utf8(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes).replaceAll('\0', '\ufffd');
}

/**
 * The text in the encoding that the file declares. Undefined if the declaration is wrong: if more than a few characters
 * do not exist in that encoding, or if the bytes are UTF-8, which is hardly ever an accident. `asUtf8` is the text read
 * as UTF-8, if that is possible.
 */
function believed(bytes: Uint8Array, declared: string | undefined, asUtf8?: string): DecodedText | undefined {
	if (declared === undefined || (asUtf8 !== undefined && isSurelyUtf8(asUtf8, declared))) {
		return undefined;
	}
	if (!MULTIBYTE.test(declared)) {
		const { valid, stray } = strayBytes(bytes);
		if (valid > stray.length) {
			return undefined;
		}
	}
	if (declared === WESTERN) {
		return { ...western(bytes), doubt: undefined };
	}
	const text = new TextDecoder(declared).decode(bytes);
	const misread = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
	const unusual = text.match(/\P{ASCII}/gu)?.length ?? 0;
	return misread.length * 10 > unusual ? undefined : { text, doubt: undefined, misread, isUnicode: false };
}

const WESTERN = 'windows-1252';
const MULTIBYTE = /^(?:gb|big5|euc|shift|iso-2022)/;

/** Two-byte encodings of Asia may look like European letters in UTF-8, and ISO-2022 looks like ASCII with escapes. */
function isSurelyUtf8(text: string, declared: string): boolean {
	const isPlain = !text.includes('\u001b') && !/\P{ASCII}/u.test(text);
	return isPlain || !MULTIBYTE.test(declared) || /[\u0800-\uffff]/.test(text);
}

/** Decodes UTF-8 that ends within a character; all complete characters are kept. Undefined if anything else is wrong. */
function cutOff(bytes: Uint8Array): DecodedText | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		// If the rest is plain ASCII, a single accented letter at the end means another encoding.
		return /[\u0080-\uffff]/.test(text)
			? { text, doubt: corpusFileMessages.endsWithinCharacter, misread: [], isUnicode: false }
			: undefined;
	} catch {
		return undefined;
	}
}

/** Text that is not valid UTF-8 and declares nothing else. */
function otherText(bytes: Uint8Array): DecodedText {
	const { valid, stray } = strayBytes(bytes);
	const guessed = stray.length > valid ? guessedText(bytes) : undefined;
	if (guessed) {
		return guessed;
	}
	if (valid === 0) {
		return western(bytes);
	}
	const { text, misread } = textWithStrayBytes(bytes, stray, (part) => western(part).text);
	return stray.length > 2 * valid
		? { text, doubt: corpusFileMessages.notUtf8, misread: [], isUnicode: false }
		: { text, doubt: undefined, misread, isUnicode: false };
}

/** Undefined if the letters do not show which encoding it is. */
function guessedText(bytes: Uint8Array): DecodedText | undefined {
	const encoding = encodingLibrary().guessedEncoding(bytes) ?? (isChineseInPairs(bytes) ? 'gbk' : undefined);
	return encoding === undefined ? undefined : readAs(encoding, bytes);
}

function readAs(encoding: string, bytes: Uint8Array): DecodedText {
	const text = new TextDecoder(encoding).decode(bytes);
	return { text, doubt: corpusFileMessages.readAs(encoding), misread: [], isUnicode: false };
}

/** ISO-2022-JP is ASCII in which an escape begins Japanese: `ESC $ B` (RFC 1468). `asUtf8` is the text read as UTF-8. */
function escapedJapanese(bytes: Uint8Array, asUtf8: string): DecodedText | undefined {
	return ['\u001b$@', '\u001b$B'].some((start) => asUtf8.includes(start)) ? readAs('iso-2022-jp', bytes) : undefined;
}

/**
 * The characters of windows-1252 where Latin-1 has control characters, 0x80 to 0x9F:
 * https://encoding.spec.whatwg.org/#windows-1252
 */
const BEYOND_LATIN1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 22 decodes windows-1252 as Latin-1. */
function western(bytes: Uint8Array): DecodedText {
	const text = new TextDecoder(WESTERN).decode(bytes);
	return {
		text: text.replace(/[\u0080-\u009F]/g, (control) => BEYOND_LATIN1[control.charCodeAt(0) - 0x80] ?? control),
		doubt: corpusFileMessages.notUtf8,
		misread: [],
		isUnicode: false,
	};
}

/** In bytes. Archives and images have control characters early. */
const SEARCHED_BYTES = 65_536;

/** In a text, at most one byte in this many is a control character other than a line end or a tab. */
const MIN_BYTES_PER_CONTROL = 200;

function isBinary(bytes: Uint8Array): boolean {
	const searched = bytes.subarray(0, SEARCHED_BYTES);
	const controls = searched.reduce((count, byte) => count + (byte < 0x20 && (byte < 0x09 || byte > 0x0d) ? 1 : 0), 0);
	return controls * MIN_BYTES_PER_CONTROL > searched.length;
}
