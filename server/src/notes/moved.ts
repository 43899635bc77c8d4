/** Citations at their places after text before them was inserted or deleted. */

import type { Span } from '../util/span.ts';
import type { Citation, CitationItem } from './citation.ts';
import type { Misspelling } from './misspelling.ts';

/** The citation, `by` characters later in the note. Earlier if `by` is negative. */
export function movedCitation(citation: Citation, by: number): Citation {
	return {
		...citation,
		span: moved(citation.span, by),
		contentSpan: moved(citation.contentSpan, by),
		items: citation.items.map((item) => movedItem(item, by)),
		problems: citation.problems.map((problem) => withSpan(problem, by)),
	};
}

/** The same for a misspelled citation. */
export function movedMisspelling(misspelling: Misspelling, by: number): Misspelling {
	const { opening, closing, citation } = misspelling;
	return {
		...withSpan(misspelling, by),
		opening: moved(opening, by),
		...(closing && { closing: moved(closing, by) }),
		citation: movedCitation(citation, by),
	};
}

function movedItem(item: CitationItem, by: number): CitationItem {
	const { referenceSpan, unescaped, prefix, markSpan, locator, problem } = item;
	return {
		...withSpan(item, by),
		referenceSpan: moved(referenceSpan, by),
		...(unescaped && { unescaped: withSpan(unescaped, by) }),
		...(prefix && { prefix: withSpan(prefix, by) }),
		...(markSpan && { markSpan: moved(markSpan, by) }),
		...(locator && { locator: withSpan(locator, by) }),
		...(problem && { problem: withSpan(problem, by) }),
	};
}

function withSpan<T extends { readonly span: Span }>(value: T, by: number): T {
	return { ...value, span: moved(value.span, by) };
}

function moved({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}
