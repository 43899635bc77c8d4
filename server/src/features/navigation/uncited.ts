/** The papers that no note cites. */

import { byline } from '../../corpus/byline.ts';
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

/** More than anyone looks through in a list. */
const MAX_LISTED = 1000;

/** The first of them as rows, how many there are, and whether all papers and notes have been read. */
export function listedUncited(view: WorkspaceView) {
	const all = uncitedPapers(view);
	const papers = all.slice(0, MAX_LISTED).flatMap(({ id, key, uri }) => {
		const summary = view.corpus.summary(id);
		const source = view.corpus.paper(id)?.sources.find((one) => one.uri === uri);
		return summary && source
			? [{ key, title: summary.title, byline: byline(summary), uri, range: source.keyRange }]
			: [];
	});
	return { papers, total: all.length, isComplete: view.complete };
}
