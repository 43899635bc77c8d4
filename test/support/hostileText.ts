/** Text that would do harm if it were shown as it is. */

/**
 * An alarm, an escape sequence, marks that turn the direction, characters without width, an icon of VS Code and a link that
 * runs a command. It is a key that can be cited.
 */
export const HOSTILE = 'a\u0007b\u001b[31m]c\u202ed\u2066e\u200bf\ufeffg$(zap)h[i](command:j)';

/** The same with line ends, as a file may be called. */
export const HOSTILE_LINES = `${HOSTILE}\n::error::k\u2028l`;

const UNWANTED = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** Whether the text is one line whose characters all have a place of their own in it. */
export function isPlainLine(text: string): boolean {
	return !UNWANTED.test(text);
}
