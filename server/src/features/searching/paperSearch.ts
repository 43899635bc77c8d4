import type { PaperSummary } from '../../corpus/corpus.ts';
import { markWords } from '../../index/search/markedWords.ts';
import { unknownFiltersIn } from '../../index/search/query.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export interface PaperQuery {
	readonly query: string;
	readonly limit: number;
	readonly offset: number;
	/** The note that is being written, if any. */
	readonly uri: string | undefined;
}

export interface FoundPaper {
	readonly paper: PaperSummary;
	/** Whether the note that is being written cites it. */
	readonly citedHere: boolean;
	/** Where the words of the query occur. */
	readonly marks: { readonly title: readonly Span[]; readonly abstract: readonly Span[] };
}

export interface FoundPapers {
	/** Best first. On equal rank, papers cited in the note come first, then those cited anywhere. */
	readonly papers: readonly FoundPaper[];
	/** Number of matching papers; a lower bound if counting stopped early. */
	readonly total: number;
	/** Parts of the query that look like a filter but are not one: `foo:bar`. */
	readonly unknownFilters: readonly string[];
}

export function searchPapers(view: WorkspaceView, { query, limit, offset, uri }: PaperQuery): FoundPapers {
	const cited = view.cited(uri);
	const { papers, total } = view.corpus.search(query, { limit, offset, preferred: cited });
	const found = papers.map((paper) => ({
		paper,
		citedHere: cited.get(paper.id) === 2,
		marks: marksIn(paper, query),
	}));
	return { papers: found, total, unknownFilters: unknownFiltersIn(query, papers) };
}

function marksIn({ title, abstract = '' }: PaperSummary, query: string): FoundPaper['marks'] {
	return { title: markWords(title, query, 'title'), abstract: markWords(abstract, query, 'abstract') };
}
