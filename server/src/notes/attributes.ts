/** Attributes in Pandoc's syntax, after code, links and headings: `{#id .class title="x"}`, `{=html}`. */

import { stickyEnd } from './sticky.ts';

const VALUE = String.raw`"[^"]*"|'[^']*'|[^\s{}"']+`;
const ATTRIBUTE = String.raw`#[^\s{}]+|\.[^\s{}]+|=[^\s{}]+|-|[A-Za-z_][\w:.-]*=(?:${VALUE})`;
const ATTRIBUTES = String.raw`\{\s*(?:(?:${ATTRIBUTE})(?=[\s}])\s*)*\}`;

const AT_PLACE = new RegExp(ATTRIBUTES, 'y');

/** End of the attributes that begin at `start`; undefined if none do. */
export function attributesEnd(text: string, start: number): number | undefined {
	return stickyEnd(AT_PLACE, text, start);
}

/** `::: {.note title="x"}`, the first line of a block with attributes. */
const BLOCK_LINE = new RegExp(String.raw`^[ \t]*:{3,}[ \t]*${ATTRIBUTES}[ \t]*:*[ \t]*$`, 'gm');

/** Replaces the attributes of blocks by spaces. */
export function withoutBlockAttributes(text: string): string {
	return text.includes(':::') ? text.replace(BLOCK_LINE, (line) => ' '.repeat(line.length)) : text;
}

const AT_END = new RegExp(String.raw`${ATTRIBUTES}[ \t]*$`, 'm');

/** Replaces the attributes at the end of a heading's line by spaces. */
export function withoutHeadingAttributes(text: string): string {
	return text.includes('{') ? text.replace(AT_END, (attributes) => ' '.repeat(attributes.length)) : text;
}
