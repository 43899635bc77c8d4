/** The two lines of a paper's row in the palette. Each row is also what a screen reader says: words, no ornament. */

import { paletteMessages } from '../../../server/src/messages/palette.ts';
import type { Mark, PaperSummary } from '../../../server/src/protocol.ts';

/** No title is longer; a line that never ends is cut. In characters. */
const MAX_TITLE_LENGTH = 300;

/** Characters of the abstract in a row: twice what a line of the window shows, for the tooltip shows the rest. */
const SNIPPET_LENGTH = 160;

/** So many characters fit behind author and key in any window, so a word found there needs no other beginning. */
const VISIBLE_LENGTH = 30;

/** How much of the text before the found word is kept, so that it stands in its sentence. */
const CONTEXT_LENGTH = 12;

/** The whole title: the window cuts it where its own edge is. */
export function titleLine({ title, key }: Pick<PaperSummary, 'title' | 'key'>): string {
	return withoutIcons(cutAtWord(title || key, MAX_TITLE_LENGTH));
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
	return withoutIcons([facts.filter(Boolean).join(', '), snippet].filter(Boolean).join(' · '));
}

/**
 * The abstract from a little before the first word that the query has found; from its beginning when it has found none.
 * It ends with a sentence or a word.
 */
export function abstractSnippet(abstract: string, marks: readonly Mark[] = []): string {
	const [first = 0] = marks[0] ?? [];
	const start = first > VISIBLE_LENGTH ? abstract.indexOf(' ', first - CONTEXT_LENGTH) + 1 : 0;
	const from = Math.min(start, first);
	const text = abstract.slice(from, from + SNIPPET_LENGTH * 2).replace(/\s+/g, ' ');
	return (from > 0 ? '… ' : '') + cutAtSentence(text.trim(), SNIPPET_LENGTH);
}

/** The text itself when it is no longer; else up to the last end of a sentence in its second half, else of a word, and `…`. */
function cutAtSentence(text: string, length: number): string {
	const sentence = text.length > length ? /^.{79,}[.!?](?=\s)/s.exec(text.slice(0, length))?.[0] : text;
	return sentence ?? cutAtWord(text, length);
}

/** The text itself when it is no longer, else its last whole word within `length`, and `…`. */
export function cutAtWord(text: string, length: number): string {
	if (text.length <= length) {
		return text;
	}
	const space = text.lastIndexOf(' ', length);
	// A script without spaces is cut between two characters, never within one.
	const end = space > 0 ? space : length - (/[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? 1 : 0);
	return `${text.slice(0, end)} …`;
}

/** VS Code draws `$(name)` as an icon, and what a corpus says is only text: an invisible character keeps it so. */
export function withoutIcons(text: string): string {
	return text.replace(/\$(?=\()/g, '$\u2060');
}
