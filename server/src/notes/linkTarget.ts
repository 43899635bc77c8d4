/** Where links point: `(url "title")` after a link's text, `[label]: url "title"`, bare URLs. */

import type { Prose } from './nonProse.ts';
import { stickyEnd } from './sticky.ts';

const TITLE = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)/y;
const POINTED = /<(?:[^<>\n\\]|\\.)*>/y;
const SPACE = /\s*/y;

/** Same limit as in CommonMark's reference implementations. */
const MAX_PARENTHESES = 32;

/** End of the `(url "title")` at `start`; undefined if the parentheses hold something else. */
export function targetEnd(text: string, start: number): number | undefined {
	const url = skipSpace(text, start + 1);
	const urlEnd = destinationEnd(text, url);
	if (urlEnd === undefined) {
		return undefined;
	}
	const end = skipSpace(text, titleEnd(text, urlEnd) ?? urlEnd);
	return text[end] === ')' ? end + 1 : undefined;
}

/**
 * The same as Pandoc reads it, where a URL may hold spaces: `(see also)`. Undefined if the parenthesis is not closed.
 */
export function pandocTargetEnd(prose: Prose, start: number): number | undefined {
	const closing = prose.closing(start);
	return closing === undefined ? undefined : closing + 1;
}

/** A footnote's label begins with `^` and is excluded, because the text after it is prose. */
const LABEL = /[ \t]*\[(?!\^)(?:[^[\]\\]|\\.){1,999}\]:/y;

/** In characters. So far, text without a label is looked at for one that begins the paragraph: 999 escaped ones and space. */
const LABEL_REACH = 2100;
const LINE_END = /[ \t]*(?:\n|$)/y;

/** End of the link definitions at the beginning of a paragraph; 0 if there are none. */
export function definitionsEnd(prose: Prose, readsPandoc: boolean): number {
	const { text } = prose;
	let end = 0;
	prose.looked(stickyEnd(LABEL, text, 0) === undefined ? LABEL_REACH : Number.POSITIVE_INFINITY);
	for (let next = definitionEnd(text, 0); next !== undefined; next = definitionEnd(text, next)) {
		if (readsPandoc && CITING_LABEL.test(text.slice(end, next))) {
			break;
		}
		end = next;
	}
	return end;
}

/** `[@a]: text`. In Pandoc, what is a citation is not the label of a link. */
const CITING_LABEL = /^[ \t]*\[[^\]]*@/;

function definitionEnd(text: string, start: number): number | undefined {
	const label = stickyEnd(LABEL, text, start);
	const url = label === undefined ? undefined : skipSpace(text, label);
	const urlEnd = url === undefined || url === text.length ? undefined : destinationEnd(text, url);
	if (urlEnd === undefined || urlEnd === url) {
		return undefined;
	}
	const title = titleEnd(text, urlEnd);
	return (title === undefined ? undefined : stickyEnd(LINE_END, text, title)) ?? stickyEnd(LINE_END, text, urlEnd);
}

/** End of the title after the URL. There must be a space between the two. */
function titleEnd(text: string, urlEnd: number): number | undefined {
	const title = skipSpace(text, urlEnd);
	return title === urlEnd ? undefined : stickyEnd(TITLE, text, title);
}

function destinationEnd(text: string, start: number): number | undefined {
	return text[start] === '<' ? stickyEnd(POINTED, text, start) : plainDestinationEnd(text, start);
}

/** The destination ends at a space or at a parenthesis that it did not open. */
function plainDestinationEnd(text: string, start: number): number | undefined {
	let depth = 0;
	let end = start;
	for (; end < text.length; end++) {
		const char = text[end] ?? '';
		if (/\s/.test(char) || (char === ')' && depth-- === 0)) {
			break;
		}
		if (char === '(' && ++depth > MAX_PARENTHESES) {
			return undefined;
		}
		if (char === '\\' && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) {
			end++;
		}
	}
	return end;
}

function skipSpace(text: string, start: number): number {
	return stickyEnd(SPACE, text, start) ?? start;
}

const BARE_URL = /(?:https?:\/\/|www\.)[^\s<]*/iy;
const BARE_URL_IN_LINK = /(?:https?:\/\/|www\.)[^\s<[\]]*/iy;

/**
 * End of the bare URL at `start`, without the punctuation of the sentence. Inside brackets, a `]` belongs to the link, not
 * to the URL.
 */
export function bareUrlEnd(prose: Prose, start: number, inBrackets: boolean): number | undefined {
	const { text } = prose;
	let end = stickyEnd(inBrackets ? BARE_URL_IN_LINK : BARE_URL, text, start);
	prose.looked((end ?? start) + 1);
	while (end !== undefined && ';,.:!?'.includes(text[end - 1] ?? ' ')) {
		end--;
	}
	return end;
}
