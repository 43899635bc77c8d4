/** What F2 renames: the key of a citation, wherever in the citation the cursor stands. */

import type { Citation, CitationItem } from '../../notes/citation.ts';
import { citationAt, type Note } from '../../notes/note.ts';
import { type Span, touches } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { namesakeLinkAt } from './namesakeLink.ts';

export interface RenameTarget {
	/** The reference; widened to the cursor where a line end stands between the two. */
	readonly span: Span;
	/** What the editor lets people change. */
	readonly placeholder: string;
}

/** What is at the cursor: `item` is undefined in a citation that names no paper yet. */
export type Nameable =
	| { readonly kind: 'citation'; readonly citation: Citation; readonly item: CitationItem | undefined }
	| { readonly kind: 'namesakeLink'; readonly span: Span };

/**
 * What F2 at `offset` renames. Anywhere in a citation that is a key, for VS Code would take the brackets for a link and
 * rename that. Undefined outside citations, and beside the key of one that is not closed.
 */
export function renameTarget(view: WorkspaceView, uri: string, offset: number): RenameTarget | undefined {
	const note = view.note(uri);
	const found = note && nameableAt(note, offset);
	if (!found) {
		return undefined;
	}
	const item = found.kind === 'citation' ? found.item : undefined;
	if (!item) {
		const span = found.kind === 'citation' ? found.citation.span : found.span;
		return { span, placeholder: textIn(note, span) };
	}
	const { referenceSpan: span, reference: placeholder } = item;
	const reach = { start: Math.min(span.start, offset), end: Math.max(span.end, offset) };
	return { span: /[\r\n]/.test(textIn(note, reach)) ? reach : span, placeholder };
}

/** Of a citation the item that is meant: under the cursor, else the last one before it, else the first. */
export function nameableAt(note: Note, offset: number): Nameable | undefined {
	const citation = citationAt(note, offset);
	const items = citation?.items ?? [];
	const touched = items.find(({ referenceSpan }) => touches(referenceSpan, offset));
	if (citation && touched) {
		return { kind: 'citation', citation, item: touched };
	}
	if (citation?.closed) {
		return { kind: 'citation', citation, item: items.findLast(({ span }) => span.start <= offset) ?? items[0] };
	}
	const link = namesakeLinkAt(note, offset);
	return link && { kind: 'namesakeLink', span: link };
}

function textIn(note: Note, { start, end }: Span): string {
	return note.text.slice(start, end);
}
