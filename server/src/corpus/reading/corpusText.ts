/** From the bytes of a corpus file to text of a known format, or to the reason why it cannot be read. */

import { corpusFileMessages } from '../../messages/corpusFileMessages.ts';
import { safeLine } from '../../messages/foreignText.ts';
import { type DecodedText, decodeText, encodingDeclaredIn } from '../../util/encoding.ts';
import { wholeEntries } from '../../util/wholeEntries.ts';
import { wholeLines } from '../../util/wholeLines.ts';
import type { Format } from '../formats/format.ts';
import { formatOf } from '../formats/formats.ts';

export type CorpusText =
	| ({ readonly kind: 'readable'; readonly format: Format } & ReadableText)
	/** Not in memory as a whole, but read piece by piece: its lines or its entries. */
	| { readonly kind: 'streamed'; readonly pieces: () => Iterable<ReadableText>; readonly format: Format }
	/**
	 * `problem`: people expect papers from this file, so the reason is reported in the file itself, not only in the index
	 * report.
	 */
	| { readonly kind: 'unreadable'; readonly reason: string; readonly problem: boolean };

export type ReadableText = Pick<DecodedText, 'text' | 'doubt' | 'misread'>;

/** The longest string of the JavaScript engine holds 2^29 - 24 characters. */
const MAX_FILE_BYTES = 500_000_000;

/** Files that contain only bibliographies. If one cannot be read, that is a problem. */
const BIBLIOGRAPHY = /\.(bib|bibtex|ris|nbib|enw|ciw|mods|jsonl|json|ya?ml|xml|atom)$/i;

/** Whether the file name alone suggests that it contains papers. */
export function isBibliography(path: string): boolean {
	return BIBLIOGRAPHY.test(path);
}

/** Files that people keep beside their bibliography and that are known not to be one. */
const COMPANION =
	/\.(pdf|epub|djvu|docx?|odt|pptx?|xlsx?|zip|gz|png|jpe?g|gif|svg|webp|mp4|sqlite|db|html?|css|js|ts|py|r)$/i;

/** Size in bytes from which a file is read in pieces, if its format allows that. */
export const LARGE_FILE = 16_000_000;

/** Longest line in such a file: a paper with 5,000 authors takes about 300,000 bytes. */
const MAX_LINE_BYTES = 8_000_000;

/** A large file, read in pieces; undefined if its format does not allow that. */
export function streamedText(chunks: () => Iterable<Uint8Array>): CorpusText | undefined {
	const { text, declared } = beginning(chunks());
	const format = formatOf(text);
	return format?.isLineByLine
		? {
				kind: 'streamed',
				pieces: () => wholeLines(chunks(), MAX_LINE_BYTES).map((piece) => pieceOf(piece, declared)),
				format,
			}
		: undefined;
}

/** Most bytes read without finding a place to cut. */
const MAX_ENTRY_BYTES = 16_000_000;

/**
 * A file in pieces of whole entries, for a scan that may miss other content; undefined if it cannot be cut at entries.
 */
export function textInEntries(chunks: () => Iterable<Uint8Array>): CorpusText | undefined {
	const { text, declared } = beginning(chunks());
	const format = formatOf(text);
	const start = format?.entryStart;
	const pieces = () => wholeEntries(chunks(), start ?? '', MAX_ENTRY_BYTES).map((piece) => pieceOf(piece, declared));
	return format && start ? { kind: 'streamed', pieces, format } : undefined;
}

interface Beginning {
	/** Empty for UTF-16, whose line ends are not single bytes. */
	readonly text: string;
	/** The encoding that the file declares. */
	readonly declared: string | undefined;
}

function beginning(chunks: Iterable<Uint8Array>): Beginning {
	for (const chunk of chunks) {
		const isUtf16 = chunk[0] === 0xfe || chunk[0] === 0xff || chunk.subarray(0, HEAD_BYTES).includes(0);
		return { text: isUtf16 ? '' : (decodeText(chunk)?.text ?? ''), declared: encodingDeclaredIn(chunk) };
	}
	return { text: '', declared: undefined };
}

/** Bytes in which UTF-16 shows itself. */
const HEAD_BYTES = 4000;

/** A piece that may contain invalid bytes between valid lines. The reader reports the lines that contain them. */
function pieceOf(bytes: Uint8Array, declared: string | undefined): ReadableText {
	return (
		decodeText(bytes, declared) ?? {
			text: new TextDecoder().decode(bytes),
			doubt: corpusFileMessages.bytesNotText,
			misread: [],
		}
	);
}

/** Why a file with this name need not even be opened; undefined if it must be. */
export function refusalByName(uri: string): CorpusText | undefined {
	return COMPANION.test(uri) ? { kind: 'unreadable', reason: corpusFileMessages.notAList, problem: false } : undefined;
}

/** Why a file of this size cannot be read as a whole; undefined if it can. */
export function refusalBySize(size: number): CorpusText | undefined {
	if (size <= MAX_FILE_BYTES) {
		return undefined;
	}
	const megabytes = Math.round(size / 1_000_000).toLocaleString('en');
	return unreadable(corpusFileMessages.tooLarge(megabytes));
}

export function corpusText(uri: string, bytes: Uint8Array): CorpusText {
	const decoded = decodeText(bytes);
	return decoded ? recognisedText(uri, decoded) : unreadable(corpusFileMessages.binary);
}

/** The same for text that is open in an editor. */
export function recognised(uri: string, text: string): CorpusText {
	return recognisedText(uri, { text, doubt: undefined, misread: [] });
}

function recognisedText(uri: string, { text, doubt, misread }: ReadableText): CorpusText {
	if (text.trim() === '') {
		return {
			kind: 'unreadable',
			reason: corpusFileMessages.empty,
			problem: BIBLIOGRAPHY.test(uri),
		};
	}
	const format = formatOf(text);
	if (!format) {
		return {
			kind: 'unreadable',
			reason: unknownFormat(text),
			problem: /\.(bib|bibtex|ris|nbib|enw|ciw|mods)$/i.test(uri),
		};
	}
	return { kind: 'readable', text, format, doubt, misread };
}

export function unreadable(reason: string): CorpusText {
	return { kind: 'unreadable', reason, problem: true };
}

function unknownFormat(text: string): string {
	return corpusFileMessages.unknownFormat(safeLine(text.trimStart().slice(0, 40)));
}
