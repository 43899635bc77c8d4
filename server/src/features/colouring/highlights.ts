import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { holdsNoPapers } from '../findings/noPapers.ts';

export interface Highlight {
	readonly span: Span;
	readonly known: boolean;
}

/** The references of a note to colour. References reported as unknown are marked. */
export function highlights(workspace: WorkspaceView, uri: string): Highlight[] {
	const view = workspace.in(uri);
	const citations = view.note(uri)?.citations ?? [];
	const isOpenQuestion = !view.complete || holdsNoPapers(view);
	return citations.flatMap(({ items, closed }) =>
		items
			.map((item) => ({ item, known: isOpenQuestion || view.resolve(item.reference).length > 0 }))
			// References that cannot be keys or are not closed are still being typed or reported as malformed.
			.filter(({ item, known }) => !item.problem && (closed || known))
			.map(({ item, known }) => ({ span: item.referenceSpan, known })),
	);
}
