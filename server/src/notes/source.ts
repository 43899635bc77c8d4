/**
 * A note's text as the Markdown parser sees it: every character at its original offset, line ends as `\n`, and the front
 * matter and the marks of conflicts replaced by spaces. Doing this here keeps the parser free of a special rule for the start of the text.
 */

import { type Conflict, conflictsIn, withSides } from '../util/conflictMarks.ts';

export interface Source {
	readonly text: string;
	/** Where the front matter ends; 0 if there is none. */
	readonly frontMatterEnd: number;
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
	const open = FRONT_MATTER_OPEN.exec(lines);
	if (!open) {
		return { text: lines, frontMatterEnd: 0, conflicts };
	}
	const closing = open[1] === '---' ? YAML_CLOSE : TOML_CLOSE;
	closing.lastIndex = open[0].length;
	const close = closing.exec(lines);
	if (!close) {
		return { text: lines, frontMatterEnd: 0, conflicts };
	}
	const frontMatterEnd = close.index + close[0].length;
	return { text: blank(lines, 0, frontMatterEnd) + lines.slice(frontMatterEnd), frontMatterEnd, conflicts };
}

/** The Markdown parser breaks lines only at `\n`, and does not end an HTML block at `\r\n`. */
function withPlainLineEnds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
}

/** Replaces the text with spaces but keeps the line ends. */
function blank(text: string, start: number, end: number): string {
	return text.slice(start, end).replace(/[^\n]/g, ' ');
}
