/** The entries of a file of lines such as `%T On Rays`. */

import type { Span } from '../../../util/span.ts';
import { type Line, linesIn } from '../lines/lines.ts';
import { type TaggedField, taggedField } from '../lines/taggedField.ts';

export interface ReferEntry {
	/** In order. The tag of `%T On Rays` is `T`. */
	readonly fields: readonly TaggedField[];
	/** The first line. */
	readonly head: Span;
	readonly span: Span;
}

/** `%T `: a percent sign and one character. Lower case is running text: `%a` is no tag. */
const TAGGED = /^(%([^\sa-z%]))(?:\s|$)/;

/** The entries of `text`, one at a time. Text before the first tag is skipped. */
export function* referEntries(text: string): Generator<ReferEntry> {
	let entry: OpenEntry | undefined;
	let afterBlank = true;
	for (const line of linesIn(text)) {
		const [, prefix, tag] = TAGGED.exec(line.text) ?? [];
		if (prefix === undefined || tag === undefined) {
			entry?.carryOn(line);
		} else if (entry === undefined || entry.endsBefore(tag, afterBlank)) {
			if (entry) {
				yield entry;
			}
			entry = new OpenEntry(line, taggedField(text, line, { tag, prefix }));
		} else {
			entry.add(line, taggedField(text, line, { tag, prefix }));
		}
		afterBlank = line.text === '';
	}
	if (entry) {
		yield entry;
	}
}

class OpenEntry implements ReferEntry {
	readonly fields: TaggedField[];
	readonly head: Span;
	readonly span: { start: number; end: number };
	/** The tags so far. */
	readonly #tags = new Set<string>();

	constructor({ span }: Line, field: TaggedField) {
		this.head = span;
		this.span = { ...span };
		this.fields = [field];
		this.#tags.add(field.tag);
	}

	/**
	 * EndNote begins each entry with `%0`, and its abstracts may hold blank lines. Without `%0`, as refer has it, blank
	 * lines separate entries. A second title after a blank line is another paper in both.
	 */
	endsBefore(tag: string, afterBlank: boolean): boolean {
		if (tag === '0') {
			return this.#tags.has('0') || this.#tags.has('T');
		}
		const isOther = !this.#tags.has('0') || ((tag === 'T' || tag === 'A') && this.#tags.has('T'));
		return afterBlank && isOther;
	}

	add({ span }: Line, field: TaggedField): void {
		this.fields.push(field);
		this.#tags.add(field.tag);
		this.span.end = span.end;
	}

	/** A line without a tag continues the previous field. */
	carryOn(line: Line): void {
		this.fields.at(-1)?.lines.push(line);
		this.span.end = line.text === '' ? this.span.end : line.span.end;
	}
}
