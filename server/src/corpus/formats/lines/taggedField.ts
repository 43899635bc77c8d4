/** Formats whose lines begin with a tag, as in `TI  - Attention Is All You Need`: RIS and MEDLINE. */

import { oneLine } from '../../../util/oneLine.ts';
import type { Span } from '../../../util/span.ts';
import { type MarkupSource, markupSource } from '../../../util/textKinds.ts';
import { joinLines, type Line, trimmedLine } from './lines.ts';

export interface TaggedField {
	/** `TI` */
	readonly tag: string;
	/** The text after the tag, and the continuation lines. */
	readonly lines: Line[];
}

/** The field that begins at `line` of `text`. `prefix` is the tag and everything before the value. */
export function taggedField(
	text: string,
	line: Line,
	{ tag, prefix }: { readonly tag: string; readonly prefix: string },
): TaggedField {
	return { tag, lines: [trimmedLine(text, { start: line.span.start + prefix.length, end: line.span.end })] };
}

/** The fields of one entry, by tag. */
export class TaggedFields {
	readonly #fields = new Map<string, TaggedField[]>();
	readonly #inOrder: TaggedField[] = [];

	/** Skips fields without a value. */
	constructor(fields: readonly TaggedField[]) {
		for (const field of fields) {
			if (field.lines.length === 1 && field.lines[0]?.text === '') {
				continue;
			}
			this.#inOrder.push(field);
			const same = this.#fields.get(field.tag);
			if (same) {
				same.push(field);
			} else {
				this.#fields.set(field.tag, [field]);
			}
		}
	}

	/** The values of all fields with one of `tags`, tag by tag, each on one line and not empty. */
	all(...tags: readonly string[]): readonly MarkupSource[] {
		return this.blocks(...tags).map((block) => markupSource(oneLine(block)));
	}

	/** The same values in the order of the file, for lists that several tags make up together. */
	inOrder(...tags: readonly string[]): readonly MarkupSource[] {
		return this.#inOrder
			.filter(({ tag }) => tags.includes(tag))
			.map(({ lines }) => markupSource(oneLine(joinLines(lines))))
			.filter((value) => value !== '');
	}

	/** The first such value. */
	first(...tags: readonly string[]): MarkupSource | undefined {
		for (const tag of tags) {
			const [value] = this.#fields.has(tag) ? this.all(tag) : [];
			if (value !== undefined) {
				return value;
			}
		}
		return undefined;
	}

	/** The values with their line breaks, for abstracts and lists. */
	blocks(...tags: readonly string[]): readonly MarkupSource[] {
		const blocks: MarkupSource[] = [];
		for (const tag of tags) {
			for (const { lines } of this.#fields.get(tag) ?? []) {
				const block = lines.length === 1 ? (lines[0]?.text ?? '') : joinLines(lines);
				if (block !== '') {
					blocks.push(markupSource(block));
				}
			}
		}
		return blocks;
	}

	/** Place of the first value with one of `tags`, from its first to its last line. */
	spanOf(...tags: readonly string[]): Span | undefined {
		const fields = tags.flatMap((tag) => this.#fields.get(tag) ?? []);
		const lines = fields.map((field) => field.lines.filter(({ text }) => text !== '')).find(({ length }) => length > 0);
		const [first, last] = [lines?.[0], lines?.at(-1)];
		return first && last && { start: first.span.start, end: last.span.end };
	}
}
