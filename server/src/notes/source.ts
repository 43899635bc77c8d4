/**
 * A note's text as the Markdown parser sees it: every character at its original offset, line ends as `\n`, and the front
 * matter and the marks of conflicts replaced by spaces. Doing this here keeps the parser free of a special rule for the start of the text.
 */

import { type Conflict, conflictsIn, withSides } from '../util/conflictMarks.ts';
import type { Span } from '../util/span.ts';
import { metadataBlocks } from './metadataBlocks.ts';

export interface Source {
	readonly text: string;
	/** Where the front matter ends; 0 if there is none. */
	readonly frontMatterEnd: number;
	/** Further YAML blocks that name bibliographies or list papers, in order. */
	readonly metadata: readonly Span[];
	readonly conflicts: readonly Conflict[];
}

/**
 * YAML between `---` and `---` or `...` (Pandoc, Jekyll, Obsidian), or TOML between `+++` and `+++` (Hugo, Zola), at the
 * very beginning of the text. A BOM may precede it.
 */
const FRONT_MATTER_OPEN = /^\uFEFF?(---|\+\+\+)[ \t]*\n(?![ \t]*\n)/;
const YAML_CLOSE = /^(?:---|\.\.\.)[ \t]*$/gm;
const TOML_CLOSE = /^\+\+\+[ \t]*$/gm;

export function sourceOf(text: string): Source {
	const whole = withPlainLineEnds(text);
	const conflicts = conflictsIn(whole);
	const lines = conflicts.length === 0 ? whole : withSides(whole, conflicts, ['ours', 'theirs']);
	const frontMatterEnd = frontMatterEndIn(lines);
	const metadata = metadataBlocks(lines, frontMatterEnd);
	const hidden = frontMatterEnd === 0 ? metadata : [{ start: 0, end: frontMatterEnd }, ...metadata];
	return { text: withBlank(lines, hidden), frontMatterEnd, metadata, conflicts };
}

function frontMatterEndIn(lines: string): number {
	const open = FRONT_MATTER_OPEN.exec(lines);
	if (!open) {
		return 0;
	}
	const closing = open[1] === '---' ? YAML_CLOSE : TOML_CLOSE;
	closing.lastIndex = open[0].length;
	const close = closing.exec(lines);
	return close ? close.index + close[0].length : 0;
}

/** The Markdown parser breaks lines only at `\n`, and does not end an HTML block at `\r\n`. */
function withPlainLineEnds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
}

/** The text with spaces instead of `spans`, which are in order. Line ends are kept. */
function withBlank(text: string, spans: readonly Span[]): string {
	let result = '';
	let from = 0;
	for (const { start, end } of spans) {
		result += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
		from = end;
	}
	return result + text.slice(from);
}

/** The front matter and the further metadata alone; empty without any. All else up to the end of the last one is blank. */
export function metadataText(
	text: string,
	{ frontMatterEnd, metadata }: Pick<Source, 'frontMatterEnd' | 'metadata'>,
): string {
	const end = metadata.at(-1)?.end ?? frontMatterEnd;
	const between = metadata.map(({ start }, index) => ({
		start: metadata[index - 1]?.end ?? frontMatterEnd,
		end: start,
	}));
	return withBlank(text.slice(0, end), between);
}
