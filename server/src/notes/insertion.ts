/** Inserts a citation at the cursor or in place of the selection. */

import { mayBeginAt } from '../syntax/citationStart.ts';
import { SEPARATOR } from '../syntax/separator.ts';
import type { Span } from '../util/span.ts';
import type { Citation, CitationItem, CitationSyntax } from './citation.ts';
import { keyInstead, writtenKey } from './citationForms.ts';
import { citationAt, type Note } from './note.ts';
import { meantKey } from './reference.ts';
import { splitAt } from './words.ts';

export interface Insertion {
	readonly span: Span;
	readonly newText: string;
	/** End of the citation after the edit, counted from the start of `span`. The cursor goes here. */
	readonly end: number;
}

/** What to cite, and where. */
interface Wanted {
	readonly note: Note;
	/** Empty for a cursor. */
	readonly span: Span;
	/** At least one. */
	readonly keys: readonly string[];
}

/**
 * The citation around a cursor or selection, to which an insertion there adds. A cursor right after a citation counts as
 * inside, because that is where an insertion leaves it. A selection must lie entirely between the brackets.
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
 * The edit that cites `keys` (at least one) in place of `selection`: as further items of the citation around it, or else
 * as a new citation. A selected key is replaced. A selection that covers part of a citation replaces all of it.
 */
export function insertionAt(note: Note, selection: Span, keys: readonly string[]): Insertion {
	const wanted = { note, span: withoutSpaceAround(note, selection), keys };
	const citation = citationAddedTo(note, selection);
	if (!citation) {
		return freshCitation(wanted);
	}
	return wanted.span.start < wanted.span.end ? insteadOf(wanted, citation) : added(wanted, citation);
}

/**
 * The selection without surrounding whitespace. A selected line includes its line break, which the citation must not
 * replace.
 */
function withoutSpaceAround({ text }: Note, { start, end }: Span): Span {
	const selected = text.slice(start, end);
	const first = start + selected.length - selected.trimStart().length;
	return { start: first, end: Math.max(first, start + selected.trimEnd().length) };
}

/**
 * A new citation. It gets a space before it if a letter precedes, as it would become part of that word, and after it if
 * another citation follows.
 */
function freshCitation({ note, span, keys }: Wanted): Insertion {
	const cut = note.citations.filter((one) => one.span.start < span.end && span.start < one.span.end);
	const start = Math.min(span.start, ...cut.map((one) => one.span.start));
	const end = Math.max(span.end, ...cut.map((one) => one.span.end));
	const before = mayBeginAt(note.text, start) && note.text[start - 1] !== '\\' ? '' : ' ';
	const after = note.citations.some((one) => one.span.start === end) ? ' ' : '';
	const syntax = syntaxFor(note, start, keys);
	const items = itemsText(syntax, keys);
	const text = before + (syntax === 'paper' ? `@paper[${items}]` : `[${items}]`);
	return { span: { start, end }, newText: text + after, end: text.length };
}

/**
 * The syntax of the last citation before `offset`, or else of the first one after it. Only syntaxes enabled for this
 * note occur.
 */
export function syntaxNear({ citations, syntaxes }: Note, offset: number): CitationSyntax {
	const near = citations.findLast((one) => one.span.start < offset) ?? citations[0];
	return near?.syntax ?? (syntaxes.includes('paper') ? 'paper' : 'pandoc');
}

/** The syntax of a new citation: the one used nearby, unless only the other can hold all keys. */
function syntaxFor(note: Note, offset: number, keys: readonly string[]): CitationSyntax {
	const near = syntaxNear(note, offset);
	const isHeld = keys.every((key) => writtenKey(near, key) !== undefined);
	return isHeld || !note.syntaxes.includes('paper') ? near : 'paper';
}

/** `a; b`, `@a; @b`. Keys that the syntax cannot hold are left out. */
function itemsText(syntax: CitationSyntax, keys: readonly string[]): string {
	const mark = syntax === 'paper' ? '' : '@';
	return keys
		.map((key) => writtenKey(syntax, key))
		.flatMap((key) => (key === undefined ? [] : mark + key))
		.join('; ');
}

/** Replaces the selected key or items. If words around a key are selected, adds items instead. */
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

/** The first key replaces the item's own key; the others become items after it. */
function insteadOfKey(wanted: Wanted, citation: Citation, item: CitationItem): Insertion {
	const { note, keys } = wanted;
	const [key = '', ...others] = keys;
	const { start, end } = item.referenceSpan;
	const first = keyInstead(citation.syntax, item, key) ?? item.reference;
	if (!citation.closed) {
		const newText = `${itemsText(citation.syntax, keys)}]`;
		return { span: { start, end }, newText, end: newText.length };
	}
	if (others.length === 0) {
		return ending(citation, meantKey(item).span, first);
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

/** Whether it is a Pandoc citation without brackets: `@a`, `@a [p. 3]`. */
function isBare({ text }: Note, { syntax, span }: Citation): boolean {
	return syntax === 'pandoc' && text[span.start] !== '[';
}

/** Adds keys after a bare citation. Pandoc reads `@a [@b]` and `@a [p. 3; @b]` as one citation. */
function behindBare({ text }: Note, { syntax, span }: Citation, keys: readonly string[]) {
	const items = itemsText(syntax, keys);
	return text[span.end - 1] === ']' ? { at: span.end - 1, text: `; ${items}` } : { at: span.end, text: ` [${items}]` };
}

/** Adds the keys after the item at `offset`, or in place of it if it is empty. */
function itemsAfter(citation: Citation, offset: number, keys: readonly string[]): Insertion {
	const parts = splitAt({ text: citation.content, offset: citation.contentSpan.start }, SEPARATOR);
	const part = parts.findLast((one, i) => i === 0 || one.offset <= offset) ?? { text: '', offset };
	const start = part.offset + part.text.trimEnd().length;
	const items = itemsText(citation.syntax, keys);
	if (start === part.offset) {
		const span = { start, end: part.offset + part.text.length };
		return ending(citation, span, part === parts[0] ? items : ` ${items}`);
	}
	return ending(citation, { start, end: start }, `; ${items}`);
}

/** For an unclosed citation: adds the keys after its first word, which is taken as a key, and the missing bracket. */
function closingItems(citation: Citation, keys: readonly string[]): Insertion {
	const after = citation.items.at(0)?.referenceSpan.end ?? citation.contentSpan.start;
	const newText = `${citation.items.length > 0 ? '; ' : ''}${itemsText(citation.syntax, keys)}]`;
	return { span: { start: after, end: after }, newText, end: newText.length };
}

/** An edit inside `citation`. The cursor goes to the citation's end, shifted by the length that the edit adds. */
function ending({ span: whole }: Citation, span: Span, newText: string): Insertion {
	return { span, newText, end: newText.length + Math.max(0, whole.end - span.end) };
}
