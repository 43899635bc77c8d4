/** Guesses the encoding of a text that is not UTF-8 and declares nothing. Loaded when the first such file is read. */

import { analyse } from 'chardet';
import { append } from './append.ts';

/** In bytes. Lines with letters beyond ASCII up to this size are enough for a guess. */
const SAMPLE_BYTES = 65_536;

/** `analyse` gives percents. European text reaches 40 for encodings of Asia, a page of real Chinese 75 and more. */
const MIN_CONFIDENCE = 70;

/** The platform's names of the encodings whose characters have two bytes. */
const MULTIBYTE: ReadonlyMap<string, string> = new Map([
	['Big5', 'big5'],
	['EUC-JP', 'euc-jp'],
	['EUC-KR', 'euc-kr'],
	['GB18030', 'gb18030'],
	['Shift_JIS', 'shift_jis'],
]);

/** The encodings of Cyrillic and Greek, which have nearly all their letters at 0xC0 and above. */
const ALPHABETS: ReadonlyMap<string, string> = new Map([
	['windows-1251', 'windows-1251'],
	['KOI8-R', 'koi8-r'],
	['windows-1253', 'windows-1253'],
	['ISO-8859-7', 'windows-1253'],
]);

/**
 * The platform's name of the encoding, as `TextDecoder` takes it: of Chinese, Japanese, Korean, Cyrillic or Greek text.
 * Undefined if the bytes are none of these or too few to tell. Latin alphabets differ in too few letters to be told
 * apart.
 */
export function guessedEncoding(bytes: Uint8Array): string | undefined {
	const sample = unusualLines(bytes);
	return alphabetOf(sample) ?? multibyteOf(sample);
}

function multibyteOf(sample: Uint8Array): string | undefined {
	const best = analyse(sample).at(0);
	return best && best.confidence >= MIN_CONFIDENCE ? MULTIBYTE.get(best.name) : undefined;
}

/** Fewer letters may be those of one accented name. */
const MIN_LETTERS = 6;

/** In Cyrillic and Greek, at least this share of a word's letters is beyond ASCII, and at 0xC0 and above. */
const MIN_SHARE = 0.9;

function alphabetOf(sample: Uint8Array): string | undefined {
	const { words, letters, unusual, high } = unusualWords(sample);
	if (unusual < MIN_LETTERS || high < MIN_SHARE * unusual || unusual < MIN_SHARE * letters) {
		return undefined;
	}
	return analyse(words)
		.map(({ name }) => ALPHABETS.get(name))
		.find((encoding) => encoding !== undefined && hasAll(encoding, words));
}

/** Whether every byte stands for a character in the encoding. */
function hasAll(encoding: string, bytes: Uint8Array): boolean {
	return !new TextDecoder(encoding).decode(bytes).includes('\ufffd');
}

const LINE_END = 0x0a;
const SPACE = 0x20;

/** The lines that hold bytes beyond ASCII. A line end is one byte in all these encodings. */
function unusualLines(bytes: Uint8Array): Uint8Array {
	const lines: Uint8Array[] = [];
	let length = 0;
	for (let at = 0; at < bytes.length && length < SAMPLE_BYTES; ) {
		const unusual = bytes.subarray(at).findIndex((byte) => byte >= 0x80);
		if (unusual < 0) {
			break;
		}
		const start = bytes.lastIndexOf(LINE_END, at + unusual) + 1;
		const end = bytes.indexOf(LINE_END, at + unusual);
		const line = bytes.subarray(Math.max(start, at), end < 0 ? bytes.length : end + 1).subarray(0, SAMPLE_BYTES);
		lines.push(line);
		length += line.length;
		at = end < 0 ? bytes.length : end + 1;
	}
	return Buffer.concat(lines);
}

/** The words with letters beyond ASCII, one space after each, and how many letters they have, of each kind. */
function unusualWords(sample: Uint8Array) {
	const words: number[] = [];
	let letters = 0;
	let unusual = 0;
	let high = 0;
	for (const { start, end } of wordsIn(sample)) {
		const word = sample.subarray(start, end);
		const beyond = word.filter((byte) => byte >= 0x80);
		if (beyond.length > 0) {
			append(words, word);
			words.push(SPACE);
			letters += word.length;
			unusual += beyond.length;
			high += beyond.filter((byte) => byte >= 0xc0).length;
		}
	}
	return { words: Uint8Array.from(words), letters, unusual, high };
}

function* wordsIn(bytes: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
	for (let start = 0; start < bytes.length; start++) {
		let end = start;
		while (isLetter(bytes[end])) {
			end++;
		}
		if (end > start) {
			yield { start, end };
			start = end;
		}
	}
}

/** Whether the byte is a letter of ASCII or anything beyond it. `0x20` is the bit that makes a letter lower-case. */
function isLetter(byte: number | undefined): boolean {
	return byte !== undefined && (byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a));
}
