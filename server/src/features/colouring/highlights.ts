import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { holdsNoPapers } from '../findings/noPapers.ts';

export interface Highlight {
	readonly span: Span;
	readonly known: boolean;
}

/** What to colour in a note: each reference, one that is reported as unknown marked as such. */
export function highlights(view: WorkspaceView, uri: string): Highlight[] {
	const citations = view.note(uri)?.citations ?? [];
	const isOpenQuestion = !view.complete || holdsNoPapers(view);
	return citations.flatMap(({ items, closed }) =>
		items
			.map((item) => ({ item, known: isOpenQuestion || view.resolve(item.reference).length > 0 }))
			// What cannot be a key or is not closed is still being typed, or is reported as malformed.
			.filter(({ item, known }) => !item.problem && (closed || known))
			.map(({ item, known }) => ({ span: item.referenceSpan, known })),
	);
}
