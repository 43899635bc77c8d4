/** References that name no paper, or several. */

import type { PaperRef } from '../../corpus/corpus.ts';
import { plainText } from '../../corpus/text/richText.ts';
import { citationMessages } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import { meantKey } from '../../notes/reference.ts';
import { isSameKey } from '../../syntax/key.ts';
import type { Problem, RelatedPlace } from '../../util/problem.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding } from './finding.ts';
import { rareFixes } from './rareFixes.ts';
import { renamedFinding } from './renamedKeys.ts';

/** Most papers of an ambiguous key that a message lists. */
const MAX_NAMED = 10;

/** The key that a wrong one most likely meant; undefined if nothing is to be suggested. */
export type Suggest = (reference: string) => string | undefined;

export interface Asking {
	/** The note. */
	readonly uri: string;
	/** Suggests what an unknown key may have meant. */
	readonly suggest: Suggest;
	/** Whether a key that names no paper was meant as one. */
	readonly isMeant: (citation: Citation, item: CitationItem) => boolean;
}

export function referenceFindings(
	view: WorkspaceView,
	citation: Citation,
	item: CitationItem,
	{ uri, suggest, isMeant }: Asking,
): Finding[] {
	const papers = view.resolve(item.reference);
	// Until all notes have been read, it is not known which library each of them means.
	if (papers.length > 1 && view.complete) {
		return [
			{
				problem: ambiguousPaper(view, item, papers),
				fixes: () => rareFixes().papersInstead(view, { citation, item }, papers),
			},
		];
	}
	if (papers.length > 0 && isUnknown(view, citation, item) && view.isForeign(item.reference)) {
		return [
			{
				problem: { ...foreignPaper(item.reference), span: item.referenceSpan },
				fixes: () => [rareFixes().searchInstead(item)],
			},
		];
	}
	const former = view.formerly(item.reference);
	if (former && isUnknown(view, citation, item)) {
		return [renamedFinding(view, { citation, item }, former)];
	}
	return papers.length === 0 && isUnknown(view, citation, item) && isMeant(citation, item)
		? [
				{
					problem: { ...unknownPaper(item.reference, suggest(meantKey(item).text)), span: item.referenceSpan },
					fixes: () => rareFixes().unknownFixes(view, uri, { citation, item }),
				},
			]
		: [];
}

/**
 * Whether a reference without a paper is a problem. It is not while its citation is unclosed (the writer is still
 * typing), while the corpus is incomplete (the paper may still come), or if it cannot be a key (another problem says
 * so).
 */
function isUnknown(view: WorkspaceView, citation: Citation, item: CitationItem): boolean {
	return view.complete && citation.closed && !item.problem;
}

/** The problem of a reference that names no paper, without its span. */
export function unknownPaper(reference: string, suggestion: string | undefined): Omit<Problem, 'span'> {
	return { code: 'unknown-paper', message: citationMessages.unknown(reference, suggestion) };
}

/** The problem of a reference that names a paper of other notes or projects alone, without its span. */
export function foreignPaper(reference: string): Omit<Problem, 'span'> {
	return { code: 'unknown-paper', message: citationMessages.foreign(reference) };
}

function ambiguousPaper(view: WorkspaceView, item: CitationItem, named: readonly PaperRef[]): Problem {
	const papers = named.slice(0, MAX_NAMED).flatMap(({ id }) => view.corpus.paper(id) ?? []);
	const related: RelatedPlace[] = papers.flatMap(({ key, item: { title }, sources }) =>
		sources
			.slice(0, 1)
			.map(({ uri, keyRange }) => ({ uri, range: keyRange, message: title === undefined ? key : plainText(title) })),
	);
	const keys = [...new Set(papers.map((paper) => paper.key))].filter((key) => !isSameKey(key, item.reference));
	const message = citationMessages.ambiguous(item.reference, named.length, keys);
	return { code: 'ambiguous-paper', message, span: item.referenceSpan, related };
}
