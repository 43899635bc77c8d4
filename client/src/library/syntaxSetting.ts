/** `paperNotes.syntaxes` in VS Code's settings. */

import * as vscode from 'vscode';

/** The value for the folder of `scope`. People also write a single word instead of a list. */
export function syntaxesSet(scope: vscode.ConfigurationScope | null): readonly string[] {
	const set: unknown = vscode.workspace.getConfiguration('paperNotes', scope).get('syntaxes');
	return Array.isArray(set) ? set.map(String) : typeof set === 'string' ? [set] : ['paper'];
}
