/** The sentence around a place in a note, to show what is said there. */

import { type Span, shareText } from '../util/span.ts';

/** What ends a paragraph: a blank line, or the start of a heading, list item, quote, table row or fence. */
const BLOCK_START = /^[ \t]*(?:$|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|[>|]|```|~~~)/;

const HEADING = /^[ \t]*#{1,6}[ \t]/;

/** Marks of a block at its start, which are no words of the sentence. */
const BLOCK_MARK = /^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ x]\][ \t]+)?|\d{1,9}[.)][ \t]+)?/;

/** In characters: a longer paragraph is no prose, and its sentences are not looked for. */
const MAX_PARAGRAPH = 20_000;

/** In characters, on each side of the place. */
const MAX_AROUND = 300;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence (several, if the place reaches over more) on one line, cut between words where it is very long. */
export function sentenceAround(text: string, place: Span): string {
	const paragraph = paragraphAround(text, place);
	const at = { start: place.start - paragraph.start, end: place.end - paragraph.start };
	const written = text.slice(paragraph.start, paragraph.end);
	const isProse = written.length <= MAX_PARAGRAPH;
	const parts = isProse ? [...SENTENCES.segment(written.replace(/[\r\n]/g, ' '))] : [];
	const around = parts.filter(({ index, segment }) => shareText({ start: index, end: index + segment.length }, at));
	const start = around[0]?.index ?? 0;
	const end = around.at(-1) ? (around.at(-1)?.index ?? 0) + (around.at(-1)?.segment.length ?? 0) : written.length;
	return shortened(written.slice(start, end), { start: at.start - start, end: at.end - start });
}

/** The lines around the place that are one paragraph, without the mark of a block before them. */
export function paragraphAround(text: string, place: Span): Span {
	let start = lineStart(text, place.start);
	while (
		start > 0 &&
		!BLOCK_START.test(lineAt(text, start)) &&
		lineAt(text, lineStart(text, start - 1)).trim() !== ''
	) {
		start = lineStart(text, start - 1);
	}
	let end = lineEnd(text, place.end);
	while (end < text.length && !HEADING.test(lineAt(text, start)) && !BLOCK_START.test(lineAt(text, end + 1))) {
		end = lineEnd(text, end + 1);
	}
	return { start: start + (BLOCK_MARK.exec(lineAt(text, start))?.[0].length ?? 0), end };
}

function lineStart(text: string, offset: number): number {
	return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end;
}

function lineAt(text: string, start: number): string {
	return text.slice(start, lineEnd(text, start)).replace(/\r$/, '');
}

function shortened(sentence: string, place: Span): string {
	const from = place.start > MAX_AROUND ? sentence.indexOf(' ', place.start - MAX_AROUND) + 1 : 0;
	const to =
		sentence.length > place.end + MAX_AROUND ? sentence.lastIndexOf(' ', place.end + MAX_AROUND) : sentence.length;
	const words = sentence.slice(from, Math.max(to, place.end)).replace(/\s+/g, ' ').trim();
	return `${from > 0 ? '… ' : ''}${words}${to < sentence.length ? ' …' : ''}`;
}
