/** Finds the citations that someone is writing, from the latest edits of the note. */

import type { Span } from '../util/span.ts';
import { type Change, changedSpans } from './change.ts';
import type { Citation } from './citation.ts';
import type { Note } from './note.ts';

/** Edits in more places at once come from a program or from renaming a key. Nobody is typing there. */
const MAX_EDITS = 100;

/**
 * The citations that `edits` touched, in the order of the text. `note` is the state after the edits. Each edit counts
 * offsets in the text that the previous edits left.
 */
export function touchedCitations(note: Note, edits: readonly Change[]): readonly Citation[] {
	const spans = edits.length > MAX_EDITS ? [] : changedSpans(edits);
	return note.citations.filter((citation) => spans.some((span) => touches(citation, span)));
}

/** An edit right after a citation touches it only if the citation may continue there: `@doe`, `@paper[doe`. */
function touches({ span, contentSpan }: Citation, edit: Span): boolean {
	return span.start < edit.end && (edit.start < span.end || edit.start === contentSpan.end);
}
