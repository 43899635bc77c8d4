/** The bibliography that stands in a note, between two comments. What is outside of them is never touched. */

import { renderingTitles } from '../../messages/rendering.ts';
import { isInCode, type Note } from '../../notes/note.ts';
import { BIBLIOGRAPHY_COMMENTS, bibliographyComments } from '../../syntax/bibliographyComments.ts';
import type { Span } from '../../util/span.ts';
import type { OfferedFix } from '../fixes/fixes.ts';

/** Whether the note has a place for its bibliography. */
export function hasBibliography(note: Note): boolean {
	return bibliographySpan(note) !== undefined;
}

/** From the end of the first comment to the start of the second; undefined if the note does not have both. */
export function bibliographySpan(note: Note): Span | undefined {
	let opened: number | undefined;
	for (const { isEnd, start, end } of bibliographyComments(note.text)) {
		if (isInCode(note, start)) {
			continue;
		}
		if (isEnd && opened !== undefined) {
			return { start: opened, end: start };
		}
		opened = isEnd ? undefined : end;
	}
	return undefined;
}

export interface BibliographyEdit {
	readonly span: Span;
	readonly newText: string;
}

/**
 * The edit that writes `entries`, each a line of Markdown, between the comments. If the note has none, it inserts both
 * below the line at `offset`. Undefined if nothing changes, or if there is neither a place nor an offset.
 */
export function bibliographyEdit(
	note: Note,
	entries: readonly string[],
	offset?: number,
): BibliographyEdit | undefined {
	const { text } = note;
	const newLine = text.includes('\r\n') ? '\r\n' : '\n';
	// Empty lines around each entry make it a paragraph for every reader of Markdown.
	const list = newLine + newLine + entries.map((entry) => entry + newLine + newLine).join('');
	const span = bibliographySpan(note);
	if (span) {
		return text.slice(span.start, span.end) === list ? undefined : { span, newText: list };
	}
	return offset === undefined
		? undefined
		: insertion(text, offset, { block: BIBLIOGRAPHY_COMMENTS.start + list + BIBLIOGRAPHY_COMMENTS.end, newLine });
}

function lineAt(text: string, offset: number): Span & { readonly isEmpty: boolean } {
	const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
	const end = offset + (/[\r\n]/.exec(text.slice(offset))?.index ?? text.length - offset);
	return { start, end, isEmpty: text.slice(start, end).trim() === '' };
}

/** An empty line separates the block from text above and below. */
function insertion(
	text: string,
	offset: number,
	{ block, newLine }: { readonly block: string; readonly newLine: string },
): BibliographyEdit {
	const { start: lineStart, end: lineEnd, isEmpty } = lineAt(text, offset);
	const hasGapAbove = /(?:^|\n)[ \t]*\r?\n$|^$/.test(text.slice(0, lineStart));
	const hasGapBelow = /^(?:\r?\n[ \t]*(?:\r?\n|$)|$)/.test(text.slice(lineEnd));
	const before = isEmpty ? (hasGapAbove ? '' : newLine) : newLine + newLine;
	return {
		span: { start: isEmpty ? lineStart : lineEnd, end: lineEnd },
		newText: `${before}${block}${hasGapBelow ? '' : newLine}`,
	};
}

/** Offers to insert the bibliography on an empty line, and to update the one at `offset`, of a note that cites. */
export function bibliographyFixes(note: Note, offset: number): readonly OfferedFix[] {
	const { text, citations } = note;
	const span = bibliographySpan(note);
	const isInside = span !== undefined && span.start <= offset && offset <= span.end;
	const { isEmpty } = lineAt(text, offset);
	const title = isInside ? renderingTitles.update : span === undefined && isEmpty ? renderingTitles.insert : undefined;
	return title === undefined || citations.length === 0
		? []
		: [{ title, edits: [], later: { kind: 'insertBibliography', offset }, preferred: false, mends: undefined }];
}
