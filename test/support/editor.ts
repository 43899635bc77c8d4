/**
 * What a test may do in an editor, whichever it is: the server over stdio, or a real VS Code. Places are given as text:
 * the first occurrence of a needle in the file, with `|` for the cursor in it.
 */

export interface SeenCompletion {
	readonly label: string;
	/** The line after it has been accepted. */
	readonly lineAfter: string;
}

export interface SeenProblem {
	readonly code: string;
	readonly message: string;
	/** The text that is underlined. */
	readonly at: string;
}

export interface SeenFix {
	readonly title: string;
	readonly preferred: boolean;
	/** The line after it has been applied. */
	readonly lineAfter: string;
}

export interface SeenPlace {
	/** Relative to the workspace folder. */
	readonly path: string;
	/** The first line of the place, without surrounding space. */
	readonly line: string;
}

export interface Editor {
	/** Writes a file of the workspace on disk, as another program would. */
	write(path: string, text: string | Uint8Array): Promise<void>;
	remove(path: string): Promise<void>;
	/** Opens a file of the workspace in the editor. */
	open(path: string): Promise<void>;
	/** The text that the editor has, saved or not. */
	text(path: string): Promise<string>;
	/** Replaces the first occurrence of `before` in an open file, as typing would, without saving. */
	replace(path: string, before: string, after: string): Promise<void>;
	completions(path: string, needle: string): Promise<SeenCompletion[]>;
	/** The texts of the cards at the place. */
	hover(path: string, needle: string): Promise<string[]>;
	/** The problems that Paper Notes reports in an open file, in order. */
	problems(path: string): Promise<SeenProblem[]>;
	fixes(path: string, needle: string): Promise<SeenFix[]>;
	definition(path: string, needle: string): Promise<SeenPlace[]>;
	/** Any request of `protocol.ts`. */
	request<T>(method: string, params: object): Promise<T>;
}

/** The offset of `|` in the first occurrence of `needle` in `text`; `needle` without a bar means its beginning. */
export function offsetOf(text: string, needle: string): number {
	const bar = needle.indexOf('|');
	const found = text.indexOf(needle.replace('|', ''));
	if (found < 0) {
		throw new Error(`There is no "${needle}" in the text.`);
	}
	return found + Math.max(bar, 0);
}

/** The line of `text` that holds `offset`, without surrounding space. */
export function lineAround(text: string, offset: number): string {
	const end = text.indexOf('\n', offset);
	return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end).trim();
}
