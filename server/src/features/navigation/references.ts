/** Where the paper at a place in a note or a corpus file is cited. */

import type { Range } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';
import { isPresent } from '../presentNotes.ts';

export interface ReferencePlace {
	readonly uri: string;
	readonly range: Range;
}

/**
 * All citations of the papers at `offset`, in open and closed notes, by any of their names. With `includeRecords`, the
 * keys of their records come first.
 */
export function references(
	workspace: WorkspaceView,
	{ uri, offset }: { readonly uri: string; readonly offset: number },
	{ includeRecords }: { readonly includeRecords: boolean },
): ReferencePlace[] {
	const view = workspace.in(uri);
	const papers = mentionAt(view, uri, offset)?.papers ?? [];
	return papers.flatMap(({ id }) => {
		const records = includeRecords ? (view.corpus.paper(id)?.sources ?? []) : [];
		return [
			...records.map((source) => ({ uri: source.uri, range: source.keyRange })),
			...view.citing(id).flatMap((place) => (isPresent(place.uri) ? { uri: place.uri, range: place.range } : [])),
		];
	});
}
