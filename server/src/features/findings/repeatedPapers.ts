/** A citation that contains the same paper twice, by the same name or by two names. */

import type { PaperId } from '../../corpus/corpus.ts';
import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { Note } from '../../notes/note.ts';
import { lastSeparator } from '../../syntax/separator.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type Finding, fixBy } from './finding.ts';

/** Two items with different pages of one paper are not a repetition. */
export function repeatedPapers(view: WorkspaceView, note: Note, citation: Citation): Finding[] {
	const firsts = new Map<PaperId, CitationItem>();
	return citation.items.flatMap((item) => {
		const [paper, ...others] = view.resolve(item.reference);
		if (!paper || others.length > 0) {
			return [];
		}
		const first = firsts.get(paper.id);
		firsts.set(paper.id, first ?? item);
		return first && !isOtherPlace(first, item) ? [repeated(note, citation, { first, item })] : [];
	});
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
	const before = lastSeparator(text, span.start);
	if (before >= contentSpan.start) {
		return { start: before, end: span.end };
	}
	const rest = text.slice(span.end, contentSpan.end);
	return { start: span.start, end: span.end + (/^\s*;\s*/.exec(rest)?.[0].length ?? 0) };
}
