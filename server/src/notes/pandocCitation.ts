/** Builds Pandoc's citations from what was found in the text: `[see @a, p. 3; @b]`, `@a`, `-@a`, `@{a}`, `@a [p. 3; @b]`. */

import { escapedEnd } from '../syntax/key.ts';
import type { PandocKey } from '../syntax/pandocKey.ts';
import type { Citation, CitationItem } from './citation.ts';
import { cut, placed, type Stretch, wordsOf } from './words.ts';

/** What the text between two brackets holds, in order. */
export type Piece = KeyPiece | InnerPiece | { readonly kind: 'semicolon'; readonly at: number };

/** A key with its mark, and what the brackets right after it hold. */
export interface KeyPiece {
	readonly kind: 'key';
	readonly key: PandocKey;
	brackets?: {
		/** The citation of key and brackets together: `@a [p. 3]`. Undefined if the brackets are on their own. */
		readonly joined: Citation | undefined;
		/** The citations in the brackets, as they are without the key. */
		readonly apart: readonly Citation[];
	};
}

/** Citations that are complete already: those in emphasis, in quotes, and in brackets. */
export interface InnerPiece {
	readonly kind: 'inner';
	readonly citations: readonly Citation[];
}

/** The text between two brackets, from after the `[` to the `]`, and what it holds. */
export interface Bracketed {
	readonly stretch: Stretch;
	readonly start: number;
	readonly end: number;
	readonly pieces: readonly Piece[];
}

/** The citations of pieces that no brackets make one citation: each key is a citation in the text. */
export function separateCitations(stretch: Stretch, pieces: readonly Piece[]): Citation[] {
	return pieces.flatMap((piece) => {
		if (piece.kind === 'key') {
			return piece.brackets?.joined ?? [bareCitation(stretch, piece.key), ...(piece.brackets?.apart ?? [])];
		}
		return piece.kind === 'inner' ? piece.citations : [];
	});
}

/** A citation without brackets: `@a`. */
function bareCitation(stretch: Stretch, key: PandocKey): Citation {
	return {
		syntax: 'pandoc',
		span: placed(stretch, key.markStart, key.after),
		contentSpan: placed(stretch, key.start, key.end),
		content: stretch.text.slice(key.start, key.end),
		items: [bareItem(stretch, key, key.after, undefined)],
		closed: true,
		problems: [],
	};
}

/** `[see @a, p. 3; @b]`; undefined unless every part between semicolons names a key. */
export function bracketCitation(bracketed: Bracketed): Citation | undefined {
	const { stretch, start, end } = bracketed;
	const items = itemsOf(stretch, partsOf(bracketed));
	return (
		items && {
			syntax: 'pandoc',
			span: placed(stretch, start - 1, end + 1),
			...contentOf(stretch, start, end),
			items,
			closed: true,
			problems: [],
		}
	);
}

/**
 * `@a [p. 3; @b]`. The brackets hold further papers, or a locator and then further papers. Undefined if another part
 * names no key.
 */
export function joinedCitation(key: PandocKey, bracketed: Bracketed): Citation | undefined {
	const { stretch, start, end } = bracketed;
	const parts = partsOf(bracketed);
	const [first, ...others] = parts;
	// `[^1]` is the mark of a note, and `[^@b]` is not.
	const mayLocate = stretch.text[start] !== '^';
	const further = itemsOf(stretch, parts) ?? (mayLocate ? itemsOf(stretch, others) : undefined);
	if (!first || !further) {
		return undefined;
	}
	const hasLocator = further.length === 0 || !namesKey(first);
	const locator = hasLocator ? cut(stretch, first.start, first.end) : undefined;
	const inner = hasLocator ? innerItems(stretch, first.pieces) : [];
	const item = bareItem(stretch, key, further.length === 0 ? end + 1 : (locator && first.end) || key.after, locator);
	return {
		syntax: 'pandoc',
		span: placed(stretch, key.markStart, end + 1),
		...contentOf(stretch, key.start, end),
		items: [item, ...inner, ...further],
		closed: true,
		problems: [],
	};
}

