/**
 * Text in place of a key that cannot be a key, fixed by means of the keys it contains: `see he2016 p. 4`, `a b`, `"a"`.
 */

import { citationMessages } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding } from './finding.ts';
import { rareFixes } from './rareFixes.ts';
import { separatedWords, type Word } from './separatedWords.ts';

/** In characters. A longer text is no keys that lack a separator, and to look up each word would take seconds. */
const MAX_LENGTH = 2000;

/** Undefined if a paper has that name, whatever it looks like. */
export function malformedReference(view: WorkspaceView, citation: Citation, item: CitationItem): Finding | undefined {
	if (!item.problem) {
		return undefined;
	}
	const separated = separatedWords(wordsIn(view, citation, item), { isMarked: item.markSpan !== undefined });
	// Two keys are two papers, even if a key that no citation can hold reads like both.
	if (!separated?.keys[1] && view.resolve(item.reference).length > 0) {
		return undefined;
	}
	const { message } = item.problem;
	return {
		problem: { ...item.problem, message: separated?.keys[1] ? citationMessages.noSeparator(separated.keys) : message },
		fixes: () =>
			separated
				? [{ title: separated.title, edits: separated.edits, preferred: true }]
				: rareFixes().wordFixes(view, { citation, item }),
	};
}

/** The words as the citation reads them: the `>` of a block quote's second line is not a word. None of a very long text. */
function wordsIn(view: WorkspaceView, { content, contentSpan }: Citation, { referenceSpan }: CitationItem): Word[] {
	const text = content.slice(referenceSpan.start - contentSpan.start, referenceSpan.end - contentSpan.start);
	return [...(text.length > MAX_LENGTH ? '' : text).matchAll(/\S+/g)].map((word) => {
		const start = referenceSpan.start + word.index;
		const isKnown = view.resolve(word[0]).length > 0;
		return { text: word[0], span: { start, end: start + word[0].length }, isKnown };
	});
}
