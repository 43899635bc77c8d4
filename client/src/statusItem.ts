/**
 * How many papers are indexed, at the foot of the window; a click opens the index report. While indexing takes long, a
 * button beside it stops it, and then the item itself continues it.
 */

import * as vscode from 'vscode';
import { counted } from '../../server/src/messages/counted.ts';
import type { StatusSummary } from '../../server/src/protocol.ts';

/** Milliseconds of indexing after which the button shows: what ends at once need not be stopped. */
const PATIENCE = 1000;

export function showStatus(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): void {
	const item = vscode.window.createStatusBarItem('paperNotes.status', vscode.StatusBarAlignment.Right, 90);
	item.name = 'Paper Notes';
	const showStop = stopButton(context);
	const listener = onStatus((status) => {
		const { text, tooltip, command } = faceOf(status);
		item.text = text;
		item.tooltip = tooltip;
		item.accessibilityInformation = { label: tooltip };
		item.command = command;
		item.show();
		showStop(status.indexing && !status.stopped);
		// What the palette offers: see `package.json`.
		void vscode.commands.executeCommand('setContext', 'paperNotes.indexing', stateOf(status));
	});
	context.subscriptions.push(item, listener);
}

/** To be called with whether there is something to stop; the button shows once that has been so for a while. */
function stopButton(context: vscode.ExtensionContext): (isIndexing: boolean) => void {
	const button = vscode.window.createStatusBarItem('paperNotes.stop', vscode.StatusBarAlignment.Right, 89);
	button.name = 'Paper Notes: Stop Indexing';
	button.text = '$(stop-circle)';
	button.tooltip = 'Stop indexing. What is indexed by now can be cited and searched.';
	button.accessibilityInformation = { label: 'Stop indexing papers', role: 'button' };
	button.command = 'paperNotes.stopIndexing';
	let waiting: NodeJS.Timeout | undefined;
	context.subscriptions.push(button, { dispose: () => clearTimeout(waiting) });
	return (isIndexing) => {
		if (!isIndexing) {
			clearTimeout(waiting);
			waiting = undefined;
			button.hide();
		} else {
			waiting ??= setTimeout(() => button.show(), PATIENCE);
		}
	};
}

function stateOf({ indexing, stopped }: StatusSummary): 'complete' | 'running' | 'stopped' {
	return stopped ? 'stopped' : indexing ? 'running' : 'complete';
}

interface Face {
	readonly text: string;
	readonly tooltip: string;
	readonly command: string;
}

function faceOf(status: StatusSummary): Face {
	const papers = counted(status.papers, 'paper');
	const problems = status.problems > 0 ? `, ${counted(status.problems, 'problem')} in corpus files` : '';
	const percent = status.progress === undefined ? '' : ` ${Math.floor(status.progress * 100)} %`;
	const report = { command: 'paperNotes.showIndexReport' };
	switch (stateOf(status)) {
		case 'running':
			return {
				...report,
				text: `$(sync~spin) ${papers}${percent}`,
				tooltip: `Paper Notes is indexing: ${papers}${problems}. Select to see every corpus file.`,
			};
		case 'stopped':
			return {
				text: `$(debug-pause) ${papers} · indexing stopped`,
				tooltip: `Paper Notes has stopped indexing at ${papers}${problems}. Select to continue.`,
				command: 'paperNotes.continueIndexing',
			};
		default:
			return {
				...report,
				text: `$(book) ${papers}`,
				tooltip: `Paper Notes has indexed: ${papers}${problems}. Select to see every corpus file.`,
			};
	}
}
