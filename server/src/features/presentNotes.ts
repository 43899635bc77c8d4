/** Whether a note in an editor is the current version. Editors also open older versions, to compare. */

/** False for `git:/notes/a.md`, which can be read but not changed. */
export function isPresent(uri: string): boolean {
	return /^(?:file|untitled|vscode-notebook-cell):/.test(uri);
}
