/** The syntax of a BibTeX file as text with places: entries, fields, pieces of values. Nothing is interpreted. */

import type { Span } from '../../../util/span.ts';

/** One piece of a value. Several pieces are joined by `#`. */
export interface Piece extends Span {
	/** `text`: text between braces or quotes, which are not part of the span. `bare`: a number or the name of a macro. */
	readonly kind: 'text' | 'bare';
	/** Which special characters it contains: bits of `TextTrait`. */
	readonly traits: number;
}

/** Bits collected while scanning a value, so that plain text need not be scanned again. */
export const TextTrait = {
	/** Backslash, brace, dollar, tilde or backtick: needs LaTeX decoding. */
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
	/** End of the name. The field's span starts with the name. */
	readonly nameEnd: number;
	readonly pieces: readonly Piece[];
}

/** An entry including its braces. Also a `@string`, whose fields are the macros. */
export interface RawEntry extends Span {
	/** In lower case: `article`. */
	readonly type: string;
	readonly key: string;
	readonly keySpan: Span;
	readonly fields: readonly RawField[];
}

/** A syntax error and its place. */
export interface SyntaxNote {
	readonly message: string;
	readonly span: Span;
	/** What puts it right, where that is clear. */
	readonly mend?: Mend;
}

export interface Mend {
	/** What it does, for the light bulb. */
	readonly title: string;
	readonly span: Span;
	readonly newText: string;
}

/** Inserts `newText` at `at`. */
export function insertion(title: string, at: number, newText: string): Mend {
	return { title, span: { start: at, end: at }, newText };
}
