/** What the light bulb offers on a citation. */

import type { PaperRef } from '../corpus/corpus.ts';
import type { CitationItem } from '../notes/citation.ts';
import { itemAt, type Note } from '../notes/note.ts';
import type { ProblemCode } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { keysAsLocator } from './keysAsLocator.ts';
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
	return item ? [...referenceFixes(view, item), ...separatePapers(view, note, item)] : [];
}

function referenceFixes(view: WorkspaceView, item: CitationItem): Fix[] {
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
	return canonicalKey(item, papers);
}

function citeInstead(item: CitationItem, paper: PaperRef, mends: ProblemCode, preferred: boolean): Fix {
	return { title: `Cite "${paper.key}"`, mends, span: item.referenceSpan, newText: paper.key, preferred };
}

/** `@paper[a, b, p. 4]` to `@paper[a; b, p. 4]`, where `b` is a paper. */
function separatePapers(view: WorkspaceView, note: Note, item: CitationItem): Fix[] {
	const found = keysAsLocator(view, note, item);
	if (!found) {
		return [];
	}
	const { start, end } = found.withComma;
	return [
		{
			title: 'Separate the papers by ";"',
			mends: 'malformed-citation',
			span: found.withComma,
			newText: note.text.slice(start, end).replaceAll(',', ';'),
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
