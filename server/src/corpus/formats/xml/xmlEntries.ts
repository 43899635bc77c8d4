/** The entries of an XML file: its elements of certain names, one by one, found without reading what is in them. */

import type { Span } from '../../../util/span.ts';

export interface XmlEntry {
	/** With its tags; without the closing one where that is missing. */
	readonly span: Span;
	readonly isClosed: boolean;
}

/**
 * The elements of `text` called one of `names`, with or without prefix. One that is not closed ends before the next.
 * Those in comments and CDATA sections are none.
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

/** Where comments and CDATA sections end. One that does not end is none: it is damage, and what follows still counts. */
class Skipper {
	readonly #text: string;
	/** What was looked for to the end of the text in vain, so that nobody looks again. */
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
