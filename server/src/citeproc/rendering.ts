/** What is to be rendered in a citation style, and the result. Plain values, so that they can go to another thread. */

/** A CSL-JSON item with CSL's own markup alone (`<i>`, `<b>`) in its texts. Its `id` does not matter. */
export type CslData = Readonly<Record<string, unknown>>;

/** One paper of a citation. Prefix and suffix may have CSL's markup: `<i>see</i>`. */
export interface Cite {
	/** Its place in `RenderOrder.papers`. */
	readonly paper: number;
	readonly prefix?: string;
	readonly suffix?: string;
	readonly locator?: string;
	/** CSL's term of the locator: `page`. */
	readonly label?: string;
	/** See `CitationMode`. */
	readonly mode: 'parenthetical' | 'suppressAuthor' | 'inText';
}

/** One of the styles in `styleNames.ts`, or the text of a `.csl` file. */
export type StyleSource = { readonly shipped: string } | { readonly xml: string };

export interface RenderOrder {
	readonly style: StyleSource;
	/** A language tag: `en-US`, `de`. Empty for the style's own, or American English. */
	readonly locale: string;
	readonly format: 'html' | 'text';
	readonly papers: readonly CslData[];
	/** The citations in order. Each has at least one paper. */
	readonly citations: readonly (readonly Cite[])[];
	/** Papers that the bibliography lists without a citation, as places in `papers`. */
	readonly listed: readonly number[];
	/** After this many milliseconds no further entry is begun: the next order continues. */
	readonly entriesMs: number;
}

export interface Rendering {
	/** Whether each citation is the text of a footnote. */
	readonly isNoteStyle: boolean;
	readonly citations: readonly string[];
	/** In a note style, the authors that the sentence names before each note; empty for most. Else no leads. */
	readonly leads: readonly string[];
	/** In the order of the bibliography; undefined for entries that are not rendered yet, and if the style has no list. */
	readonly entries: readonly { readonly paper: number; readonly text: string | undefined }[];
	/** Whether all entries are rendered. */
	readonly isComplete: boolean;
}

/** `fault` says in one line why the style cannot be used. */
export type Rendered = Rendering | { readonly fault: string };

/** Renders citations, one order after the other. */
export type Render = (order: RenderOrder) => Promise<Rendered>;
