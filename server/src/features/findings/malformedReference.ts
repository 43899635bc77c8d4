/**
 * Text in place of a key that cannot be a key, fixed by means of the keys it contains: `see he2016 p. 4`, `a b`, `"a"`.
 */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type CitedItem, citeInstead } from './citeInstead.ts';
import { type Finding, type Fix, fixBy } from './finding.ts';
import { suggestedInstead } from './referenceFindings.ts';
import { separatedWords, type Word } from './separatedWords.ts';

/** Most papers suggested by searching for the text, in case a query was left in place of a key. */
const MAX_FOUND = 3;

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
				: otherKeys(view, { citation, item }),
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

function otherKeys(view: WorkspaceView, cited: CitedItem): Fix[] {
	const { reference, referenceSpan } = cited.item;
	const written = withoutSigns(view, reference);
	if (written !== undefined) {
		return [fixBy(fixTitles.write(written), { span: referenceSpan, newText: written })];
	}
	const suggested = suggestedInstead(view, cited);
	return suggested.length > 0 || !reference.includes(' ') ? suggested : foundByWords(view, cited);
}

/** Corrects `@@key`, and words between quotes that are a key. */
function withoutSigns(view: WorkspaceView, reference: string): string | undefined {
	const key = reference.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '');
	return key !== '' && view.resolve(key).length > 0 ? key : undefined;
}

function foundByWords(view: WorkspaceView, cited: CitedItem): Fix[] {
	const { papers } = view.corpus.search(cited.item.reference, { limit: MAX_FOUND });
	return papers.flatMap(({ key }) => citeInstead(cited, key, false));
}
