/** Turns a citation from one of its three forms into another: in parentheses, in the text, without the author. */

import { mayBeginAt } from '../syntax/citationStart.ts';
import { keyEnd } from '../syntax/key.ts';
import type { Span } from '../util/span.ts';
import type { Citation, CitationItem, CitationMode } from './citation.ts';
import { CITATION_MODES, PANDOC_MARKS, PAPER_MARKS } from './citationForms.ts';

export interface OtherForm {
	readonly mode: CitationMode;
	readonly span: Span;
	readonly newText: string;
}

/** A cited paper and its citation in the note's text. */
export interface CitedAt {
	readonly text: string;
	readonly citation: Citation;
	readonly item: CitationItem;
}

/**
 * The edits that give `item` each of its other forms. Forms that Pandoc cannot express are left out: `[see @a; @b]` has
 * no in-text form.
 */
export function otherForms(cited: CitedAt): OtherForm[] {
	const { citation, item } = cited;
	if (!citation.closed || item.problem) {
		return [];
	}
	return CITATION_MODES.filter((mode) => mode !== item.mode).flatMap((mode) => {
		const edit = citation.syntax === 'paper' ? paperForm(item, mode) : pandocForm(cited, mode);
		return edit ? [{ mode, ...edit }] : [];
	});
}

type FormEdit = Omit<OtherForm, 'mode'>;

/** A key after a prefix needs an `@`. */
function paperForm({ prefix, markSpan, referenceSpan }: CitationItem, mode: CitationMode): FormEdit {
	const span = markSpan ?? { start: referenceSpan.start, end: referenceSpan.start };
	return { span, newText: prefix && mode === 'parenthetical' ? '@' : PAPER_MARKS[mode] };
}

function pandocForm(cited: CitedAt, mode: CitationMode): FormEdit | undefined {
	const { text, citation, item } = cited;
	const isBracketed = text[citation.span.start] === '[';
	if (mode === 'inText') {
		return isBracketed ? unbracketed(cited) : item.markSpan && { span: item.markSpan, newText: '@' };
	}
	return isBracketed
		? item.markSpan && { span: item.markSpan, newText: PANDOC_MARKS[mode] }
		: bracketed(cited, PANDOC_MARKS[mode]);
}

/**
 * `@a [p. 3]` becomes `[@a, p. 3]`. Undefined if a bracket or parenthesis follows, because it would turn the result into
 * a link.
 */
function bracketed({ text, citation, item }: CitedAt, mark: string): FormEdit | undefined {
	const locator = item.locator ? `, ${text.slice(item.locator.span.start, item.locator.span.end)}` : '';
	return /[[(]/.test(text[citation.span.end] ?? '')
		? undefined
		: { span: citation.span, newText: `[${mark}${writtenKey(text, item)}${locator}]` };
}

/** `[@a, p. 3]` becomes `@a [p. 3]`. Undefined if text around it would be read as part of it. */
function unbracketed({ text, citation, item }: CitedAt): FormEdit | undefined {
	const { start, end } = citation.span;
	const locator = item.locator && text.slice(item.locator.span.start, item.locator.span.end);
	const isAlone = citation.items.length === 1 && !item.prefix && !/[[\]@]/.test(locator ?? '');
	if (!isAlone || !mayBeginAt(text, start) || /^\s*\[/.test(text.slice(end, end + 3))) {
		return undefined;
	}
	const key = writtenKey(text, item);
	const isRunOn = !locator && !key.startsWith('{') && keyEnd(key + text.slice(end, end + 2), 0) > key.length;
	return { span: citation.span, newText: `@${isRunOn ? `{${key}}` : key}${locator ? ` [${locator}]` : ''}` };
}

/** The key as written, including braces. */
function writtenKey(text: string, { reference, referenceSpan }: CitationItem): string {
	return text[referenceSpan.start - 1] === '{' ? `{${reference}}` : reference;
}
