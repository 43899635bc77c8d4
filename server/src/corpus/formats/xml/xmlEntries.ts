/** The entries of an XML file: its elements with certain names, one at a time, found without parsing their content. */

import type { Span } from '../../../util/span.ts';

export interface XmlEntry {
	/** Including its tags; without the closing tag if it is missing. */
	readonly span: Span;
	readonly isClosed: boolean;
}

/**
 * The elements of `text` called one of `names`, with or without prefix. An unclosed element ends before the next one.
 * Elements in comments and CDATA sections are skipped.
 */
export function* xmlEntries(text: string, names: readonly string[]): Generator<XmlEntry> {
	const marks = new RegExp(
		String.raw`<!--|<!\[CDATA\[|<(/?)(?:[\w.-]{1,40}:)?(?:${names.join('|')})(?=[\s/>])[^<>]{0,2000}>?`,
		'g',
	);
	const skipper = new Skipper(text);
	let start: number | undefined;
	for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
		const [whole, slash] = mark;
		if (slash === undefined) {
			marks.lastIndex = skipper.endOf(whole, marks.lastIndex);
			continue;
		}
		const isEnd = slash === '/';
		if (start !== undefined) {
			yield { span: { start, end: isEnd ? marks.lastIndex : mark.index }, isClosed: isEnd };
		}
		start = isEnd || whole.endsWith('/>') ? undefined : mark.index;
	}
	if (start !== undefined) {
		yield { span: { start, end: text.length }, isClosed: false };
	}
}

/**
 * Finds the ends of comments and CDATA sections. An unclosed one is ignored: it is damage, and the text after it still
 * counts.
 */
class Skipper {
	readonly #text: string;
	/** Closers that do not occur in the rest of the text, so that they are searched for only once. */
	readonly #absent = new Set<string>();

	constructor(text: string) {
		this.#text = text;
	}

	endOf(opening: string, from: number): number {
		const closing = opening === '<!--' ? '-->' : ']]>';
		const at = this.#absent.has(closing) ? -1 : this.#text.indexOf(closing, from);
		if (at < 0) {
			this.#absent.add(closing);
			return from;
		}
		return at + closing.length;
	}
}
