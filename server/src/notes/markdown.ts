/**
 * The blocks of a note, parsed by Lezer's CommonMark parser: which text is prose, and which is code, HTML or markup.
 * `prose.ts` reads the text inside prose, because Lezer's inline rules take quadratic time on hostile text (a megabyte
 * of `[[[...]]]` hangs it), do not know maths, and read `[^1]: @paper[x]` as a link to `@paper[x]`.
 */

import type { Tree, TreeFragment } from '@lezer/common';
import { type BlockContext, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

/** Deeper than anyone nests blocks. Finding the block of a line takes time proportional to its depth. */
const MAX_DEPTH = 60;

/** A line below the maximum depth becomes a paragraph of its own. */
function readTooDeep(context: BlockContext, line: Line): boolean {
	if (context.depth < MAX_DEPTH) {
		return false;
	}
	const start = context.lineStart + line.pos;
	context.addElement(context.elt('Paragraph', start, context.lineStart + line.text.length));
	context.nextLine();
	return true;
}

const FOOTNOTE = /\[\^[^\]\s]+\]:/y;

/** `[^1]: text`, continued by paragraphs indented by four spaces, as in GitHub and Pandoc. */
function startFootnote(context: BlockContext, line: Line): false | null {
	FOOTNOTE.lastIndex = line.pos;
	if (line.indent >= line.baseIndent + 4 || !FOOTNOTE.test(line.text)) {
		return false;
	}
	context.startComposite('Footnote', line.pos);
	line.moveBase(line.skipSpace(FOOTNOTE.lastIndex));
	return null;
}

function continuesFootnote(_context: BlockContext, line: Line): boolean {
	if (line.next >= 0 && line.indent < line.baseIndent + 4) {
		return false;
	}
	line.moveBaseColumn(line.baseIndent + 4);
	return true;
}

const BLOCKS_ONLY: MarkdownConfig = {
	defineNodes: [{ name: 'Footnote', composite: continuesFootnote }],
	parseBlock: [
		{ name: 'TooDeep', parse: readTooDeep, before: 'IndentedCode' },
		{ name: 'Footnote', parse: startFootnote, before: 'IndentedCode' },
	],
	// The first inline rule consumes the whole text, so Lezer parses nothing inside blocks.
	parseInline: [{ name: 'Escape', parse: (context) => context.end }],
	remove: ['LinkReference'],
};

const blockParser = parser.configure(BLOCKS_ONLY);

/** The blocks of `text`. Reuses from `fragments` what an edit did not change. */
export function blocksOf(text: string, fragments: readonly TreeFragment[] = []): Tree {
	return blockParser.parse(text, fragments);
}
