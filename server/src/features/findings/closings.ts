/** Ways to close an unclosed citation: after its last key, and after the key that was meant. */

import { fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import type { Note } from '../../notes/note.ts';
import { closingBracketOf } from '../../syntax/paperBrackets.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { suggestedPapers } from '../suggestions/suggestedPapers.ts';
import { citeInstead } from './citeInstead.ts';
import { type Fix, fixBy } from './finding.ts';

/** Best first. If nothing follows the opening bracket, the only fix is to remove it. */
export function closings(view: WorkspaceView, note: Note, citation: Citation): Fix[] {
	const isKnown = (item: CitationItem): boolean => view.resolve(item.reference).length > 0;
	const known = citation.items.findLast(isKnown);
	const last = known ?? citation.items[0];
	if (!last) {
		const opening = { start: citation.span.start, end: citation.contentSpan.start };
		return [fixBy(fixTitles.removeOpening, { span: opening, newText: '' })];
	}
	const bracket = bracketSpan(note.text, citation, last);
	const close = { span: bracket, newText: closingBracketOf(note.text[citation.contentSpan.start - 1]) };
	const meant = known ? [] : suggestedPapers(view, last.reference);
	return [
		...meant
			.flatMap(({ name }, rank) => citeInstead({ citation, item: last }, name, rank === 0))
			.map((fix) => ({ ...fix, edits: [...fix.edits, close] })),
		fixBy(fixTitles.close(note.text.slice(citation.span.start, bracket.start) + close.newText), close, {
			preferred: meant.length === 0,
		}),
	];
}

/** `, p. 4`: text that is certainly a locator and not the rest of the sentence. */
const LOCATOR =
	/,[ \t]*(?:(?:pp?|ch|chap|sec|fig|eq|tab|thm|vol|no|art|col|n)\.|§+|¶+)[ \t]*[\p{L}\p{N}]+(?:[-–.][\p{L}\p{N}]+)*/uy;

/**
 * Where the closing bracket goes. It replaces a wrong bracket, as in `@paper[he2016)`, or is inserted between two
 * characters.
 */
function bracketSpan(text: string, citation: Citation, item: CitationItem): Span {
	LOCATOR.lastIndex = item.referenceSpan.end;
	const start = LOCATOR.test(text) ? LOCATOR.lastIndex : item.referenceSpan.end;
	return { start, end: isWrongBracket(text, citation, start) ? start + 1 : start };
}

function isWrongBracket(text: string, citation: Citation, at: number): boolean {
	const bracket = text[at] ?? '';
	return '}］】'.includes(bracket || ' ') || (bracket === ')' && !isOpenBefore(text, citation.span.start));
}

/** Whether a parenthesis opened earlier on the line is still open: `(see @paper[he2016)`. */
function isOpenBefore(text: string, offset: number): boolean {
	const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
	return before.lastIndexOf('(') > before.lastIndexOf(')');
}