function contentOf(stretch: Stretch, start: number, end: number): Pick<Citation, 'content' | 'contentSpan'> {
	return { contentSpan: placed(stretch, start, end), content: stretch.text.slice(start, end) };
}

/** The text between two semicolons. */
interface Part {
	readonly start: number;
	readonly end: number;
	readonly pieces: readonly Piece[];
}

function partsOf({ start, end, pieces }: Bracketed): Part[] {
	const parts: Part[] = [];
	let [from, first] = [start, 0];
	pieces.forEach((piece, index) => {
		if (piece.kind === 'semicolon') {
			parts.push({ start: from, end: piece.at, pieces: pieces.slice(first, index) });
			[from, first] = [piece.at + 1, index + 1];
		}
	});
	return [...parts, { start: from, end, pieces: pieces.slice(first) }];
}

function namesKey({ pieces }: Part): boolean {
	return pieces.some(({ kind }) => kind === 'key');
}

/** The items of the parts; undefined if one of them names no key. */
function itemsOf(stretch: Stretch, parts: readonly Part[]): CitationItem[] | undefined {
	const items: CitationItem[][] = [];
	for (const part of parts) {
		const at = part.pieces.findIndex(({ kind }) => kind === 'key');
		const piece = part.pieces[at];
		if (piece?.kind !== 'key') {
			return undefined;
		}
		const apart: InnerPiece = { kind: 'inner', citations: piece.brackets?.apart ?? [] };
		items.push(
			innerItems(stretch, part.pieces.slice(0, at)),
			[partItem(stretch, piece.key, part)],
			innerItems(stretch, [apart, ...part.pieces.slice(at + 1)]),
		);
	}
	return items.flat();
}

/** Papers cited in the words before or after a key: `@b` in `[@a, as in @b]`. */
function innerItems(stretch: Stretch, pieces: readonly Piece[]): CitationItem[] {
	return separateCitations(stretch, pieces).flatMap(({ items }) => items);
}

function partItem(stretch: Stretch, key: PandocKey, part: Part): CitationItem {
	const comma = /^\s*,?/.exec(stretch.text.slice(key.after, part.end))?.[0].length ?? 0;
	const prefix = wordsOf(cut(stretch, part.start, key.markStart));
	const locator = wordsOf(cut(stretch, key.after + comma, part.end));
	return {
		span: wordsOf(cut(stretch, part.start, part.end))?.span ?? placed(stretch, key.markStart, key.after),
		...referenceOf(stretch, key),
		mode: isSuppressed(key) ? 'suppressAuthor' : 'parenthetical',
		...(prefix && { prefix }),
		...(locator && { locator }),
	};
}

function bareItem(stretch: Stretch, key: PandocKey, end: number, rest: Stretch | undefined): CitationItem {
	const locator = rest && wordsOf(rest);
	return {
		span: placed(stretch, key.markStart, end),
		...referenceOf(stretch, key),
		mode: isSuppressed(key) ? 'suppressAuthor' : 'inText',
		isBare: true,
		...(locator && { locator }),
	};
}

function isSuppressed({ markStart, markEnd }: PandocKey): boolean {
	return markStart + 1 < markEnd;
}

function referenceOf(
	stretch: Stretch,
	key: PandocKey,
): Pick<CitationItem, 'reference' | 'referenceSpan' | 'markSpan' | 'unescaped'> {
	return {
		reference: stretch.text.slice(key.start, key.end),
		referenceSpan: placed(stretch, key.start, key.end),
		markSpan: placed(stretch, key.markStart, key.markEnd),
		...unescapedOf(stretch, key),
	};
}

/** What a key without braces was meant to be if escaped punctuation follows it. */
function unescapedOf(stretch: Stretch, { start, end, after }: PandocKey): Pick<CitationItem, 'unescaped'> {
	const wholeEnd = end === after ? escapedEnd(stretch.text, end) : end;
	return wholeEnd === end
		? {}
		: {
				unescaped: {
					text: stretch.text.slice(start, wholeEnd).replaceAll('\\', ''),
					span: placed(stretch, start, wholeEnd),
				},
			};
}
