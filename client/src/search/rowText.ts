/**
 * The two lines of a paper's row in the palette. Screen readers read them too, so they consist of words without
 * ornaments.
 */

import { labelText } from '../../../server/src/messages/foreignText.ts';
import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { Mark, PaperSummary } from '../../../server/src/protocol.ts';

/** In characters. No title is longer; broken data may be one endless line. */
const MAX_TITLE_LENGTH = 300;

/**
 * Characters of the abstract in a row: about twice what a line of the window shows, because the tooltip shows the rest.
 */
const SNIPPET_LENGTH = 160;

/**
 * This many characters are visible after author and key in any window, so a word found among them needs no shifted
 * start.
 */
const VISIBLE_LENGTH = 30;

/** Characters kept before the found word, to show it in its sentence. */
const CONTEXT_LENGTH = 12;

/** The whole title. The window cuts it at its own edge. */
export function titleLine({ title, key }: Pick<PaperSummary, 'title' | 'key'>): string {
	return labelText(cutAtWord(title || key, MAX_TITLE_LENGTH));
}

/** `Vaswani et al. 2017, vaswani2017, taken, cited here · The dominant sequence transduction models …` */
export function detailLine(paper: PaperSummary, isTaken: boolean): string {
	const { byline, key, title, citedHere, abstract = '', venue = '', marks } = paper;
	const facts = [
		byline,
		title ? key : '',
		isTaken ? paletteMessages.taken : '',
		citedHere ? paletteMessages.citedHere : '',
	];
	const snippet = abstractSnippet(abstract, marks?.abstract) || venue;
	return labelText([facts.filter(Boolean).join(', '), snippet].filter(Boolean).join(' · '));
}

/**
 * The abstract from shortly before the first word found; from its beginning if none was found. Ends with a whole
 * sentence or word.
 */
export function abstractSnippet(abstract: string, marks: readonly Mark[] = []): string {
	const [first = 0] = marks[0] ?? [];
	const start = first > VISIBLE_LENGTH ? abstract.indexOf(' ', first - CONTEXT_LENGTH) + 1 : 0;
	const from = Math.min(start, first);
	const text = abstract.slice(from, from + SNIPPET_LENGTH * 2).replace(/\s+/g, ' ');
	return (from > 0 ? '… ' : '') + cutAtSentence(text.trim(), SNIPPET_LENGTH);
}

/**
 * The text itself if it is short enough; otherwise up to the last sentence end in its second half, or else to a word
 * end, followed by `…`.
 */
function cutAtSentence(text: string, length: number): string {
	const sentence = text.length > length ? /^.{79,}[.!?](?=\s)/s.exec(text.slice(0, length))?.[0] : text;
	return sentence ?? cutAtWord(text, length);
}

/** The text itself if it is short enough, otherwise up to its last whole word within `length`, followed by `…`. */
export function cutAtWord(text: string, length: number): string {
	if (text.length <= length) {
		return text;
	}
	const space = text.lastIndexOf(' ', length);
	// In a script without spaces, cuts between two characters, never inside a surrogate pair.
	const end = space > 0 ? space : length - (/[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? 1 : 0);
	return `${text.slice(0, end)} …`;
}
