/** Writes a citation in the other syntax: `@paper[see @a, p. 3; b]` as `[see @a, p. 3; @b]`, and back. */

import { isCitable, keyEnd } from '../syntax/key.ts';
import { pandocKey } from '../syntax/pandocKey.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { PANDOC_MARKS, PAPER_MARKS } from './citationForms.ts';

/**
 * Why a citation is not written in the other syntax. `malformed`: it has a problem as it is. `key`: the other syntax cannot
 * hold a key. `form`: it cannot express this in-text citation.
 */
export type Unwritable = 'malformed' | 'key' | 'form';

export type Rewritten = { readonly newText: string } | { readonly reason: Unwritable };

export function otherSyntax({ syntax }: Pick<Citation, 'syntax'>): CitationSyntax {
	return syntax === 'paper' ? 'pandoc' : 'paper';
}

/**
 * The text of `citation` in the other syntax. `text` is the note's text. Whatever both syntaxes have, such as prefixes,
 * locators, line breaks and spaces, stays as it is written. Whether the result means the same at its place is for the
 * caller to check.
 */
export function inOtherSyntax(text: string, citation: Citation): Rewritten {
	const { closed, problems, items } = citation;
	const [first] = items;
	if (!first || !closed || problems.length > 0 || items.some((item) => item.problem || item.unescaped)) {
		return { reason: 'malformed' };
	}
	const rewriting = { text, citation };
	if (citation.syntax === 'pandoc') {
		return items.every(({ reference }) => isCitable(reference))
			? { newText: isBracketed(rewriting) ? paperFromBrackets(rewriting) : paperFromBare(rewriting, first) }
			: { reason: 'key' };
	}
	if (items.some(({ reference }) => pandocKey(reference) === undefined)) {
		return { reason: 'key' };
	}
	const inText = items.filter(({ mode }) => mode === 'inText');
	if (inText.length === 0) {
		return { newText: `[${itemsFrom(rewriting, items, citation.contentSpan.start)}]` };
	}
	const newText = inText.length === 1 && inText[0] === first ? bareFromPaper(rewriting, first) : undefined;
	return newText === undefined ? { reason: 'form' } : { newText };
}

interface Rewriting {
	readonly text: string;
	readonly citation: Citation;
}

function isBracketed({ text, citation }: Rewriting): boolean {
	return text[citation.span.start] === '[';
}

function paperFromBrackets({ text, citation }: Rewriting): string {
	return `@paper[${itemsFrom({ text, citation }, citation.items, citation.contentSpan.start)}]`;
}

/** `@a [p. 3; @b]` becomes `@paper[+@a, p. 3; b]`. The space before the bracket goes behind the comma or semicolon. */
function paperFromBare({ text, citation }: Rewriting, first: CitationItem): string {
	const key = PAPER_MARKS[first.mode] + first.reference;
	const bracket = text.indexOf('[', keyEndOf({ text, citation }, first));
	if (bracket < 0 || bracket >= citation.span.end) {
		return `@paper[${key}]`;
	}
	const gap = text.slice(keyEndOf({ text, citation }, first), bracket);
	const rest = itemsFrom({ text, citation }, citation.items.slice(1), bracket + 1);
	return `@paper[${key}${first.locator ? ',' : ';'}${gap}${rest}]`;
}

/** White space with at most one line break, which the marks of a block quote may follow. */
const GAP = /^[ \t]*(?:(?:\r\n|\r|\n)[ \t>]*)?/;

/** `@paper[+@a, p. 3; b]` becomes `@a [p. 3; @b]`. Undefined if the in-text citation has a prefix. */
function bareFromPaper(rewriting: Rewriting, first: CitationItem): string | undefined {
	const { text, citation } = rewriting;
	const { contentSpan, items, span } = citation;
	const rest = text.slice(first.referenceSpan.end, contentSpan.end);
	const key = pandocKey(first.reference) ?? first.reference;
	if (first.prefix) {
		return undefined;
	}
	if (rest.trim() === '') {
		const isRunOn = keyEnd(key + text.slice(span.end, span.end + 2), 0) > key.length;
		return `@${isRunOn && !key.startsWith('{') ? `{${key}}` : key}`;
	}
	const separator = first.referenceSpan.end + rest.search(/[,;]/);
	const gap = GAP.exec(text.slice(separator + 1, contentSpan.end))?.[0] ?? '';
	return `@${key}${gap}[${itemsFrom(rewriting, items.slice(1), separator + 1 + gap.length)}]`;
}

/** The text from `start` to the end of the content, with the mark and key of each of `items` in the other syntax. */
function itemsFrom(rewriting: Rewriting, items: readonly CitationItem[], start: number): string {
	const { text, citation } = rewriting;
	const contentEnd = citation.syntax === 'pandoc' ? citation.span.end - 1 : citation.contentSpan.end;
	let written = '';
	let from = start;
	for (const item of items) {
		const end = keyEndOf(rewriting, item);
		written += text.slice(from, item.markSpan?.start ?? item.referenceSpan.start) + markedKey(citation, item);
		written += citation.syntax === 'pandoc' ? missingComma(text, item, end) : '';
		from = end;
	}
	return written + text.slice(from, contentEnd);
}

function markedKey({ syntax }: Citation, { mode, prefix, reference }: CitationItem): string {
	if (syntax === 'pandoc') {
		return (prefix && mode === 'parenthetical' ? '@' : PAPER_MARKS[mode]) + reference;
	}
	return (mode === 'inText' ? '@' : PANDOC_MARKS[mode]) + (pandocKey(reference) ?? reference);
}

/** Pandoc's `[@a p. 3]` needs no comma, but `@paper[a, p. 3]` does. */
function missingComma(text: string, { locator }: CitationItem, keyEnd: number): string {
	return locator && !/^\s*,/.test(text.slice(keyEnd, locator.span.start)) ? ',' : '';
}

/** Position after the key and its closing brace. */
function keyEndOf({ citation }: Rewriting, { markSpan, referenceSpan }: CitationItem): number {
	const isBraced = citation.syntax === 'pandoc' && markSpan !== undefined && markSpan.end < referenceSpan.start;
	return referenceSpan.end + (isBraced ? 1 : 0);
}
