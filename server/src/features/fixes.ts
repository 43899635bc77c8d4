/** What the light bulb offers on a citation. */

import type { PaperRef } from '../corpus/corpus.ts';
import type { CitationItem } from '../notes/citation.ts';
import { itemAt } from '../notes/note.ts';
import type { ProblemCode } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { likelyPapers } from './likelyPapers.ts';

export interface Fix {
	readonly title: string;
	/** The problem it mends; undefined where nothing is wrong and the change is a matter of taste. */
	readonly mends: ProblemCode | undefined;
	readonly span: Span;
	readonly newText: string;
	/** The likeliest of several. */
	readonly preferred: boolean;
}

/** Best first. */
export function fixes(view: WorkspaceView, uri: string, offset: number): Fix[] {
	const note = view.note(uri);
	const item = note && itemAt(note, offset)?.item;
	if (!item) {
		return [];
	}
	const papers = view.resolve(item.reference);
	if (papers.length === 0) {
		return likelyPapers(view, item.reference).map((paper, rank) =>
			citeInstead(item, paper, 'unknown-paper', rank === 0),
		);
	}
	if (papers.length > 1) {
		return papers
			.filter((paper) => paper.key !== item.reference)
			.map((paper) => citeInstead(item, paper, 'ambiguous-paper', false));
	}
	return [...separatePapers(view, item, note.text), ...canonicalKey(item, papers)];
}

function citeInstead(item: CitationItem, paper: PaperRef, mends: ProblemCode, preferred: boolean): Fix {
	return { title: `Cite "${paper.key}"`, mends, span: item.referenceSpan, newText: paper.key, preferred };
}

/** `@paper[a, b]` to `@paper[a; b]`, where `b` is a paper. */
function separatePapers(view: WorkspaceView, item: CitationItem, text: string): Fix[] {
	const { locator } = item;
	if (!locator || view.resolve(locator.text.trim()).length === 0) {
		return [];
	}
	const comma = text.indexOf(',', item.referenceSpan.end);
	return [
		{
			title: 'Separate the papers by ";"',
			mends: 'malformed-citation',
			span: { start: comma, end: comma + 1 },
			newText: ';',
			preferred: true,
		},
	];
}

/** A DOI, an arXiv id or another source's key, turned into the key that the paper goes by here. */
function canonicalKey(item: CitationItem, papers: readonly PaperRef[]): Fix[] {
	return papers
		.filter((paper) => paper.key !== item.reference)
		.map((paper) => ({
			title: `Use the key "${paper.key}"`,
			mends: undefined,
			span: item.referenceSpan,
			newText: paper.key,
			preferred: false,
		}));
}
