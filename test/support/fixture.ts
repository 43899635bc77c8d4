/**
 * Test cases as text. `//- /path` begins a file; `|` is the cursor and is taken out (`\|` is a bar); a line of only
 * spaces and `^`, with whatever stands after it, marks the line above.
 */

export interface Mark {
	/** Where the marked text stands in the file, without markers. */
	readonly start: number;
	readonly end: number;
	/** What is written after the `^^^`. */
	readonly text: string;
}

export interface FixtureFile {
	readonly path: string;
	readonly text: string;
	readonly cursor: number | undefined;
	readonly marks: readonly Mark[];
}

const FILE_LINE = /^\/\/- (\/\S+)$/;
const MARK_LINE = /^\s*(\^+)(.*)$/;

/** The files of a case, in order. A case without a `//-` line is the one file `/note.md`. */
export function filesIn(fixture: string): FixtureFile[] {
	const files: { path: string; lines: string[] }[] = [];
	for (const line of fixture.replace(/^\n/, '').split('\n')) {
		const path = FILE_LINE.exec(line.trim())?.[1];
		if (path !== undefined) {
			files.push({ path, lines: [] });
		} else if (files.length === 0) {
			files.push({ path: '/note.md', lines: [line] });
		} else {
			files.at(-1)?.lines.push(line);
		}
	}
	return files.map(({ path, lines }) => fileOf(path, lines));
}

function fileOf(path: string, lines: readonly string[]): FixtureFile {
	const kept: string[] = [];
	const marks: Mark[] = [];
	let cursor: number | undefined;
	let length = 0;
	let lineStart = 0;
	for (const line of lines) {
		const [, carets, text = ''] = MARK_LINE.exec(line) ?? [];
		if (carets !== undefined) {
			const start = lineStart + line.indexOf('^');
			marks.push({ start, end: start + carets.length, text: text.trim() });
			continue;
		}
		const bare = withoutCursor(line);
		cursor = bare.cursor === undefined ? cursor : length + bare.cursor;
		kept.push(bare.text);
		lineStart = length;
		length += bare.text.length + 1;
	}
	return { path, text: kept.join('\n'), cursor, marks };
}

function withoutCursor(line: string): { text: string; cursor: number | undefined } {
	const at = /(?<!\\)\|/.exec(line)?.index;
	const text = (at === undefined ? line : line.slice(0, at) + line.slice(at + 1)).replaceAll('\\|', '|');
	return { text, cursor: at };
}
