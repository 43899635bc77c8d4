/** A citation that contains the same paper twice, by the same name or by two names. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { Note } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type Finding, fixBy } from './finding.ts';

/** Two items with different pages of one paper are not a repetition. */
export function repeatedPapers(view: WorkspaceView, note: Note, citation: Citation): Finding[] {
	const { items } = citation;
	return items.flatMap((item, index) => {
		const first = items.slice(0, index).find((other) => isSamePaper(view, item, other));
		return first && !isOtherPlace(first, item) ? [repeated(note, citation, { first, item })] : [];
	});
}

function isSamePaper(view: WorkspaceView, one: CitationItem, other: CitationItem): boolean {
	const [papers, others] = [view.resolve(one.reference), view.resolve(other.reference)];
	return papers.length === 1 && others.length === 1 && papers[0]?.id === others[0]?.id;
}

function isOtherPlace({ locator: one }: CitationItem, { locator: other }: CitationItem): boolean {
	return one !== undefined && other !== undefined && one.text !== other.text;
}

interface Pair {
	readonly first: CitationItem;
	readonly item: CitationItem;
}

function repeated(note: Note, citation: Citation, { first, item }: Pair): Finding {
	// Removes the item that says less: `a; a, p. 4` keeps the page.
	const goes = item.locator && !first.locator ? first : item;
	return {
		problem: {
			code: 'repeated-paper',
			message: citationMessages.repeated(item.reference, first.reference),
			span: item.referenceSpan,
		},
		reach: item.span,
		fixes: () => [fixBy(fixTitles.removeRepeated, { span: withSemicolon(note, citation, goes), newText: '' })],
	};
}

/** The item and the semicolon before it. For the first item, the semicolon and the space after it. */
function withSemicolon({ text }: Note, { contentSpan }: Citation, { span }: CitationItem): Span {
	const before = text.lastIndexOf(';', span.start - 1);
	if (before >= contentSpan.start) {
		return { start: before, end: span.end };
	}
	const rest = text.slice(span.end, contentSpan.end);
	return { start: span.start, end: span.end + (/^\s*;\s*/.exec(rest)?.[0].length ?? 0) };
}
