/** From the bytes of a corpus file to a text of a known format, or to the reason why not. */

import { corpusFileMessages } from '../../messages/corpusFileMessages.ts';
import { type DecodedText, decodeText } from '../../util/encoding.ts';
import { oneLine } from '../../util/oneLine.ts';
import { wholeEntries } from '../../util/wholeEntries.ts';
import { wholeLines } from '../../util/wholeLines.ts';
import type { Format } from '../formats/format.ts';
import { formatOf } from '../formats/formats.ts';
import { withoutControls } from '../text/controlCharacters.ts';

export type CorpusText =
	| { readonly kind: 'readable'; readonly text: string; readonly format: Format; readonly doubt: string | undefined }
	/** Not held whole: its lines or entries, piece by piece. */
	| { readonly kind: 'streamed'; readonly pieces: () => Iterable<DecodedText>; readonly format: Format }
	/** `problem`: someone expects papers from this file, so it is reported where it stands, not only in the index report. */
	| { readonly kind: 'unreadable'; readonly reason: string; readonly problem: boolean };

/** In bytes. The longest string of the JavaScript engine holds 2^29 - 24 characters. */
const MAX_FILE_BYTES = 500_000_000;

/** Files that hold bibliographies and nothing else: when one of them cannot be read, something is wrong with it. */
const BIBLIOGRAPHY = /\.(bib|bibtex|ris|nbib|enw|jsonl|json|ya?ml|xml|atom)$/i;

/** Whether the name alone promises papers. */
export function isBibliography(path: string): boolean {
	return BIBLIOGRAPHY.test(path);
}

/** Files that people keep beside their bibliography, and that are known not to be one. */
const COMPANION =
	/\.(pdf|epub|djvu|docx?|odt|pptx?|xlsx?|zip|gz|png|jpe?g|gif|svg|webp|mp4|sqlite|db|html?|css|js|ts|py|r)$/i;

/** Bytes from which a file is read in pieces where its format allows it. */
export const LARGE_FILE = 16_000_000;

/** Bytes of a line in such a file: a paper with 5,000 authors has some 300,000. */
const MAX_LINE_BYTES = 8_000_000;

/** A large file read in pieces; undefined where its format does not allow it. */
export function streamedText(chunks: () => Iterable<Uint8Array>): CorpusText | undefined {
	const format = formatOf(beginning(chunks()));
	return format?.isLineByLine
		? { kind: 'streamed', pieces: () => wholeLines(chunks(), MAX_LINE_BYTES).map(pieceOf), format }
		: undefined;
}

/** Bytes without a place to cut them. */
const MAX_ENTRY_BYTES = 16_000_000;

/** A file in pieces of whole entries, for a look that may miss what stands elsewhere; undefined where it cannot be cut so. */
export function textInEntries(chunks: () => Iterable<Uint8Array>): CorpusText | undefined {
	const format = formatOf(beginning(chunks()));
	const start = format?.entryStart;
	return format && start
		? { kind: 'streamed', pieces: () => wholeEntries(chunks(), start, MAX_ENTRY_BYTES).map(pieceOf), format }
		: undefined;
}

/** Nothing for UTF-16, whose line ends are no single bytes. */
function beginning(chunks: Iterable<Uint8Array>): string {
	for (const chunk of chunks) {
		return chunk[0] === 0xfe || chunk[0] === 0xff ? '' : (decodeText(chunk)?.text ?? '');
	}
	return '';
}

/** Bytes that are no text among lines that are: the lines that hold them are broken, and their reader says so. */
function pieceOf(bytes: Uint8Array): DecodedText {
	return decodeText(bytes) ?? { text: new TextDecoder().decode(bytes), doubt: corpusFileMessages.bytesNotText };
}

/** Why a file of this name need not even be opened; undefined when it must be. */
export function refusalByName(uri: string): CorpusText | undefined {
	return COMPANION.test(uri) ? { kind: 'unreadable', reason: corpusFileMessages.notAList, problem: false } : undefined;
}

/** Why a file of so many bytes cannot be read whole; undefined when it can. */
export function refusalBySize(size: number): CorpusText | undefined {
	if (size <= MAX_FILE_BYTES) {
		return undefined;
	}
	const megabytes = Math.round(size / 1_000_000).toLocaleString('en');
	return unreadable(corpusFileMessages.tooLarge(megabytes));
}

export function corpusText(uri: string, bytes: Uint8Array): CorpusText {
	const decoded = decodeText(bytes);
	return decoded ? recognised(uri, decoded.text, decoded.doubt) : unreadable(corpusFileMessages.binary);
}

/** The same for text that an editor has open. */
export function recognised(uri: string, text: string, doubt?: string): CorpusText {
	if (text.trim() === '') {
		return {
			kind: 'unreadable',
			reason: corpusFileMessages.empty,
			problem: BIBLIOGRAPHY.test(uri),
		};
	}
	const format = formatOf(text);
	if (!format) {
		return { kind: 'unreadable', reason: unknownFormat(text), problem: /\.(bib|bibtex|ris|nbib|enw)$/i.test(uri) };
	}
	return { kind: 'readable', text, format, doubt };
}

export function unreadable(reason: string): CorpusText {
	return { kind: 'unreadable', reason, problem: true };
}

function unknownFormat(text: string): string {
	return corpusFileMessages.unknownFormat(oneLine(withoutControls(text.trimStart().slice(0, 40))));
}
