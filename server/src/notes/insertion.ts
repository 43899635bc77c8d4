/** Putting a citation where the cursor is. */

import type { Span } from '../util/span.ts';
import type { Citation } from './citation.ts';
import { citationAt, type Note } from './note.ts';
import { mayBeginAt } from './scan.ts';
import { splitAt } from './words.ts';

export interface Insertion {
	readonly span: Span;
	readonly newText: string;
}

/** The edit that cites `key` at `offset`: one more item inside a citation, else a citation of its own. */
export function insertionAt(note: Note, offset: number, key: string): Insertion {
	const citation = citationAt(note, offset);
	if (!citation || offset <= citation.span.start || offset >= insideEnd(citation)) {
		return freshCitation(note, offset, key);
	}
	if (citation.syntax === 'pandoc') {
		return insertionInPandoc(note, citation, offset, key);
	}
	return citation.closed ? itemAfter(citation, offset, key) : closingItem(citation, key);
}

function insideEnd({ span, closed }: Citation): number {
	return closed ? span.end : span.end + 1;
}

/** A citation right after a letter would be part of the word. */
function freshCitation(note: Note, offset: number, key: string): Insertion {
	const space = mayBeginAt(note.text, offset) && note.text[offset - 1] !== '\\' ? '' : ' ';
	const citation = note.syntaxes.includes('paper') ? `@paper[${key}]` : `[@${key}]`;
	return { span: { start: offset, end: offset }, newText: space + citation };
}

/** In brackets one more item, as in ours; after a bare citation one of its own. */
function insertionInPandoc(note: Note, citation: Citation, offset: number, key: string): Insertion {
	return note.text[citation.span.start] === '['
		? itemAfter(citation, offset, `@${key}`)
		: freshCitation(note, citation.span.end, key);
}

/** After the item at `offset`, or instead of it where it is empty. */
function itemAfter(citation: Citation, offset: number, key: string): Insertion {
	const parts = splitAt({ text: citation.content, offset: citation.contentSpan.start }, ';');
	const part = parts.findLast((one, i) => i === 0 || one.offset <= offset) ?? { text: '', offset };
	const start = part.offset + part.text.trimEnd().length;
	const end = part.offset + part.text.length;
	if (start === part.offset) {
		return { span: { start, end }, newText: part === parts[0] ? key : ` ${key}` };
	}
	return { span: { start, end: start }, newText: `; ${key}` };
}

/** Where the citation is not closed, after the key that its first word is, and with the bracket that it lacks. */
function closingItem(citation: Citation, key: string): Insertion {
	const after = citation.items.at(0)?.referenceSpan.end ?? citation.contentSpan.start;
	const newText = citation.items.length > 0 ? `; ${key}]` : `${key}]`;
	return { span: { start: after, end: after }, newText };
}
