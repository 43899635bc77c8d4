/** What is wrong with a note: with its citations, and with the bibliographies that it names. The same list feeds the editor and the command line. */

import { plainText } from '../corpus/text/richText.ts';
import type { Citation, CitationItem } from '../notes/citation.ts';
import { citationProblems, type Note } from '../notes/note.ts';
import type { Problem, RelatedPlace } from '../util/problem.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { bibliographyProblems } from './bibliographyProblems.ts';
import { keysAsLocator } from './keysAsLocator.ts';
import { likelyPapers } from './likelyPapers.ts';

/** A note with more unknown keys than this has lost its corpus; looking for what each might mean helps nobody. */
const MOST_SUGGESTIONS = 8;

/** Of an ambiguous key's papers, so many are told. */
const MOST_NAMED = 10;

/** Problems in the order of their places. */
export function noteProblems(view: WorkspaceView, uri: string): Problem[] {
	const note = view.note(uri);
	return note
		? [
				...citationProblems(note, { isKnown: (reference) => view.resolve(reference).length > 0 }),
				...referenceProblems(view, note),
				...bibliographyProblems(view, uri, note),
			].sort((a, b) => a.span.start - b.span.start)
		: [];
}

function referenceProblems(view: WorkspaceView, note: Note): Problem[] {
	const suggested = new Set<string>();
	const suggest = (reference: string): string | undefined =>
		suggested.add(reference).size <= MOST_SUGGESTIONS ? likelyPapers(view, reference)[0]?.key : undefined;
	return note.citations.flatMap((citation) =>
		citation.items.flatMap((item) => [
			...itemProblems(view, citation, item, suggest),
			...separatedByComma(view, note, item),
		]),
	);
}

function itemProblems(
	view: WorkspaceView,
	citation: Citation,
	item: CitationItem,
	suggest: (reference: string) => string | undefined,
): Problem[] {
	const papers = view.resolve(item.reference);
	if (papers.length === 0) {
		// An open citation is still being typed, and before the corpus is complete a key may only be unknown yet.
		// What cannot be a key has been reported as such.
		return view.complete && citation.closed && !item.problem ? [unknownPaper(item, suggest(item.reference))] : [];
	}
	return papers.length > 1 ? [ambiguousPaper(view, item)] : [];
}

function unknownPaper(item: CitationItem, suggestion: string | undefined): Problem {
	const question = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
	return {
		code: 'unknown-paper',
		message: `No paper has the key "${item.reference}".${question}`,
		span: item.referenceSpan,
	};
}

function ambiguousPaper(view: WorkspaceView, item: CitationItem): Problem {
	const named = view.resolve(item.reference);
	const papers = named.slice(0, MOST_NAMED).flatMap(({ id }) => view.corpus.paper(id) ?? []);
	const related: RelatedPlace[] = papers.flatMap((paper) =>
		paper.sources
			.slice(0, 1)
			.map(({ uri, keyRange }) => ({ uri, range: keyRange, message: plainText(paper.item.title ?? paper.key) })),
	);
	const keys = [...new Set(papers.map((paper) => paper.key))].filter((key) => key !== item.reference);
	const remedy = keys.length > 0 ? `Cite ${keys.map((key) => `"${key}"`).join(' or ')}.` : 'Give them different keys.';
	return {
		code: 'ambiguous-paper',
		message: `"${item.reference}" names ${named.length} papers. ${remedy}`,
		span: item.referenceSpan,
		related,
	};
}

function separatedByComma(view: WorkspaceView, note: Note, item: CitationItem): Problem[] {
	const found = keysAsLocator(view, note, item);
	if (!found) {
		return [];
	}
	const keys = found.keys.map((key) => `"${key}"`).join(' and ');
	const subject =
		found.keys.length === 1
			? `${keys} is a paper, but after a comma it is`
			: `${keys} are papers, but after a comma they are`;
	return [
		{
			code: 'malformed-citation',
			message: `${subject} read as a page or section. Separate papers by ";".`,
			span: found.span,
		},
	];
}
