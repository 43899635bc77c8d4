/** From the bytes of a corpus file to a text of a known format, or to the reason why not. */

import { oneLine } from '../util/oneLine.ts';
import { decodeText } from './encoding.ts';
import type { Format } from './formats/format.ts';
import { formatOf } from './formats/formats.ts';
import { withoutControls } from './text/controlCharacters.ts';

export type CorpusText =
	| { readonly kind: 'readable'; readonly text: string; readonly format: Format; readonly doubt: string | undefined }
	/** `problem`: someone expects papers from this file, so it is reported where it stands, not only in the index report. */
	| { readonly kind: 'unreadable'; readonly reason: string; readonly problem: boolean };

/** In bytes. The longest string of the JavaScript engine holds 2^29 - 24 characters. */
const LARGEST_FILE = 500_000_000;

/** Files that hold bibliographies and nothing else: when one of them cannot be read, something is wrong with it. */
const BIBLIOGRAPHY = /\.(bib|bibtex|ris|nbib|enw|jsonl|json|ya?ml|xml|atom)$/i;

/** Whether the name alone promises papers. */
export function isBibliography(path: string): boolean {
	return BIBLIOGRAPHY.test(path);
}

/** Files that people keep beside their bibliography, and that are known not to be one. */
const COMPANION =
	/\.(pdf|epub|djvu|docx?|odt|pptx?|xlsx?|zip|gz|png|jpe?g|gif|svg|webp|mp4|sqlite|db|html?|css|js|ts|py|r)$/i;

/** Why the file need not even be opened; undefined when it must be. `size` is in bytes. */
export function refusal(uri: string, size: number): CorpusText | undefined {
	if (COMPANION.test(uri)) {
		return { kind: 'unreadable', reason: 'Not a format that lists papers.', problem: false };
	}
	if (size > LARGEST_FILE) {
		const megabytes = Math.round(size / 1_000_000).toLocaleString('en');
		return unreadable(`The file has ${megabytes} MB; at most 500 MB are read. Split it into several files.`);
	}
	return undefined;
}

export function corpusText(uri: string, bytes: Uint8Array): CorpusText {
	const decoded = decodeText(bytes);
	return decoded ? recognised(uri, decoded.text, decoded.doubt) : unreadable('This is a binary file, not text.');
}

/** The same for text that an editor has open. */
export function recognised(uri: string, text: string, doubt?: string): CorpusText {
	if (text.trim() === '') {
		return {
			kind: 'unreadable',
			reason: 'The file is empty: it holds no papers yet.',
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
	const beginning = oneLine(withoutControls(text.trimStart().slice(0, 40)));
	return `The file begins with "${beginning}", which is the beginning of no format that is known here.`;
}
