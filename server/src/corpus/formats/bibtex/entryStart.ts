/** Recognizes the start of an entry, which a reader can rely on even if everything else is broken. */

/** A longer run of blanks before an `@` is not indentation. */
const MAX_INDENT = 200;

const START =
	/@\s{0,20}([A-Za-z][A-Za-z0-9_-]{0,40})\s{0,20}[{(]\s{0,200}(?:[^\s,={}"]{1,300}(?:[ \t]{1,3}[^\s,={}"]{1,100}){0,5}\s{0,20}[,=]|[,}])/y;
const COMMAND_START = /@(?:comment|preamble)\s{0,20}[{(]/iy;

/** Whether the `@` at `at` is the first character on its line and followed by the text of an entry: `@article{key,`. */
export function isEntryStart(text: string, at: number): boolean {
	if (!isFirstOnLine(text, at)) {
		return false;
	}
	START.lastIndex = at;
	COMMAND_START.lastIndex = at;
	return START.test(text) || COMMAND_START.test(text);
}

export function isFirstOnLine(text: string, at: number): boolean {
	const before = indentStart(text, at) - 1;
	return before < 0 || text.charCodeAt(before) === 0x0a || text.charCodeAt(before) === 0x0d;
}

/** Whether the entry at `at` is after a `%` on its line: `% @article{old, ...`. */
export function isCommentedOut(text: string, at: number): boolean {
	return text.charCodeAt(indentStart(text, at) - 1) === 0x25;
}

function indentStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && at - start < MAX_INDENT && isBlank(text.charCodeAt(start - 1))) {
		start -= 1;
	}
	return start;
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09;
}
