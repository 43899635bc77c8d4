/**
 * Types for kinds of text that look alike and mean different things. At run time all of them are strings; only the
 * compiler tells them apart, and it refuses one where another is expected. Text that is cut or joined loses its kind.
 * Only the functions in this file give a string a kind.
 */

declare const kind: unique symbol;

interface Kind<Name extends string> {
	readonly [kind]: Name;
}

/** Text without markup: a key, a file name, what somebody types. Any string that is not of another kind. */
export type PlainText = string & Partial<Kind<'plain'>>;

/** LaTeX, as in a BibTeX field: `{\'E}t\'e in {H$_2$O}`. */
export type LatexSource = string & Kind<'latex'>;

/** Text of any other corpus file. It may contain HTML, JATS or some LaTeX: `&Eacute;t&eacute; in H<sub>2</sub>O`. */
export type MarkupSource = string & Kind<'markup'>;

/** Titles, names and abstracts as records hold them: `Été in H<sub>2</sub>O`. See `corpus/text/richText.ts`. */
export type RichText = string & Kind<'rich'>;

/** Markdown that shows a text literally: `Été in H₂O, \*starred`. */
export type MarkdownText = string & Kind<'markdown'>;

/** Text that can be used as rich text unchanged. LaTeX must be decoded first; Markdown cannot be used. */
export type RichSource = string & Partial<Kind<'plain' | 'markup' | 'rich'>>;

/** A `T` as a reader builds it, with texts that can be used as rich text unchanged. */
export type Draft<T> = T extends RichText
	? RichSource
	: T extends object
		? { readonly [Name in keyof T]: Draft<T[Name]> }
		: T;

/** Marks `text` from a corpus file as LaTeX. */
export function latexSource(text: string & Partial<Kind<'plain' | 'markup' | 'latex'>>): LatexSource {
	return text as LatexSource;
}

/** Marks `text` from a corpus file as text that may contain markup. */
export function markupSource(text: PlainText): MarkupSource {
	return text as string as MarkupSource;
}

/** Marks `text` as rich text. The text is unchanged: the renderings of rich text understand the markup of all sources. */
export function richText(text: RichSource): RichText {
	return text as RichText;
}

/** Marks the texts in `draft` as rich text. The result is the record that a reader returns. */
export function withRichText<T>(draft: Draft<T>): T {
	return draft as T;
}

/** Marks `text`, of any kind, as plain: the caller knows that nothing in it is markup. */
export function unmarked(text: string): PlainText {
	return text;
}

/** Marks `text` as Markdown in which every part has been escaped. */
export function markdownSource(text: string): MarkdownText {
	return text as MarkdownText;
}
