/**
 * A note's text as the Markdown parser should see it: every character in its place, line ends as `\n`, and the front
 * matter blank. Blanking it here, not in the parser, keeps the parser free of a rule about one place in the text.
 */

export interface Source {
	readonly text: string;
	/** How far the front matter reaches; 0 where there is none. */
	readonly frontMatterEnd: number;
}

/** YAML between `---` and `---` or `...`, at the very beginning (Pandoc, Jekyll, Obsidian); a BOM may come first. */
const FRONT_MATTER_OPEN = /^\uFEFF?---[ \t]*\n(?![ \t]*\n)/;
const FRONT_MATTER_CLOSE = /^(?:---|\.\.\.)[ \t]*$/gm;

export function sourceOf(text: string): Source {
	const lines = withPlainLineEnds(text);
	const open = FRONT_MATTER_OPEN.exec(lines);
	if (!open) {
		return { text: lines, frontMatterEnd: 0 };
	}
	FRONT_MATTER_CLOSE.lastIndex = open[0].length;
	const close = FRONT_MATTER_CLOSE.exec(lines);
	if (!close) {
		return { text: lines, frontMatterEnd: 0 };
	}
	const frontMatterEnd = close.index + close[0].length;
	return { text: blank(lines, 0, frontMatterEnd) + lines.slice(frontMatterEnd), frontMatterEnd };
}

/** The Markdown parser breaks lines at `\n` alone, and ends no HTML block at a `\r\n`. */
function withPlainLineEnds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
}

/** As many spaces, with the line ends left. */
function blank(text: string, start: number, end: number): string {
	return text.slice(start, end).replace(/[^\n]/g, ' ');
}
