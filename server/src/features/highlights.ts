import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export interface Highlight {
	readonly span: Span;
	readonly known: boolean;
}

/** What to colour in a note: each reference, an unknown one marked as such once the whole corpus has been read. */
export function highlights(view: WorkspaceView, uri: string): Highlight[] {
	const citations = view.note(uri)?.citations ?? [];
	return (
		citations
			.flatMap((citation) => citation.items)
			// What cannot be a key is still being typed, or is reported as malformed.
			.filter((item) => !item.problem)
			.map((item) => ({
				span: item.referenceSpan,
				known: !view.complete || view.resolve(item.reference).length > 0,
			}))
	);
}
