/**
 * The parts of a paragraph that are not prose: code spans, maths, HTML. Each rule finds the end of what begins at a given
 * place and scans the following text at most once, so hostile text takes linear time.
 */

import { attributesEnd } from './attributes.ts';
import { stickyEnd } from './sticky.ts';

/** In characters. Where no rule calls `looked`, it has looked no further than this behind what it takes. */
export const LOOK_AHEAD = 40;

/** In characters. No rule looks further back than this, except at what the scan has noted itself. */
export const LOOK_BACK = 32;

/** The text being scanned. Made once per stretch, because it remembers which closers do not occur any more. */
export class Prose {
	readonly text: string;
	readonly #last = new Map<string, number>();
	readonly #closing = new Map<string, ReadonlyMap<number, number>>();
	#tickRuns: Map<number, number> | undefined;

	/**
	 * How far the rules have looked: text at or behind this place has decided nothing so far. `Infinity` where they have
	 * looked in vain for something that may stand anywhere. Whoever notes it may set it back.
	 */
	reach = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** To be called by a rule that has looked at the text up to `end`. */
	looked(end: number): void {
		this.reach = Math.max(this.reach, end);
	}

	/** End of the first `closer` at or after `from`. Undefined if there is none, which is known without another search. */
	after(closer: string, from: number): number | undefined {
		let last = this.#last.get(closer);
		if (last === undefined) {
			last = this.text.lastIndexOf(closer);
			this.#last.set(closer, last);
		}
		const end = last < from ? undefined : this.text.indexOf(closer, from) + closer.length;
		this.looked(end ?? Number.POSITIVE_INFINITY);
		return end;
	}

	/** Position of the sign that closes the bracket, brace or parenthesis at `open`; undefined if none does. */
	closing(open: number): number | undefined {
		const opener = this.text[open] ?? '';
		let closing = this.#closing.get(opener);
		if (!closing) {
			closing = pairsIn(this.text, opener);
			this.#closing.set(opener, closing);
		}
		const at = closing.get(open);
		this.looked(at === undefined ? Number.POSITIVE_INFINITY : at + 1);
		return at;
	}

	/** Start of the last run of exactly `length` backticks. */
	lastTicks(length: number): number {
		this.#tickRuns ??= new Map([...this.text.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
		return this.#tickRuns.get(length) ?? -1;
	}
}

/** The position of each opener whose pair is closed, with the position of its closer. Escaped ones do not count. */
function pairsIn(text: string, opener: string): ReadonlyMap<number, number> {
	const closers = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: sign, index } of text.matchAll(PAIRS[opener] ?? /$/g)) {
		if (sign === opener) {
			open.push(index);
		} else if (sign.length === 1) {
			const start = open.pop();
			if (start !== undefined) {
				closers.set(start, index);
			}
		}
	}
	return closers;
}

const PAIRS: Readonly<Record<string, RegExp>> = {
	'{': /\\[\s\S]|[{}]/g,
	'[': /\\[\s\S]|[[\]]/g,
	'(': /\\[\s\S]|[()]/g,
};

/** End of the non-prose that begins at `start`; undefined if none begins there. */
export function nonProseEnd(prose: Prose, start: number): number | undefined {
	switch (prose.text[start]) {
		case '`':
			return codeSpanEnd(prose, start);
		case '$':
			return dollarMathEnd(prose, start);
		case '\\':
			return /[!-/:-@[-`{-~]/.test(prose.text[start + 1] ?? '') ? start + 2 : undefined;
		case '<':
			return angleEnd(prose, start);
		default:
			return undefined;
	}
}

/**
 * ``` ``a ` b``{.r} ```: ends at the next run of as many backticks, or after the attributes there. Without such a run, the
 * opening one is plain text.
 */
function codeSpanEnd(prose: Prose, start: number): number {
	const length = runLength(prose.text, start, '`');
	const next = length === 1 ? prose.text.indexOf('`', start + 1) : -1;
	if (next >= 0 && prose.text[next + 1] !== '`') {
		return attributesBehind(prose, next + 1) ?? next + 1;
	}
	if (prose.lastTicks(length) <= start) {
		prose.looked(Number.POSITIVE_INFINITY);
		return start + length;
	}
	let at = start + length;
	for (;;) {
		at = prose.text.indexOf('`', at);
		const run = runLength(prose.text, at, '`');
		at += run;
		if (run === length) {
			return attributesBehind(prose, at) ?? at;
		}
	}
}

/** End of the attributes that begin at `start`; undefined if none do. */
export function attributesBehind(prose: Prose, start: number): number | undefined {
	const end = attributesEnd(prose.text, start);
	if (end === undefined && prose.text[start] === '{') {
		prose.looked(Number.POSITIVE_INFINITY);
	}
	return end;
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
	const isDisplay = text[start + 1] === '$';
	const displayEnd = isDisplay ? prose.after('$$', start + 3) : undefined;
	if (displayEnd !== undefined) {
		return displayEnd;
	}
	const end = nextDollar(prose, start + (isDisplay ? 2 : 1));
	const isMath = end < text.length && !/^\s/.test(text[start + 1] ?? '') && !/\s/.test(text[end - 1] ?? '');
	return isMath && !/\d/.test(text[end + 1] ?? '') ? end + 1 : isDisplay ? start + 2 : undefined;
}

/** The next dollar sign that is not escaped; the end of the text if there is none, or behind it. */
function nextDollar(prose: Prose, from: number): number {
	const { text } = prose;
	let end = from;
	while (end < text.length && text[end] !== '$') {
		end += text[end] === '\\' ? 2 : 1;
	}
	prose.looked(end < text.length ? end + 2 : Number.POSITIVE_INFINITY);
	return end;
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
