/** Which of the notes that an editor shows are notes of today: it also opens older states of them, to compare. */

/** `git:/notes/a.md` is none: it can be read, but not changed. */
export function isPresent(uri: string): boolean {
	return /^(?:file|untitled|vscode-notebook-cell):/.test(uri);
}
