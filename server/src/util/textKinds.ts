/**
 * Kinds of text that look alike and mean different things. All of them are strings when the program runs; the compiler
 * alone tells them apart, and refuses one where another is meant. Text that is cut or put together loses its kind, and is
 * given it back by one of the functions here: nothing else in the code may say of a string what kind it is.
 */

declare const kind: unique symbol;

interface Kind<Name extends string> {
	readonly [kind]: Name;
}

/** Text that stands for itself: a key, a file name, what somebody types. Any string that is none of the other kinds. */
export type PlainText = string & Partial<Kind<'plain'>>;

/** LaTeX, as in a BibTeX field: `{\'E}t\'e in {H$_2$O}`. */
export type LatexSource = string & Kind<'latex'>;

/** As any other corpus file has it, perhaps with HTML, JATS or some LaTeX in it: `&Eacute;t&eacute; in H<sub>2</sub>O`. */
export type MarkupSource = string & Kind<'markup'>;

/** As records keep titles, names and abstracts: see `corpus/text/richText.ts`. `Été in H<sub>2</sub>O` */
export type RichText = string & Kind<'rich'>;

/** Markdown that shows a text and nothing else: `Été in H₂O, \*starred`. */
export type MarkdownText = string & Kind<'markdown'>;

/** What may become rich text as it is: not LaTeX, which has to be decoded, nor Markdown. */
export type RichSource = string & Partial<Kind<'plain' | 'markup' | 'rich'>>;

/** A `T` as a reader puts it together, from texts that may become rich text as they are. */
export type Draft<T> = T extends RichText
	? RichSource
	: T extends object
		? { readonly [Name in keyof T]: Draft<T[Name]> }
		: T;

/** Says that `text`, which stands in a corpus file, is LaTeX. */
export function latexSource(text: string & Partial<Kind<'plain' | 'markup' | 'latex'>>): LatexSource {
	return text as LatexSource;
}

/** Says that `text`, which stands in a corpus file, may hold markup. */
export function markupSource(text: PlainText): MarkupSource {
	return text as string as MarkupSource;
}

/** `text` as rich text. It stays as it is, since the renderings of rich text understand the markup of all sources. */
export function richText(text: RichSource): RichText {
	return text as RichText;
}

/** `draft` with its texts as rich text: the record that a reader gives. */
export function withRichText<T>(draft: Draft<T>): T {
	return draft as T;
}

/** Says that `text`, whatever its kind, holds none of what has a meaning there: it stands for itself. */
export function unmarked(text: string): PlainText {
	return text;
}

/** Says that `text` is Markdown of which every part was escaped. */
export function markdownSource(text: string): MarkdownText {
	return text as MarkdownText;
}
