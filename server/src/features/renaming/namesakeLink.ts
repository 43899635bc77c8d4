/**
 * Links with the same text as a citation: `[smith2020]` beside `@paper[smith2020]`. VS Code's own Markdown support takes
 * both for one link. It would rename this note's citations along with the link, but neither other notes nor the record.
 */

import type { Note } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';

const BRACKETS = /\[([^[\]]+)\]/g;

/** The text between the brackets at `offset`, outside citations, if a citation of the note has the same text. */
export function namesakeLinkAt(note: Note, offset: number): Span | undefined {
	const lineStart = note.text.lastIndexOf('\n', offset - 1) + 1;
	const lineEnd = note.text.indexOf('\n', offset);
	const line = note.text.slice(lineStart, lineEnd < 0 ? note.text.length : lineEnd);
	for (const { 0: whole, 1: text = '', index } of line.matchAll(BRACKETS)) {
		const start = lineStart + index;
		if (start <= offset && offset <= start + whole.length) {
			const name = nameOf(text);
			const isCited = note.citations.some(({ content }) => nameOf(content) === name);
			return isCited ? { start: start + 1, end: start + 1 + text.length } : undefined;
		}
	}
	return undefined;
}

/** Link names are compared without case and surrounding space. */
function nameOf(text: string): string {
	return text.trim().toLowerCase();
}
