/** More of our own requests: citations and bibliographies as a citation style writes them. */

import type { Position, Range } from './protocol.ts';

/**
 * `paperNotes/render`: the citations of an open note and its bibliography in the note's style, as safe HTML; `null` if it is
 * not open. Of a long bibliography a part: ask again until `isComplete`.
 */
export const renderRequest = 'paperNotes/render';

export interface RenderParams {
	readonly uri: string;
}

export interface RenderedCitation {
	/** As the note writes it, on one line: `@paper[a, p. 4]`. */
	readonly text: string;
	/** The line on which it begins, counted from 0. */
	readonly line: number;
	readonly html: string;
	/** In a note style, the authors that the sentence names before the note. */
	readonly lead?: string;
	/** What it cites, as places in `papers`. */
	readonly papers: readonly number[];
}

/** A paper's card: plain text. */
export interface RenderedPaper {
	readonly key: string;
	readonly title: string;
	readonly authors: string;
	/** Venue and year. */
	readonly published: string;
	readonly abstract: string;
}

export interface RenderResponse {
	/** In the order of the note. References that name no paper are marked in them: `<span class="paper-unknown">`. */
	readonly citations: readonly RenderedCitation[];
	readonly papers: readonly RenderedPaper[];
	/** In the order of the style. An entry without `html` is not rendered yet. */
	readonly bibliography: readonly { readonly paper: number; readonly html?: string }[];
	/** Whether each citation is the text of a footnote. */
	readonly isNoteStyle: boolean;
	/** Whether the list is rendered to its end and all papers have been read. */
	readonly isComplete: boolean;
	/** The heading that the note wants above its bibliography. */
	readonly heading?: string;
	/** Why another style is used than the note or the settings want. */
	readonly problem?: string;
}

/** `paperNotes/formattedPaper`: one paper as the style of the note writes it; `null` where no single paper is meant. */
export const formattedPaperRequest = 'paperNotes/formattedPaper';

export interface FormattedPaperParams {
	/** The note whose style is used. */
	readonly uri: string;
	readonly key: string;
}

export interface FormattedPaperResponse {
	/** Plain text: `(Zeng, 2025)`. */
	readonly citation: string;
	/** The entry of the bibliography as plain text. */
	readonly entry: string;
	readonly problem?: string;
}

/**
 * `paperNotes/insertBibliography`: the edit of an open note after which its bibliography stands between two comments, as
 * Markdown; `null` if it is not open, or not all papers have been read. Servers keep the list up to date when the note is
 * saved (`textDocument/willSaveWaitUntil`).
 */
export const insertBibliographyRequest = 'paperNotes/insertBibliography';

export interface InsertBibliographyParams {
	readonly uri: string;
	/** The list goes below this line if the note has no place for it. */
	readonly position: Position;
}

export interface InsertBibliographyResponse {
	/** Empty if the note has the same list already. */
	readonly edits: readonly { readonly range: Range; readonly newText: string }[];
	/** Why the list is empty or in another style. */
	readonly problem?: string;
}
