/** Texts cut to one line of the quick pick so that what the query has found in them stays in sight. */

import type { Mark } from '../../server/src/protocol.ts';

/** Characters of a title that leave room in its row for authors, year and buttons. */
const TITLE_LENGTH = 54;

/** How much of a long title's beginning stays, for people know titles by it. */
const TITLE_HEAD = 20;

/** A line of the quick pick shows about this many characters before the editor cuts it. */
const LINE_LENGTH = 90;

/** How much of the text before the first found word is kept, so that it stands in its sentence. */
const LEAD = 40;

/** `Gradient-Based … Document Recognition` where the query has found the last word of that long title. */
export function titleLine(title: string, marks: readonly Mark[] = []): string {
	const cut = cutBefore(title, TITLE_LENGTH);
	const [start = 0, end = 0] = marks[0] ?? [];
	if (cut.length === title.length || end <= cut.length) {
		return cut.length === title.length ? title : `${cut} …`;
	}
	const head = cutBefore(title, TITLE_HEAD);
	const rest = cutBefore(title.slice(start), TITLE_LENGTH - head.length - 3);
	return `${head} … ${rest}${start + rest.length < title.length ? ' …' : ''}`;
}

/** The abstract from a little before the first word that the query has found; from its beginning when it has found none. */
export function abstractLine(abstract: string, marks: readonly Mark[] = []): string {
	const [first = 0] = marks[0] ?? [];
	const start = first > LINE_LENGTH - LEAD ? abstract.indexOf(' ', first - LEAD) + 1 : 0;
	const text = abstract.slice(start, start + LINE_LENGTH * 2).replace(/\s+/g, ' ');
	return start > 0 ? `… ${text}` : text;
}

/** `text` up to the last space within `length` characters; all of it when it is no longer. */
function cutBefore(text: string, length: number): string {
	const end = text.length <= length ? text.length : text.lastIndexOf(' ', length);
	return text.slice(0, end > 0 ? end : length);
}
