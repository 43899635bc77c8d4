/** `paperNotes.syntaxes` as VS Code has it. */

import * as vscode from 'vscode';

/** What is set for the folder of `scope`; people also write one word instead of a list. */
export function syntaxesSet(scope: vscode.ConfigurationScope | null): readonly string[] {
	const set: unknown = vscode.workspace.getConfiguration('paperNotes', scope).get('syntaxes');
	return Array.isArray(set) ? set.map(String) : typeof set === 'string' ? [set] : ['paper'];
}
