/** The prose of a note: the text of its paragraphs, headings and table cells, as stretches without markup. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { withoutBlockAttributes, withoutHeadingAttributes } from './attributes.ts';
import { stickyEnd } from './sticky.ts';
import { cellsOf } from './table.ts';
import type { Stretch } from './words.ts';

/** HTML and comments are here because text follows tags, and may follow a comment on its last line. */
const PROSE = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;

/** Tags whose content is not prose. */
const CODE_TAG = /<(?:script|pre|style|textarea)\b/iy;

/** A paragraph or heading. For `> # A *title*` it starts at the `#`. */
export interface ProseBlock {
	readonly start: number;
	readonly end: number;
	/** Whether it stands in no list, quote or footnote. */
	readonly isTopLevel: boolean;
	readonly stretches: readonly Stretch[];
}

/** The block of prose at `offset`; undefined in code, HTML, markup and between blocks. */
export function proseAt(tree: Tree, source: string, offset: number): ProseBlock | undefined {
	let node: SyntaxNode | null = tree.resolve(offset, 1);
	while (node && !PROSE.test(node.name)) {
		node = node.parent;
	}
	return node && holdsProse(node, source) ? proseOf(node, source) : undefined;
}

function holdsProse({ name, from, to }: SyntaxNode, source: string): boolean {
	switch (name) {
		case 'HTMLBlock':
			return stickyEnd(CODE_TAG, source, from) === undefined;
		case 'CommentBlock':
			return source.slice(from, to).includes('-->');
		default:
			return true;
	}
}

function proseOf(node: SyntaxNode, source: string): ProseBlock {
	const begun = commentBefore(node, source) ?? node;
	const end = paragraphBehind(begun, source) ?? begun;
	const between = begun === end ? '' : source.slice(begun.to, end.from).replace(/[^\n]/g, ' ');
	const text = withoutMarks(begun, source) + (begun === end ? '' : between + withoutMarks(end, source));
	const isHeading = node.name.includes('Heading');
	const stretch = {
		text: isHeading ? withoutHeadingAttributes(text) : withoutBlockAttributes(text),
		offset: begun.from,
	};
	const isTopLevel = node.parent?.type.isTop === true;
	return { start: begun.from, end: end.to, isTopLevel, stretches: cellsOf(stretch) };
}

/**
 * The paragraph that a comment begins: `<!-- a --> text` and the lines after it. In CommonMark the comment's last line is
 * a block of its own, but for a reader the text goes on.
 */
function paragraphBehind(comment: SyntaxNode, source: string): SyntaxNode | undefined {
	const isBegun = comment.name === 'CommentBlock' && TEXT_AFTER_COMMENT.test(source.slice(comment.from, comment.to));
	const next = isBegun ? besides(comment, 'nextSibling') : undefined;
	return next?.name === 'Paragraph' && NEXT_LINE.test(source.slice(comment.to, next.from)) ? next : undefined;
}

function commentBefore(paragraph: SyntaxNode, source: string): SyntaxNode | undefined {
	const comment = paragraph.name === 'Paragraph' ? besides(paragraph, 'prevSibling') : undefined;
	return comment && paragraphBehind(comment, source)?.from === paragraph.from ? comment : undefined;
}

const TEXT_AFTER_COMMENT = /-->.*\S.*$/;
const NEXT_LINE = /^\n[ \t>]*$/;

/** The next or previous block. */
function besides(node: SyntaxNode, direction: 'nextSibling' | 'prevSibling'): SyntaxNode | undefined {
	let other = node[direction];
	while (other?.name === 'QuoteMark') {
		other = other[direction];
	}
	return other ?? undefined;
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
