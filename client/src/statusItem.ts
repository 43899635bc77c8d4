/** How many papers are indexed, at the foot of the window; a click opens the index report. */

import * as vscode from 'vscode';
import type { StatusSummary } from '../../server/src/protocol.ts';

export function showStatus(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): void {
	const item = vscode.window.createStatusBarItem('paperNotes.status', vscode.StatusBarAlignment.Right, 90);
	item.name = 'Paper Notes';
	item.command = 'paperNotes.showIndexReport';
	const listener = onStatus((status) => {
		item.text = textOf(status);
		item.tooltip = tooltipOf(status);
		item.accessibilityInformation = { label: tooltipOf(status) };
		item.show();
	});
	context.subscriptions.push(item, listener);
}

function textOf(status: StatusSummary): string {
	const percent = status.progress === undefined ? '' : ` ${Math.floor(status.progress * 100)} %`;
	return status.indexing ? `$(sync~spin) ${counted(status.papers)}${percent}` : `$(book) ${counted(status.papers)}`;
}

function counted(papers: number): string {
	return `${papers.toLocaleString('en')} ${papers === 1 ? 'paper' : 'papers'}`;
}

function tooltipOf(status: StatusSummary): string {
	const state = status.indexing ? 'Paper Notes is indexing' : 'Paper Notes has indexed';
	const problems = status.problems > 0 ? `, ${status.problems.toLocaleString('en')} problems in corpus files` : '';
	return `${state}: ${counted(status.papers)}${problems}. Select to see every corpus file.`;
}
