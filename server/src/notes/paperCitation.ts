/** Reads `@paper[...]`: where it ends, and what its items are. */

import { citationMessages } from '../messages/citations.ts';
import { halfWidth } from '../syntax/fullWidth.ts';
import { contentEndAt, PAPER_OPEN } from '../syntax/paperBrackets.ts';
import { SEPARATOR } from '../syntax/separator.ts';
import type { Span } from '../util/span.ts';
import type { Citation, CitationItem, CitationMode, CitationProblem } from './citation.ts';
import { referenceProblem } from './reference.ts';
import { cut, placed, type Stretch, splitAt, wordsOf } from './words.ts';

/** The citation whose `@paper[` is at `start` of the stretch. */
export function paperCitationAt(stretch: Stretch, start: number): Citation {
	const contentStart = start + PAPER_OPEN.length;
	const { end: contentEnd, closed } = contentEndAt(stretch.text, contentStart);
	const raw = cut(stretch, contentStart, contentEnd);
	const content = { ...raw, text: halfWidth(raw.text) };
	const pieces = splitAt(content, SEPARATOR);
	const items = pieces.map((piece) => readItem(piece, raw, closed)).filter((item) => item !== undefined);
	return {
		syntax: 'paper',
		span: placed(stretch, start, contentEnd + (closed ? 1 : 0)),
		contentSpan: placed(stretch, contentStart, contentEnd),
		content: content.text,
		items,
		closed,
		problems: closed
			? emptyProblems(stretch, start, content)
			: [problem('unclosed', placed(stretch, start, contentStart))],
	};
}

/**
 * The mark and the text before it, as in `see -@zeng`. An `@` inside a word (`x.org/@zeng`) is not a mark. A full-width one
 * is always one, because no space precedes it.
 */
const MARK = /(^|[\s，、])[-+－＋]?[@＠]|()[-+－＋]?＠/;

/** `see @, p. 4` or `, p. 4`: words without a key. */
const NO_KEY = /^\s*,|(?:^|\s)[-+]?@\s*(?:,|$)/;

/** `raw` is the content as written. Words before and after the key keep their full-width signs. */
function readItem(piece: Stretch, raw: Stretch, closed: boolean): CitationItem | undefined {
	const from = piece.offset - raw.offset;
	const mark = MARK.exec(raw.text.slice(from, from + piece.text.length));
	const markStart = mark ? mark.index + (mark[1]?.length ?? 0) : 0;
	const markEnd = mark ? mark.index + mark[0].length : 0;
	const comma = piece.text.indexOf(',', markEnd);
	const stop = comma < 0 ? piece.text.length : comma;
	const reference = wordsOf(cut(piece, markEnd, closed ? stop : guessedEnd(piece.text, markEnd, stop)));
	if (!reference) {
		return undefined;
	}
	const prefix = wordsOf(cut(raw, from, from + markStart));
	const locator = wordsOf(cut(raw, from + Math.min(stop + 1, piece.text.length), from + piece.text.length));
	const wrong = closed ? referenceProblem(reference.text, reference.span) : undefined;
	return {
		span: wordsOf(piece)?.span ?? reference.span,
		reference: reference.text,
		referenceSpan: reference.span,
		mode: modeOf(piece.text.slice(markStart, markEnd)),
		...(prefix && { prefix }),
		...(mark && { markSpan: placed(piece, markStart, markEnd) }),
		...(locator && { locator }),
		...(wrong && { problem: wrong }),
	};
}

function modeOf(mark: string): CitationMode {
	switch (mark) {
		case '-@':
			return 'suppressAuthor';
		case '+@':
			return 'inText';
		default:
			return 'parenthetical';
	}
}

/**
 * End of an unclosed citation. In `@paper[zeng2025 shows that` the reference is `zeng2025`, and the rest of the line is
 * the sentence.
 */
function guessedEnd(text: string, start: number, stop: number): number {
	const word = FIRST_WORD.exec(text.slice(start, stop));
	return word ? start + word[0].length : stop;
}

/** A word without the punctuation of the sentence after it. */
const FIRST_WORD = /^\s*\S+?(?=["'’”)}\]）］】.:?!]*(?:\s|$))/;

function emptyProblems(stretch: Stretch, start: number, content: Stretch): CitationProblem[] {
	if (/^[\s;]*$/.test(content.text)) {
		const end = content.offset - stretch.offset + content.text.length + 1;
		return [problem('empty', placed(stretch, start, end))];
	}
	const pieces = splitAt(content, SEPARATOR);
	const empty = pieces.filter((piece) => piece.text.trim() === '');
	const unnamed = pieces.filter((piece) => NO_KEY.test(piece.text));
	return [
		...empty.map((piece) => emptyItem(stretch, piece)),
		...unnamed.map((piece) => problem('noKey', placed(piece, 0, piece.text.length))),
	];
}

/**
 * An empty item. Its span includes the semicolon before it (or after it, for the first item), so that there is something
 * to underline.
 */
function emptyItem(stretch: Stretch, piece: Stretch): CitationProblem {
	const start = piece.offset - stretch.offset;
	const first = /[[［【]/.test(stretch.text[start - 1] ?? '');
	return problem('emptyItem', placed(stretch, first ? start : start - 1, start + piece.text.length + (first ? 1 : 0)));
}

function problem(fault: CitationProblem['fault'], span: Span): CitationProblem {
	return { fault, code: 'malformed-citation', message: citationMessages[fault], span };
}
