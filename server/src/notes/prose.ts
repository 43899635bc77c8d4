/** The prose of a note: the text of its paragraphs, headings and table cells, as stretches without markup. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { cellsOf } from './table.ts';
import type { Stretch } from './words.ts';

const PROSE = /^(?:Paragraph|ATXHeading\d|SetextHeading\d)$/;

/** A paragraph or heading. For `> # A *title*` it starts at the `#`. */
export interface ProseBlock {
	readonly start: number;
	readonly end: number;
	readonly stretches: readonly Stretch[];
}

/** The block of prose at `offset`; undefined in code, HTML, markup and between blocks. */
export function proseAt(tree: Tree, source: string, offset: number): ProseBlock | undefined {
	let node: SyntaxNode | null = tree.resolve(offset, 1);
	while (node && !PROSE.test(node.name)) {
		node = node.parent;
	}
	return node ? proseOf(node, source) : undefined;
}

function proseOf(node: SyntaxNode, source: string): ProseBlock {
	const stretch = { text: withoutMarks(node, source), offset: node.from };
	return { start: node.from, end: node.to, stretches: cellsOf(stretch) };
}

/** The block's text with its own markup replaced by spaces: `#`, a heading's underline, the `>` of later lines. */
function withoutMarks(node: SyntaxNode, source: string): string {
	let text = '';
	let at = node.from;
	for (let mark = node.firstChild; mark; mark = mark.nextSibling) {
		text += source.slice(at, mark.from) + ' '.repeat(mark.to - mark.from);
		at = mark.to;
	}
	return text + source.slice(at, node.to);
}
