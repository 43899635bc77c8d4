/** Which references of a note mean the paper at the cursor: what an editor marks while the cursor rests there. */

import { itemAt } from '../../notes/note.ts';
import { type Span, touches } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** The reference at `offset` and all others in this note that name the same paper; none beside a reference. */
export function occurrences(view: WorkspaceView, uri: string, offset: number): Span[] {
	const note = view.note(uri);
	const item = note && itemAt(note, offset)?.item;
	if (!item || !touches(item.referenceSpan, offset)) {
		return [];
	}
	const papers = new Set(view.resolve(item.reference).map(({ id }) => id));
	return note.citations
		.flatMap(({ items }) => items)
		.filter(({ reference }) => reference === item.reference || view.resolve(reference).some(({ id }) => papers.has(id)))
		.map(({ referenceSpan }) => referenceSpan);
}
