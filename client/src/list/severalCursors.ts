/** List rows for several cursors at once. */

import * as vscode from 'vscode';

/**
 * Makes each row replace the whole query in one edit. With one cursor, a second edit removes all words but the last, so
 * that the highlights are correct. VS Code applies such a second edit at one cursor only.
 */
export function withWholeRanges(items: readonly vscode.CompletionItem[]): void {
	for (const item of items) {
		const [before] = item.additionalTextEdits ?? [];
		if (before && item.range instanceof vscode.Range) {
			const end = item.range.end;
			item.filterText = `${vscode.window.activeTextEditor?.document.getText(new vscode.Range(before.range.start, item.range.start)) ?? ''}${item.filterText ?? ''}`;
			item.range = new vscode.Range(before.range.start, end);
			item.additionalTextEdits = [];
		}
	}
}
