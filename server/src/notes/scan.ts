/** Finds the citations in prose and skips what is not prose. Takes time linear in the length of the text. */

import { mayBeginAt } from '../syntax/citationStart.ts';
import { PAPER_OPEN } from '../syntax/paperBrackets.ts';
import type { Citation, CitationSyntax } from './citation.ts';
import { bareUrlEnd, definitionsEnd, targetEnd } from './linkTarget.ts';
import { nonProseEnd, Prose } from './nonProse.ts';
import { bareCitationAt, bracketCitationAt } from './pandocCitation.ts';
import { paperCitationAt } from './paperCitation.ts';
import type { Stretch } from './words.ts';

interface Scan {
	readonly stretch: Stretch;
	readonly prose: Prose;
	readonly syntaxes: readonly CitationSyntax[];
	/** How many `[` have not been closed yet. */
	openBrackets: number;
}

/** What begins at a place: a citation, or something to skip. */
type Step = Citation | { readonly syntax?: undefined; readonly end: number };

/** Where something other than plain text may begin. */
const MARKUP_START = /[\\`<$[\]@]|(?<!\w)(?:https?:\/\/|www\.)/gi;

/** Called for every `@` in the prose where a citation may begin. */
export type VisitAt = (offset: number) => void;

export function citationsIn(stretch: Stretch, syntaxes: readonly CitationSyntax[], visitAt?: VisitAt): Citation[] {
	const scan: Scan = { stretch, prose: new Prose(stretch.text), syntaxes, openBrackets: 0 };
	const citations: Citation[] = [];
	const markupStart = new RegExp(MARKUP_START);
	markupStart.lastIndex = definitionsEnd(stretch.text);
	for (let found = markupStart.exec(stretch.text); found; found = markupStart.exec(stretch.text)) {
		const step = stepAt(scan, found.index);
		if (found[0] === '@' && mayBeginAt(stretch.text, found.index)) {
			visitAt?.(stretch.offset + found.index);
		}
		if (step?.syntax) {
			citations.push(step);
		}
		markupStart.lastIndex = step?.syntax ? step.span.end - stretch.offset : (step?.end ?? found.index + 1);
	}
	return citations;
}

function stepAt(scan: Scan, start: number): Step | undefined {
	const { text } = scan.stretch;
	switch (text[start]) {
		case '@':
			return citationAtSign(scan, start);
		case '[':
			return openBracket(scan, start);
		case ']':
			return over(closeBracket(scan, start));
		case '\\':
		case '`':
		case '<':
		case '$':
			return over(nonProseEnd(scan.prose, start));
		default:
			return over(bareUrlEnd(text, start, scan.openBrackets > 0));
	}
}

function over(end: number | undefined): Step | undefined {
	return end === undefined ? undefined : { end };
}

function citationAtSign(scan: Scan, start: number): Citation | undefined {
	const { stretch, syntaxes } = scan;
	if (!mayBeginAt(stretch.text, start)) {
		return undefined;
	}
	if (syntaxes.includes('paper') && stretch.text.startsWith(PAPER_OPEN, start)) {
		return paperCitationAt(stretch, start);
	}
	return syntaxes.includes('pandoc') ? bareCitationAt(stretch, start) : undefined;
}

function openBracket(scan: Scan, start: number): Citation | undefined {
	const citation = scan.syntaxes.includes('pandoc') ? bracketCitationAt(scan.stretch, start) : undefined;
	scan.openBrackets += citation ? 0 : 1;
	return citation;
}

/** End of the target of the link whose text ends at `start`. */
function closeBracket(scan: Scan, start: number): number | undefined {
	if (scan.openBrackets === 0) {
		return undefined;
	}
	scan.openBrackets--;
	return scan.stretch.text[start + 1] === '(' ? targetEnd(scan.stretch.text, start + 1) : undefined;
}
