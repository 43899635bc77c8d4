/** Notes as they begin: their front matter says which libraries they name, and parsing the rest takes time. */

import type { Files } from '../files/files.ts';
import { isNotebookName } from '../notes/noteFile.ts';
import { isNoteName } from '../workspace/noteFiles.ts';

const NEWLINE = 10;
const RETURN = 13;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const BYTE_ORDER_MARK = 0xef;

/** The same files, of whose notes only the front matter can be read; notebooks whole, since theirs is in a cell. */
export function frontMatterFiles(files: Files): Files {
	return {
		...files,
		read: async (uri) =>
			isNoteName(uri) && !isNotebookName(uri) ? frontMatterIn(await files.read(uri)) : files.read(uri),
	};
}

/** The bytes of the front matter with its delimiters; none if there is no front matter; all of a text in UTF-16. */
function frontMatterIn(bytes: Uint8Array): Uint8Array {
	const [first = 0, second = 0] = bytes;
	if (first === 0 || second === 0 || first >= 0xfe) {
		return bytes;
	}
	const start = first === BYTE_ORDER_MARK ? 3 : 0;
	const sign = bytes[start];
	if ((sign !== DASH && sign !== PLUS) || !isDelimiter(bytes, start, sign)) {
		return bytes.subarray(0, 0);
	}
	for (let at = start + 3; at < bytes.length; at++) {
		if (isLineStart(bytes, at) && (isDelimiter(bytes, at, sign) || isDelimiter(bytes, at, DOT))) {
			// The whole line, since only it tells a delimiter from text that begins like one.
			const end = bytes.indexOf(NEWLINE, at);
			return end < 0 ? bytes : bytes.subarray(0, end + 1);
		}
	}
	return bytes;
}

function isDelimiter(bytes: Uint8Array, at: number, sign: number): boolean {
	return bytes[at] === sign && bytes[at + 1] === sign && bytes[at + 2] === sign;
}

function isLineStart(bytes: Uint8Array, at: number): boolean {
	return bytes[at - 1] === NEWLINE || (bytes[at - 1] === RETURN && bytes[at] !== NEWLINE);
}
