/**
 * YAML blocks below the front matter that name bibliographies or list papers. Pandoc reads metadata anywhere in a note
 * (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block). Any other text between `---` and `---` is left as it is.
 */

import type { Span } from '../util/span.ts';

const FIELDS = ['\nreferences:', '\nbibliography:'];

/** Behind a blank line, and not before one: that would be a horizontal rule. */
const OPENING = /(?<=\n[ \t]*\n)---[ \t]*\n(?![ \t]*\n)/g;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;
const FIELD = /^(?:references|bibliography):/m;
/** `name: value`, a list item, a comment, a line that continues a value, or a blank one. */
const YAML_LINE = /^(?:[^\s:#-][^:\n]*:(?:[ \t]|$)|-(?:[ \t]|$)|[#\]}]|[ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/gm;

/** The blocks behind `from`, in order, with their delimiters. Line ends are `\n`. */
export function metadataBlocks(text: string, from: number): readonly Span[] {
	const blocks: Span[] = [];
	OPENING.lastIndex = from;
	if (!FIELDS.some((field) => text.includes(field, from))) {
		return blocks;
	}
	for (let open = OPENING.exec(text); open; open = OPENING.exec(text)) {
		const start = open.index;
		CLOSING.lastIndex = OPENING.lastIndex;
		const close = CLOSING.exec(text);
		if (!close) {
			break;
		}
		const inside = text.slice(OPENING.lastIndex, close.index);
		if (
			FIELD.test(inside) &&
			inside.split('\n').every((line) => YAML_LINE.test(line)) &&
			!isExample(text, from, start)
		) {
			blocks.push({ start, end: close.index + close[0].length });
			OPENING.lastIndex = CLOSING.lastIndex;
		}
	}
	return blocks;
}

/** Whether `at` is in fenced code or in a comment. */
function isExample(text: string, from: number, at: number): boolean {
	if (text.lastIndexOf('<!--', at) > Math.max(from - 1, text.lastIndexOf('-->', at))) {
		return true;
	}
	let open = '';
	for (const [, fence = ''] of text.slice(from, at).matchAll(FENCE)) {
		open = open === '' ? fence : fence.startsWith(open) ? '' : open;
	}
	return open !== '';
}
