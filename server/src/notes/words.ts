/** Cuts stretches of text and keeps track of their places in the note. */

import type { Span } from '../util/span.ts';

/** A stretch of a note and its place: index `i` in `text` is offset `offset + i` in the note. */
export interface Stretch {
	readonly text: string;
	readonly offset: number;
}

/** Words of a citation. `text` is on one line; `span` is their place in the note. */
export interface Words {
	readonly text: string;
	readonly span: Span;
}

/** The span in the note of the stretch's part from `start` to `end`. */
export function placed(stretch: Stretch, start: number, end: number): Span {
	return { start: stretch.offset + start, end: stretch.offset + end };
}

/** The part of the stretch from `start` to `end`. */
export function cut(stretch: Stretch, start: number, end: number): Stretch {
	return { text: stretch.text.slice(start, end), offset: stretch.offset + start };
}

/** The parts between the separators, of one character each, including spaces. `a; b` split at `;` gives `a` and ` b`. */
export function splitAt(stretch: Stretch, separator: string | RegExp): Stretch[] {
	let offset = stretch.offset;
	return stretch.text.split(separator).map((text) => {
		const part = { text, offset };
		offset += text.length + 1;
		return part;
	});
}

/** The words of the stretch without surrounding space; undefined if there are none. */
export function wordsOf(stretch: Stretch): Words | undefined {
	const text = stretch.text.trim();
	const start = stretch.text.indexOf(text);
	return text === '' ? undefined : { text: oneLine(text), span: placed(stretch, start, start + text.length) };
}

/** Joins words that may be wrapped over several lines into one line. Unusual spaces stay, so that messages can name them. */
export function oneLine(text: string): string {
	return text.trim().replace(/[ \t\r\n]+/g, ' ');
}
