/** What F2 renames: the key of a citation, wherever in the citation the cursor is. */

import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { Note } from '../../notes/note.ts';
import { type Span, touches } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';
import { namesakeLinkAt } from './namesakeLink.ts';

export interface RenameTarget {
	/** The span of the reference; extended to the cursor if a line end lies between the two. */
	readonly span: Span;
	/** The text that the editor lets people edit. */
	readonly placeholder: string;
}

/** What is at the cursor. `item` is undefined in a citation that names no paper yet. */
export type Nameable =
	| {
			readonly kind: 'citation';
			readonly note: Note;
			readonly citation: Citation;
			readonly item: CitationItem | undefined;
	  }
	| { readonly kind: 'namesakeLink'; readonly note: Note; readonly span: Span }
	/** A key in a corpus file: a record's own, or one that a record refers to. */
	| { readonly kind: 'record'; readonly span: Span; readonly key: string };

/**
 * What F2 at `offset` renames. Anywhere in a citation it is a key, because otherwise VS Code would take the brackets for
 * a link and rename that. Undefined outside citations, and next to the key of an unclosed one.
 */
export function renameTarget(view: WorkspaceView, uri: string, offset: number): RenameTarget | undefined {
	const found = nameableAt(view, uri, offset);
	if (!found) {
		return undefined;
	}
	if (found.kind === 'record') {
		return { span: found.span, placeholder: found.key };
	}
	const { note } = found;
	const item = found.kind === 'citation' ? found.item : undefined;
	if (!item) {
		const span = found.kind === 'citation' ? found.citation.span : found.span;
		return { span, placeholder: textIn(note, span) };
	}
	const { referenceSpan: span, reference: placeholder } = item;
	const reach = { start: Math.min(span.start, offset), end: Math.max(span.end, offset) };
	return { span: /[\r\n]/.test(textIn(note, reach)) ? reach : span, placeholder };
}

/** The citation item that is meant: the one under the cursor, else the last one before it, else the first. */
export function nameableAt(view: WorkspaceView, uri: string, offset: number): Nameable | undefined {
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind === 'citation' && (mention.citation.closed || touches(mention.span, offset))) {
		return mention;
	}
	if (mention?.kind === 'besidePapers' && mention.citation.closed) {
		const { note, citation } = mention;
		const { items } = citation;
		const item = items.findLast(({ span }) => span.start <= offset) ?? items[0];
		return { kind: 'citation', note, citation, item };
	}
	if (mention?.kind === 'record') {
		const key = mention.key ?? view.openText(uri)?.slice(mention.span.start, mention.span.end);
		return key === undefined ? undefined : { kind: 'record', span: mention.span, key };
	}
	const note = view.note(uri);
	const span = note && namesakeLinkAt(note, offset);
	return span && { kind: 'namesakeLink', note, span };
}

function textIn(note: Note, { start, end }: Span): string {
	return note.text.slice(start, end);
}
