/**
 * What inside prose is no prose: code spans, maths, HTML, links' destinations, URLs. Each rule tells where what begins
 * at a place ends, and looks at the text after it at most once, so that hostile text takes linear time.
 */

/** The prose under the reader's eyes. Made once per stretch, since it remembers what does not come any more. */
export class Prose {
	readonly text: string;
	readonly #last = new Map<string, number>();
	#tickRuns: Map<number, number> | undefined;

	constructor(text: string) {
		this.text = text;
	}

	/** Where the first `closer` from `from` on ends; undefined, at no cost, where none comes. */
	after(closer: string, from: number): number | undefined {
		let last = this.#last.get(closer);
		if (last === undefined) {
			last = this.text.lastIndexOf(closer);
			this.#last.set(closer, last);
		}
		return last < from ? undefined : this.text.indexOf(closer, from) + closer.length;
	}

	/** Where the last run of exactly `length` backticks begins. */
	lastTicks(length: number): number {
		this.#tickRuns ??= new Map([...this.text.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
		return this.#tickRuns.get(length) ?? -1;
	}
}

/** Where the opaque thing that begins at `start` ends; undefined where none begins there. */
export function nonProseEnd(prose: Prose, start: number): number | undefined {
	switch (prose.text[start]) {
		case '`':
			return codeSpanEnd(prose, start);
		case '$':
			return dollarMathEnd(prose, start);
		case '\\':
			return backslashMathEnd(prose, start);
		case '<':
			return angleEnd(prose, start);
		default:
			return undefined;
	}
}

/** ``` ``a ` b`` ```: up to a run of as many backticks. A run without its like is text, as a whole. */
function codeSpanEnd(prose: Prose, start: number): number {
	const length = runLength(prose.text, start, '`');
	if (prose.lastTicks(length) <= start) {
		return start + length;
	}
	let at = start + length;
	for (;;) {
		at = prose.text.indexOf('`', at);
		const run = runLength(prose.text, at, '`');
		at += run;
		if (run === length) {
			return at;
		}
	}
}

function runLength(text: string, start: number, char: string): number {
	let end = start;
	while (text[end] === char) {
		end++;
	}
	return end - start;
}

/** `$x$` by Pandoc's rule: no space just inside, no digit after; so `$5 and $10` is money. `$$ x $$` holds anything. */
function dollarMathEnd(prose: Prose, start: number): number | undefined {
	const { text } = prose;
	if (text[start + 1] === '$') {
		return prose.after('$$', start + 3) ?? start + 2;
	}
	let end = start + 1;
	while (end < text.length && text[end] !== '$') {
		end += text[end] === '\\' ? 2 : 1;
	}
	const isMath = end < text.length && !/^\s/.test(text[start + 1] ?? '') && !/\s/.test(text[end - 1] ?? '');
	return isMath && !/\d/.test(text[end + 1] ?? '') ? end + 1 : undefined;
}

/** `\(x\)` and `\[x\]`; any other backslash makes the punctuation after it text. */
function backslashMathEnd(prose: Prose, start: number): number | undefined {
	const next = prose.text[start + 1] ?? '';
	const closer = next === '(' ? '\\)' : next === '[' ? '\\]' : undefined;
	const mathEnd = closer && prose.after(closer, start + 2);
	return mathEnd ?? (/[!-/:-@[-`{-~]/.test(next) ? start + 2 : undefined);
}

const AUTOLINK = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iy;
const TAG =
	/<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/iy;

const EMPTY_COMMENT = /<!---?>/y;
const DECLARATION = /<![a-z]/iy;
const HTML_CLOSERS: readonly (readonly [opener: string, closer: string])[] = [
	['<!--', '-->'],
	['<?', '?>'],
	['<![CDATA[', ']]>'],
];

/** `<https://a.b>`, `<!-- a -->`, `<a href="b">`, as CommonMark's "raw HTML" and "autolinks". */
function angleEnd(prose: Prose, start: number): number | undefined {
	const { text } = prose;
	const html = HTML_CLOSERS.find(([opener]) => text.startsWith(opener, start));
	if (html) {
		return stickyEnd(EMPTY_COMMENT, text, start) ?? prose.after(html[1], start + html[0].length);
	}
	if (stickyEnd(DECLARATION, text, start) !== undefined) {
		return prose.after('>', start);
	}
	return stickyEnd(AUTOLINK, text, start) ?? stickyEnd(TAG, text, start);
}

/** Where a match of the sticky `pattern` at `start` ends. */
export function stickyEnd(pattern: RegExp, text: string, start: number): number | undefined {
	pattern.lastIndex = start;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
