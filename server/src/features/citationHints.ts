/** After each citation, who wrote the paper and when, for people whose keys do not say it. */

import { shortByline } from '../corpus/byline.ts';
import { overlaps, type Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export interface CitationHint {
	/** Where it is shown: after the reference. */
	readonly offset: number;
	/** `Vaswani et al. 2017` */
	readonly text: string;
	readonly title: string;
}

/** The hints for the references within `span` of the note `uri` that name one paper each. */
export function citationHints(workspace: WorkspaceView, uri: string, span: Span): CitationHint[] {
	const view = workspace.in(uri);
	const citations = view.note(uri)?.citations ?? [];
	return citations
		.filter((citation) => overlaps(citation.span, span))
		.flatMap(({ items }) => items)
		.filter(({ referenceSpan }) => overlaps(referenceSpan, span))
		.flatMap(({ reference, referenceSpan: { end } }) => {
			const [ref, ...others] = view.resolve(reference);
			const paper = ref && others.length === 0 ? view.corpus.summary(ref.id) : undefined;
			return paper ? [{ offset: end, text: shortByline(paper), title: paper.title }] : [];
		});
}
