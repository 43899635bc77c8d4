/**
 * The blocks of a note, by Lezer's CommonMark parser: which text is prose, and which is code, HTML or markup. What
 * stands inside prose is read by `prose.ts`: Lezer's inline rules take quadratic time on hostile text (a megabyte of
 * `[[[...]]]` hangs it), know no maths, and take `[^1]: @paper[x]` for a link to `@paper[x]`.
 */

import type { Tree, TreeFragment } from '@lezer/common';
import { type BlockContext, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

/** Nothing a person writes nests this deep; finding a line's place costs its depth. */
const MAX_DEPTH = 60;

/** Below that depth a line is a paragraph of its own. */
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

/** `[^1]: text`, continued by paragraphs indented by four, as GitHub and Pandoc read it. */
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
	// The first inline rule takes all there is.
	parseInline: [{ name: 'Escape', parse: (context) => context.end }],
	remove: ['LinkReference'],
};

const blockParser = parser.configure(BLOCKS_ONLY);

/** The blocks of `text`, taking from `fragments` what an edit left as it was. */
export function blocksOf(text: string, fragments: readonly TreeFragment[] = []): Tree {
	return blockParser.parse(text, fragments);
}
