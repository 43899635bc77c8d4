/**
 * The parts of a paragraph that are not prose: code spans, maths, HTML, link destinations, URLs. Each rule finds the end
 * of what begins at a given place and scans the following text at most once, so hostile text takes linear time.
 */

/** The text being scanned. Made once per stretch, because it remembers which closers do not occur any more. */
export class Prose {
	readonly text: string;
	readonly #last = new Map<string, number>();
	#tickRuns: Map<number, number> | undefined;

	constructor(text: string) {
		this.text = text;
	}

	/** End of the first `closer` at or after `from`. Undefined if there is none, which is known without another search. */
	after(closer: string, from: number): number | undefined {
		let last = this.#last.get(closer);
		if (last === undefined) {
			last = this.text.lastIndexOf(closer);
			this.#last.set(closer, last);
		}
		return last < from ? undefined : this.text.indexOf(closer, from) + closer.length;
	}

	/** Start of the last run of exactly `length` backticks. */
	lastTicks(length: number): number {
		this.#tickRuns ??= new Map([...this.text.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
		return this.#tickRuns.get(length) ?? -1;
	}
}

/** End of the non-prose that begins at `start`; undefined if none begins there. */
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

/** ``` ``a ` b`` ```: ends at the next run of as many backticks. Without one, the opening run is plain text. */
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

/**
 * `$x$` by Pandoc's rule: no space just inside the dollars and no digit after them, so `$5 and $10` is money. `$$ x $$`
 * may hold anything.
 */
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

/** `\(x\)` and `\[x\]`. Any other backslash escapes the punctuation after it. */
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

/** `<https://a.b>`, `<!-- a -->`, `<a href="b">`: what CommonMark calls "raw HTML" and "autolinks". */
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

/** End of a match of the sticky `pattern` at `start`. */
export function stickyEnd(pattern: RegExp, text: string, start: number): number | undefined {
	pattern.lastIndex = start;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
