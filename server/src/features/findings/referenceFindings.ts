/** A reference that names no paper, or several. */

import type { PaperRef } from '../../corpus/corpus.ts';
import { plainText } from '../../corpus/text/richText.ts';
import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { Problem, RelatedPlace } from '../../util/problem.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { suggestedPapers } from '../suggestions/suggestedPapers.ts';
import { type Finding, type Fix, fixBy } from './finding.ts';

/** Of an ambiguous key's papers, so many are told. */
const MAX_NAMED = 10;

/** The key that a wrong one most likely meant, where it is to be told. */
export type Suggest = (reference: string) => string | undefined;

export function referenceFindings(
	view: WorkspaceView,
	citation: Citation,
	item: CitationItem,
	suggest: Suggest,
): Finding[] {
	const papers = view.resolve(item.reference);
	if (papers.length > 1) {
		return [{ problem: ambiguousPaper(view, item, papers), fixes: () => papersInstead(item, papers) }];
	}
	return papers.length === 0 && isUnknown(view, citation, item)
		? [
				{
					problem: { ...unknownPaper(item.reference, suggest(item.reference)), span: item.referenceSpan },
					fixes: () => [...suggestedInstead(view, item), searchInstead(item)],
				},
			]
		: [];
}

/**
 * Whether a reference without a paper is a problem: an open citation is still being typed, before the corpus is
 * complete a key may only be unknown yet, and what cannot be a key has been reported as such.
 */
function isUnknown(view: WorkspaceView, citation: Citation, item: CitationItem): boolean {
	return view.complete && citation.closed && !item.problem;
}

/** The problem of a reference that names no paper, without its place. */
export function unknownPaper(reference: string, suggestion: string | undefined): Omit<Problem, 'span'> {
	return { code: 'unknown-paper', message: citationMessages.unknown(reference, suggestion) };
}

/** The papers that a wrong reference may have meant, the likeliest preferred. */
export function suggestedInstead(view: WorkspaceView, item: CitationItem): Fix[] {
	return suggestedPapers(view, item.reference).map((paper, rank) => citeInstead(item, paper, rank === 0));
}

/** So that every unknown key has a fix of its own: without one, VS Code shows those of its neighbours on the line. */
function searchInstead({ referenceSpan }: CitationItem): Fix {
	const command = { name: 'paperNotes.searchInstead', at: referenceSpan };
	return { title: fixTitles.searchInstead, edits: [], preferred: false, command };
}

function ambiguousPaper(view: WorkspaceView, item: CitationItem, named: readonly PaperRef[]): Problem {
	const papers = named.slice(0, MAX_NAMED).flatMap(({ id }) => view.corpus.paper(id) ?? []);
	const related: RelatedPlace[] = papers.flatMap(({ key, item: { title }, sources }) =>
		sources
			.slice(0, 1)
			.map(({ uri, keyRange }) => ({ uri, range: keyRange, message: title === undefined ? key : plainText(title) })),
	);
	const keys = [...new Set(papers.map((paper) => paper.key))].filter((key) => key !== item.reference);
	const message = citationMessages.ambiguous(item.reference, named.length, keys);
	return { code: 'ambiguous-paper', message, span: item.referenceSpan, related };
}

function papersInstead(item: CitationItem, papers: readonly PaperRef[]): Fix[] {
	return papers.filter(({ key }) => key !== item.reference).map((paper) => citeInstead(item, paper, false));
}

function citeInstead(item: CitationItem, { key }: PaperRef, preferred: boolean): Fix {
	return fixBy(fixTitles.cite(key), { span: item.referenceSpan, newText: key }, { preferred });
}
