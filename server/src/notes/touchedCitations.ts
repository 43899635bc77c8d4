/** Which citations somebody is writing, told from the last edits of the note. */

import type { Span } from '../util/span.ts';
import { type Change, changedSpans } from './change.ts';
import type { Citation } from './citation.ts';
import type { Note } from './note.ts';

/** Edits in more places at a time come from a program, or rename a key: nobody is writing there. */
const MAX_EDITS = 100;

/**
 * The citations that `edits` have touched, in the order of the text. The note is what the edits have left; each of them
 * counts offsets in the text that those before it left.
 */
export function touchedCitations(note: Note, edits: readonly Change[]): readonly Citation[] {
	const spans = edits.length > MAX_EDITS ? [] : changedSpans(edits);
	return note.citations.filter((citation) => spans.some((span) => touches(citation, span)));
}

/** Right behind a citation an edit touches it only if the citation may go on there: `@doe`, `@paper[doe`. */
function touches({ span, contentSpan }: Citation, edit: Span): boolean {
	return span.start < edit.end && (edit.start < span.end || edit.start === contentSpan.end);
}
