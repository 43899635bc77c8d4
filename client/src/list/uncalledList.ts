/** Hides a list that nobody wants any more. */

import * as vscode from 'vscode';

/** Milliseconds between the attempts. Other providers take some time to fill the list. */
const DELAYS_MS = [10, 20, 40, 80, 160, 320];

/** VS Code can hide a list only once it shows it. Gives up when the document changes. */
export async function hideUncalledList(document: vscode.TextDocument): Promise<void> {
	const { version } = document;
	for (const delay of DELAYS_MS) {
		await new Promise((resolve) => setTimeout(resolve, delay));
		if (document.version !== version || vscode.window.activeTextEditor?.document !== document) {
			return;
		}
		await vscode.commands.executeCommand('hideSuggestWidget');
	}
}
