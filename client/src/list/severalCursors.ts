/** Rows of the list for several cursors at once. */

import * as vscode from 'vscode';

/**
 * Lets each row replace the whole query in one edit. With one cursor a second edit takes all but the last word away,
 * for the sake of true highlights; VS Code makes such an edit at one cursor alone.
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
