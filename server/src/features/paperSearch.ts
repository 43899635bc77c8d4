import type { SearchResult } from '../corpus/corpus.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export interface PaperQuery {
	readonly query: string;
	readonly limit: number;
	readonly offset: number;
	/** The note that is being written, if any. */
	readonly uri: string | undefined;
}

/** Papers that match, those cited in the note first, then those cited anywhere. */
export function searchPapers(view: WorkspaceView, { query, limit, offset, uri }: PaperQuery): SearchResult {
	return view.corpus.search(query, { limit, offset, preferred: view.cited(uri) });
}
