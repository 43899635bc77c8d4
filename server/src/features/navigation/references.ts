/** Where the paper is cited that stands at some place, in a note or in a corpus file. */

import type { Range } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';
import { isPresent } from '../presentNotes.ts';

export interface ReferencePlace {
	readonly uri: string;
	readonly range: Range;
}

/**
 * All citations, in open notes and others, of the papers that stand at `offset`, whichever of its names
 * they use; with `includeRecords` the keys of its records before them.
 */
export function references(
	view: WorkspaceView,
	{ uri, offset }: { readonly uri: string; readonly offset: number },
	{ includeRecords }: { readonly includeRecords: boolean },
): ReferencePlace[] {
	const papers = mentionAt(view, uri, offset)?.papers ?? [];
	return papers.flatMap(({ id }) => {
		const records = includeRecords ? (view.corpus.paper(id)?.sources ?? []) : [];
		return [
			...records.map((source) => ({ uri: source.uri, range: source.keyRange })),
			...view.citing(id).flatMap((place) => (isPresent(place.uri) ? { uri: place.uri, range: place.range } : [])),
		];
	});
}
