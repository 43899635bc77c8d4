/** Cutting stretches of text without losing their places. */

import type { Span } from '../util/span.ts';

/** A stretch of a note with its place: what stands at `i` in `text` stands in the note at `offset + i`. */
export interface Stretch {
	readonly text: string;
	readonly offset: number;
}

/** Words of a citation: on one line in `text`, in the note as `span` says. */
export interface Words {
	readonly text: string;
	readonly span: Span;
}

/** The span in the note of what stands in the stretch from `start` to `end`. */
export function placed(stretch: Stretch, start: number, end: number): Span {
	return { start: stretch.offset + start, end: stretch.offset + end };
}

/** The part of the stretch from `start` to `end`. */
export function cut(stretch: Stretch, start: number, end: number): Stretch {
	return { text: stretch.text.slice(start, end), offset: stretch.offset + start };
}

/** What stands between the separators, spaces and all. `a; b` at `;` gives `a` and ` b`. */
export function splitAt(stretch: Stretch, separator: string): Stretch[] {
	let offset = stretch.offset;
	return stretch.text.split(separator).map((text) => {
		const part = { text, offset };
		offset += text.length + separator.length;
		return part;
	});
}

/** The words of the stretch without the space around them; undefined where there are none. */
export function wordsOf(stretch: Stretch): Words | undefined {
	const text = stretch.text.trim();
	const start = stretch.text.indexOf(text);
	return text === '' ? undefined : { text: oneLine(text), span: placed(stretch, start, start + text.length) };
}

/** Words that may have been wrapped, on one line. */
export function oneLine(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
