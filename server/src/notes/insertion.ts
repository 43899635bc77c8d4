/** Putting a citation where the cursor or the selection is. */

import { mayBeginAt } from '../syntax/citationStart.ts';
import type { Span } from '../util/span.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { pandocKey } from './citationForms.ts';
import { citationAt, type Note } from './note.ts';
import { splitAt } from './words.ts';

export interface Insertion {
	readonly span: Span;
	readonly newText: string;
	/** Where the citation ends afterwards, counted from the start of `span`: the cursor's place for writing on. */
	readonly end: number;
}

/** What to cite, and in which place. */
interface Wanted {
	readonly note: Note;
	/** A cursor where it is empty. */
	readonly span: Span;
	/** At least one. */
	readonly keys: readonly string[];
}

/**
 * The citation that a cursor or a selection is in, and that an insertion there adds to. The cursor right behind a
 * citation counts, since that is where an insertion leaves it; a selection must lie wholly between the brackets.
 */
export function citationAddedTo(note: Note, selection: Span): Citation | undefined {
	const span = withoutSpaceAround(note, selection);
	const citation = citationAt(note, span.start);
	if (!citation || span.start <= citation.span.start) {
		return undefined;
	}
	const { contentSpan } = citation;
	const inside = contentSpan.start <= span.start && span.end <= contentSpan.end;
	return span.start === span.end || inside ? citation : undefined;
}

/**
 * The edit that cites `keys` (at least one) in place of `selection`: as further items of the citation it is in, else as
 * a citation of its own. A selected key is replaced by them. A selection that cuts into citations takes the whole of them.
 */
export function insertionAt(note: Note, selection: Span, keys: readonly string[]): Insertion {
	const wanted = { note, span: withoutSpaceAround(note, selection), keys };
	const citation = citationAddedTo(note, selection);
	if (!citation) {
		return freshCitation(wanted);
	}
	return wanted.span.start < wanted.span.end ? insteadOf(wanted, citation) : added(wanted, citation);
}

/** A selected line holds its line break, which the citation must not swallow. */
function withoutSpaceAround({ text }: Note, { start, end }: Span): Span {
	const selected = text.slice(start, end);
	const first = start + selected.length - selected.trimStart().length;
	return { start: first, end: Math.max(first, start + selected.trimEnd().length) };
}

/** A citation right after a letter would be part of the word, and right before another one hard to read. */
function freshCitation({ note, span, keys }: Wanted): Insertion {
	const cut = note.citations.filter((one) => one.span.start < span.end && span.start < one.span.end);
	const start = Math.min(span.start, ...cut.map((one) => one.span.start));
	const end = Math.max(span.end, ...cut.map((one) => one.span.end));
	const before = mayBeginAt(note.text, start) && note.text[start - 1] !== '\\' ? '' : ' ';
	const after = note.citations.some((one) => one.span.start === end) ? ' ' : '';
	const syntax = syntaxNear(note, start);
	const items = itemsText(syntax, keys);
	const text = before + (syntax === 'paper' ? `@paper[${items}]` : `[${items}]`);
	return { span: { start, end }, newText: text + after, end: text.length };
}

/** As the nearest citation before `offset` is written, else the first after it; only what counts in this note is found. */
function syntaxNear({ citations, syntaxes }: Note, offset: number): CitationSyntax {
	const near = citations.findLast((one) => one.span.start < offset) ?? citations[0];
	return near?.syntax ?? (syntaxes.includes('paper') ? 'paper' : 'pandoc');
}

/** `a; b`, `@a; @b` */
function itemsText(syntax: CitationSyntax, keys: readonly string[]): string {
	return keys.map((key) => (syntax === 'paper' ? key : `@${pandocKey(key)}`)).join('; ');
}

/** In place of the key that is selected, or of the items; as more of them where words around a key are selected. */
function insteadOf(wanted: Wanted, citation: Citation): Insertion {
	const { span } = wanted;
	const touched = citation.items.filter(
		(one) => one.referenceSpan.start < span.end && span.start < one.referenceSpan.end,
	);
	const [first, last] = [touched[0], touched.at(-1)];
	if (!first || !last) {
		return added(wanted, citation);
	}
	return first === last
		? insteadOfKey(wanted, citation, first)
		: ending(citation, { start: first.span.start, end: last.span.end }, itemsText(citation.syntax, wanted.keys));
}

/** The first key in place of the item's own, the others as items behind it. */
function insteadOfKey(wanted: Wanted, citation: Citation, item: CitationItem): Insertion {
	const { note, keys } = wanted;
	const [key = '', ...others] = keys;
	const { start, end } = item.referenceSpan;
	const first = citation.syntax === 'paper' || note.text[start - 1] === '{' ? key : pandocKey(key);
	if (!citation.closed) {
		const newText = `${itemsText(citation.syntax, keys)}]`;
		return { span: { start, end }, newText, end: newText.length };
	}
	if (others.length === 0) {
		return ending(citation, { start, end }, first);
	}
	const behind = isBare(note, citation)
		? behindBare(note, citation, others)
		: { at: item.span.end, text: `; ${itemsText(citation.syntax, others)}` };
	return ending(citation, { start, end: behind.at }, first + note.text.slice(end, behind.at) + behind.text);
}

function added({ note, span, keys }: Wanted, citation: Citation): Insertion {
	if (isBare(note, citation)) {
		const { at, text } = behindBare(note, citation, keys);
		return ending(citation, { start: at, end: at }, text);
	}
	return citation.closed ? itemsAfter(citation, span.end, keys) : closingItems(citation, keys);
}

/** Whether it is one of Pandoc's without brackets: `@a`, `@a [p. 3]`. */
function isBare({ text }: Note, { syntax, span }: Citation): boolean {
	return syntax === 'pandoc' && text[span.start] !== '[';
}

/** Pandoc takes `@a [@b]` and `@a [p. 3; @b]` for one citation. */
function behindBare({ text }: Note, { syntax, span }: Citation, keys: readonly string[]) {
	const items = itemsText(syntax, keys);
	return text[span.end - 1] === ']' ? { at: span.end - 1, text: `; ${items}` } : { at: span.end, text: ` [${items}]` };
}

/** After the item at `offset`, or instead of it where it is empty. */
function itemsAfter(citation: Citation, offset: number, keys: readonly string[]): Insertion {
	const parts = splitAt({ text: citation.content, offset: citation.contentSpan.start }, ';');
	const part = parts.findLast((one, i) => i === 0 || one.offset <= offset) ?? { text: '', offset };
	const start = part.offset + part.text.trimEnd().length;
	const items = itemsText(citation.syntax, keys);
	if (start === part.offset) {
		const span = { start, end: part.offset + part.text.length };
		return ending(citation, span, part === parts[0] ? items : ` ${items}`);
	}
	return ending(citation, { start, end: start }, `; ${items}`);
}

/** Where the citation is not closed, after the key that its first word is, and with the bracket that it lacks. */
function closingItems(citation: Citation, keys: readonly string[]): Insertion {
	const after = citation.items.at(0)?.referenceSpan.end ?? citation.contentSpan.start;
	const newText = `${citation.items.length > 0 ? '; ' : ''}${itemsText(citation.syntax, keys)}]`;
	return { span: { start: after, end: after }, newText, end: newText.length };
}

/** An edit within `citation`, which ends where it ended, moved by what the edit adds. */
function ending({ span: whole }: Citation, span: Span, newText: string): Insertion {
	return { span, newText, end: newText.length + Math.max(0, whole.end - span.end) };
}
