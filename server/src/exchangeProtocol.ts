/** More of our own requests: papers and citations as other programs write them. */

import type { PaperParams, PlacedMessage, Position, Range } from './protocol.ts';

/**
 * `paperNotes/export`: papers as text of a bibliography that reads back equal; `null` where no single paper is meant. With a
 * `key` or a `position`, the one paper as in `paperNotes/paper`; else all papers that the note `uri` cites.
 */
export const exportRequest = 'paperNotes/export';

export type ExportFormat = 'bibtex' | 'csl-json' | 'ris';

export type ExportParams = Partial<PaperParams> & { readonly format: ExportFormat };

export interface ExportResponse {
	readonly text: string;
	/** How many papers it holds. */
	readonly papers: number;
	/** Citations whose paper is missing, and why: unknown and ambiguous keys. */
	readonly leftOut: readonly PlacedMessage[];
}

/**
 * `paperNotes/noteConversion`: the edits that convert the citations of a note between `@paper[...]` and Pandoc's syntax;
 * `null` if it is not open as a note.
 */
export const noteConversionRequest = 'paperNotes/noteConversion';

export interface NoteConversionParams {
	readonly uri: string;
	/** Without it, the syntax that the note does not have yet. */
	readonly to?: 'paper' | 'pandoc';
}

export interface NoteConversionResponse {
	/** Present if `to` is missing and the note has citations of both syntaxes. Then there are no edits. */
	readonly choose?: true;
	/** In the order of the text; they never overlap. */
	readonly edits: readonly { readonly range: Range; readonly newText: string }[];
	/** The citations that stay as they are, and why. */
	readonly left: readonly { readonly range: Range; readonly text: string; readonly reason: string }[];
	/** Why there are no edits, and what to do, if the note has changed meanwhile. */
	readonly refusal?: string;
}

/** `paperNotes/typeset`: text of an open note with its citations as LaTeX or Typst writes them; `null` if it has none. */
export const typesetRequest = 'paperNotes/typeset';

export interface TypesetParams {
	readonly uri: string;
	/** The text that is wanted. An empty range stands for the citation there. */
	readonly range: Range;
	readonly to: 'latex' | 'typst';
}

export interface TypesetResponse {
	readonly text: string;
	/** How many citations were written. */
	readonly count: number;
	/** The citations that stand in the text as the note has them, and why. */
	readonly left: NoteConversionResponse['left'];
}

/**
 * `paperNotes/pastedCitations`: text to be pasted into an open note, with the citations of LaTeX and Typst in it as the note
 * writes them, or a citation of the papers whose DOIs, arXiv ids or addresses it is; `null` if it names no known paper.
 */
export const pastedCitationsRequest = 'paperNotes/pastedCitations';

export interface PastedCitationsParams {
	readonly uri: string;
	readonly position: Position;
	readonly text: string;
}

export interface PastedCitationsResponse {
	readonly text: string;
	/** How many citations were converted, or papers cited. */
	readonly count: number;
	readonly syntax: 'paper' | 'pandoc';
	/** Whether it is one way to paste the text, and not what most people want. */
	readonly isOption?: true;
}
