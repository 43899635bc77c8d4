/**
 * Finds text that looks almost like `@paper[...]`. Callers that know the papers decide whether it was meant as a
 * citation.
 */

import { opensAt, PAPER_OPEN } from '../syntax/paperBrackets.ts';
import { editDistance } from '../util/editDistance.ts';
import type { Span } from '../util/span.ts';
import type { Citation } from './citation.ts';
import { paperCitationAt } from './paperCitation.ts';
import { oneLine, placed, type Stretch } from './words.ts';

export interface Misspelling {
	/** The whole text, `@papers[a; b]`. If it is not closed, only the opening, `@papers[`. */
	readonly span: Span;
	/** From the `@` to the bracket: `@papers[`, `@paper (`. */
	readonly opening: Span;
	/** The closing bracket, where it is not `]`. */
	readonly closing?: Span;
	/** The word after the `@` as written: `papers`. */
	readonly name: string;
	/** The citation it would be if spelled correctly. Its items keep their places in the note. */
	readonly citation: Citation;
	/** Whether the spelling alone shows that it was meant as a citation: `@Paper[`, `@papers[`. */
	readonly isSuggested: boolean;
}

const OPENING = /[@＠][ \t]?(\p{L}{4,6})([ \t]{0,2})([[({［（【])/uy;

/** The closer of each kind of bracket. Chinese and Japanese input methods produce the wide ones. */
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '［': '］', '（': '）', '【': '】' };

/** Places in a note where a citation may begin, spelled correctly or almost so. */
export const CITATION_SIGN = /[@＠][ \t]?\p{L}{4,6}[ \t]{0,2}[[({［（【]/gu;

/** Most characters between the brackets. Nobody cites more at once, and searching for the end takes time. */
const MAX_CONTENT_LENGTH = 500;

/** The misspelling whose `@` is at `start`; undefined for a correctly spelled citation. */
export function misspellingAt(stretch: Stretch, start: number): Misspelling | undefined {
	if (opensAt(stretch.text, start)) {
		return undefined;
	}
	OPENING.lastIndex = start;
	const [opening, name = '', space = '', bracket = ''] = OPENING.exec(stretch.text) ?? [];
	if (opening === undefined || !isNearlyPaper(name)) {
		return undefined;
	}
	const isSuggested = isPaper(name) && space === '' && bracket === '[';
	const contentStart = start + opening.length;
	const citation =
		isPaper(name) || (space === '' && bracket === '[') ? contentAt(stretch, contentStart, bracket) : undefined;
	if (!citation) {
		return undefined;
	}
	const end = contentStart + citation.content.length;
	return {
		span: placed(stretch, start, citation.closed ? end + 1 : contentStart),
		opening: placed(stretch, start, contentStart),
		...(CLOSERS[bracket] === undefined ? {} : { closing: placed(stretch, end, end + 1) }),
		name,
		citation,
		isSuggested,
	};
}

export interface Respelling {
	readonly edits: readonly { readonly span: Span; readonly newText: string }[];
	/** The correct text, on one line: `@paper[a; b]`, or `@paper[` if there is no closing bracket. */
	readonly text: string;
}

/** The misspelling, corrected. */
export function respelled({ opening, closing, citation }: Misspelling): Respelling {
	return {
		edits: [{ span: opening, newText: PAPER_OPEN }, ...(closing ? [{ span: closing, newText: ']' }] : [])],
		text: citation.closed ? `${PAPER_OPEN}${oneLine(citation.content)}]` : PAPER_OPEN,
	};
}

function isPaper(name: string): boolean {
	return /^papers?$/i.test(name);
}

function isNearlyPaper(name: string): boolean {
	return isPaper(name) || editDistance(name.toLowerCase(), 'paper', 1) !== undefined;
}

/**
 * The text in the brackets, read as a citation. Undefined if the brackets belong to a link, or are not `[` and not
 * closed.
 */
function contentAt(stretch: Stretch, contentStart: number, bracket: string): Citation | undefined {
	const text = stretch.text.slice(contentStart, contentStart + MAX_CONTENT_LENGTH);
	const closer = CLOSERS[bracket];
	const end = closer === undefined ? text.length : text.indexOf(closer);
	const inner = text.slice(0, Math.max(end, 0));
	if (end < 0 || (closer !== undefined && /[\]\n]/.test(inner))) {
		return undefined;
	}
	const right = `${PAPER_OPEN}${inner}${closer === undefined ? '' : ']'}`;
	const offset = stretch.offset + contentStart - PAPER_OPEN.length;
	const citation = paperCitationAt({ text: right, offset }, 0);
	const after = stretch.text[contentStart + citation.content.length + 1] ?? '';
	return citation.closed && bracket === '[' && /[([]/.test(after) ? undefined : citation;
}
