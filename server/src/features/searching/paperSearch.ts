import type { PaperSummary } from '../../corpus/corpus.ts';
import { markWords } from '../../index/search/markedWords.ts';
import { readQuery, unknownFiltersIn } from '../../index/search/query.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { papersByGuessedKey } from '../suggestions/guessedKey.ts';

export interface PaperQuery {
	readonly query: string;
	readonly limit: number;
	readonly offset: number;
	/** The note that is being written, if any. */
	readonly uri: string | undefined;
}

export interface FoundPaper {
	readonly paper: PaperSummary;
	/** The key by which the note cites the paper. */
	readonly key: string;
	/** Whether the note that is being written cites it. */
	readonly citedHere: boolean;
	/** Where the words of the query occur. */
	readonly marks: { readonly title: readonly Span[]; readonly abstract: readonly Span[] };
}

export interface FoundPapers {
	/** Papers that no key means in the note are left out. Best first: those of the note's own library before others. On equal rank, papers cited in the note come first, then those cited anywhere. */
	readonly papers: readonly FoundPaper[];
	/** Number of matching papers; a lower bound if counting stopped early. */
	readonly total: number;
	/** Parts of the query that look like a filter but are not one: `foo:bar`. */
	readonly unknownFilters: readonly string[];
}

export function searchPapers(workspace: WorkspaceView, { query, limit, offset, uri }: PaperQuery): FoundPapers {
	const view = uri === undefined ? workspace : workspace.in(uri);
	const cited = view.cited(uri);
	const { library } = view;
	const result = view.corpus.search(query, { limit, offset, preferred: cited, library });
	const { papers, total } = result.total > 0 ? result : byGuessedKey(view, query, { limit, offset });
	const found = papers.flatMap((paper) => {
		const key = view.keyOf(paper);
		const marks = marksIn(paper, query);
		return key === undefined ? [] : [{ paper, key, citedHere: cited.get(paper.id) === 2, marks }];
	});
	return { papers: found, total, unknownFilters: unknownFiltersIn(query, papers) };
}

/** Whether the result depends on what notes cite: `is:cited`. */
export function asksForCited(query: string): boolean {
	return readQuery(query).cited !== undefined;
}

/** A key that is typed in full is the first result of its own search. */
function byGuessedKey(view: WorkspaceView, query: string, { limit, offset }: Pick<PaperQuery, 'limit' | 'offset'>) {
	const papers = papersByGuessedKey(view, query).flatMap(({ id, key }) =>
		view.corpus.search(key, { limit: 1 }).papers.filter((paper) => paper.id === id),
	);
	return { papers: papers.slice(offset, offset + limit), total: papers.length };
}

function marksIn({ title, abstract = '' }: PaperSummary, query: string): FoundPaper['marks'] {
	return { title: markWords(title, query, 'title'), abstract: markWords(abstract, query, 'abstract') };
}
