/** What stands in a BibTeX file, as text with its place: entries, fields, pieces of values. Nothing is interpreted. */

import type { Span } from '../../../util/span.ts';

/** One piece of a value; several are joined by `#`. */
export interface Piece extends Span {
	/** `text`: between braces or quotes, which the span leaves out. `bare`: a number or the name of a macro. */
	readonly kind: 'text' | 'bare';
	/** What it holds beside plain characters: bits of `TextTrait`. */
	readonly traits: number;
}

/** Bits that the scan gathers on its way over a value, so that plain text needs no second look. */
export const TextTrait = {
	/** Backslash, brace, dollar, tilde, backtick: needs LaTeX decoding. */
	latex: 1,
	/** A line end or tab. */
	lineEnd: 2,
	hyphen: 4,
	apostrophe: 8,
} as const;

/** A field, from its name to the end of its value. */
export interface RawField extends Span {
	/** In lower case. */
	readonly name: string;
	/** Where the name ends; the field begins with it. */
	readonly nameEnd: number;
	readonly pieces: readonly Piece[];
}

/** An entry with its braces; also `@string`, of which the fields are the macros. */
export interface RawEntry extends Span {
	/** In lower case: `article`. */
	readonly type: string;
	readonly key: string;
	readonly keySpan: Span;
	readonly fields: readonly RawField[];
}

/** Where a syntax error is and what it is. */
export interface SyntaxNote {
	readonly message: string;
	readonly span: Span;
}
