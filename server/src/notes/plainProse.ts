/** The plain words of a note: its prose without citations, code, mathematics, HTML, links and addresses. */

import { type Span, shareText } from '../util/span.ts';
import { nonProseEnd, Prose } from './nonProse.ts';
import { type Note, proseOf } from './note.ts';
import { stickyEnd } from './sticky.ts';

/** A paragraph, heading or table, with everything but plain words replaced by spaces. */
export interface PlainBlock {
	/** In the note. */
	readonly span: Span;
	/** The text at `span`, character by character. */
	readonly text: string;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>]+/iy;

/** Before the words of a line: `> - [x] `. */
const MARKS = /(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t])*/y;

/** The blocks of prose that `within` touches, in order. */
export function plainBlocks(note: Note, within: Span): PlainBlock[] {
	const blocks: PlainBlock[] = [];
	let at = Math.max(within.start, note.frontMatter.text.length);
	while (at < Math.min(within.end, note.text.length)) {
		const block = proseOf(note, stickyEnd(MARKS, note.text, at) ?? at);
		if (block && block.end > at) {
			const span = { start: block.start, end: block.end };
			const stretches = block.stretches.map(({ text, offset }) => ({ text: withoutMarkup(text), offset }));
			blocks.push({ span, text: withoutCitations(note, span, assembled(span, stretches)) });
			at = block.end;
		}
		at = nextLine(note.text, at);
	}
	return blocks;
}

function nextLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end + 1;
}

function assembled(
	{ start, end }: Span,
	stretches: readonly { readonly text: string; readonly offset: number }[],
): string {
	let text = '';
	for (const stretch of stretches) {
		text = text.padEnd(stretch.offset - start) + stretch.text;
	}
	return text.slice(0, end - start).padEnd(end - start);
}

function withoutCitations({ citations }: Note, span: Span, text: string): string {
	const within = citations.filter((citation) => shareText(citation.span, span));
	return blanked(
		text,
		within.map((citation) => ({ start: citation.span.start - span.start, end: citation.span.end - span.start })),
	);
}

/** Finds where something else than words begins, and goes on behind it. */
function withoutMarkup(text: string): string {
	const prose = new Prose(text);
	const other: Span[] = [];
	const begins = /[\\`<$[]|https?:|www\./gi;
	for (let found = begins.exec(text); found; found = begins.exec(text)) {
		const start = found.index;
		const end = nonProseEnd(prose, start) ?? linkEnd(prose, start) ?? stickyEnd(ADDRESS, text, start);
		if (end !== undefined) {
			other.push({ start, end });
			begins.lastIndex = Math.max(end, start + 1);
		}
	}
	return blanked(text, other);
}

/** `[text](target)`, `[text][label]`, `[[note]]`. */
function linkEnd(prose: Prose, start: number): number | undefined {
	const close = prose.text[start] === '[' ? prose.closing(start) : undefined;
	if (close === undefined) {
		return undefined;
	}
	const next = prose.text[close + 1];
	const target = next === '(' || next === '[' ? prose.closing(close + 1) : undefined;
	return target !== undefined ? target + 1 : prose.text[start + 1] === '[' ? close + 1 : undefined;
}

function blanked(text: string, spans: readonly Span[]): string {
	let kept = '';
	for (const { start, end } of spans) {
		kept += text.slice(kept.length, Math.max(kept.length, start));
		kept = kept.padEnd(Math.min(end, text.length));
	}
	return kept + text.slice(kept.length);
}
