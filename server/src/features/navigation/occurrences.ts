/** References in a note to the paper at the cursor, which the editor highlights while the cursor is there. */

import { type Span, touches } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';

/**
 * The reference at `offset` and all others in this note that name the same paper; empty if there is no reference at
 * `offset`.
 */
export function occurrences(workspace: WorkspaceView, uri: string, offset: number): Span[] {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind !== 'citation' || !touches(mention.span, offset)) {
		return [];
	}
	const { note, item } = mention;
	const papers = new Set(mention.papers.map(({ id }) => id));
	return note.citations
		.flatMap(({ items }) => items)
		.filter(({ reference }) => reference === item.reference || view.resolve(reference).some(({ id }) => papers.has(id)))
		.map(({ referenceSpan }) => referenceSpan);
}
