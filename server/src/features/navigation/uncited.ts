/** The papers that no note cites. */

import type { PaperId, PaperRef } from '../../corpus/corpus.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export interface UncitedPaper extends PaperRef {
	/** The corpus file that has it, the first of several. */
	readonly uri: string;
}

/** In the order of files and of places in them. */
export function uncitedPapers(view: WorkspaceView): UncitedPaper[] {
	const { corpus } = view;
	const cited = view.cited(undefined);
	const seen = new Set<PaperId>();
	return corpus.files().flatMap(({ uri }) =>
		corpus.recordsIn(uri).flatMap(({ paper: { id, key } }) => {
			const isNew = !seen.has(id) && !cited.has(id);
			seen.add(id);
			return isNew ? [{ id, key, uri }] : [];
		}),
	);
}
