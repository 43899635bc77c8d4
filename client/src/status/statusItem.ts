/**
 * The number of known papers in the status bar; a click opens the index report. While reading takes long, a button
 * beside it stops the reading, and the item itself then continues it.
 */

import * as vscode from 'vscode';
import { statusMessages } from '../../../server/src/messages/status.ts';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { faceOf, stateOf } from './statusFace.ts';

/** Milliseconds of reading after which the button appears. Short work need not be stopped. */
const STOP_BUTTON_AFTER_MS = 1000;

export function showStatus(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): void {
	const item = vscode.window.createStatusBarItem('paperNotes.status', vscode.StatusBarAlignment.Right, 90);
	item.name = statusMessages.name;
	const showStop = stopButton(context);
	const listener = onStatus((status) => {
		const { text, label, command, offers = [] } = faceOf(status);
		item.text = text;
		item.tooltip = offers.length > 0 ? withLinks(label, offers) : label;
		item.accessibilityInformation = { label };
		item.command = command;
		item.show();
		showStop(stateOf(status) === 'running');
		// The command palette's entries depend on this context key: see `package.json`.
		void vscode.commands.executeCommand('setContext', 'paperNotes.indexing', stateOf(status));
	});
	context.subscriptions.push(item, listener);
}

function withLinks(
	label: string,
	offers: readonly (readonly [title: string, command: string])[],
): vscode.MarkdownString {
	const links = offers.map(([title, command]) => `[${title}](command:${command})`);
	const tooltip = new vscode.MarkdownString(`${label}\n\n${links.join(' · ')}`);
	tooltip.isTrusted = { enabledCommands: offers.map(([, command]) => command) };
	return tooltip;
}

/** Call with whether there is work to stop. The button appears once that has been true for a while. */
function stopButton(context: vscode.ExtensionContext): (isReading: boolean) => void {
	const button = vscode.window.createStatusBarItem('paperNotes.stop', vscode.StatusBarAlignment.Right, 89);
	button.name = statusMessages.stopName;
	button.text = '$(stop-circle)';
	button.tooltip = statusMessages.stopHelp;
	button.accessibilityInformation = { label: statusMessages.stop, role: 'button' };
	button.command = 'paperNotes.stopIndexing';
	let waiting: NodeJS.Timeout | undefined;
	context.subscriptions.push(button, { dispose: () => clearTimeout(waiting) });
	return (isReading) => {
		if (!isReading) {
			clearTimeout(waiting);
			waiting = undefined;
			button.hide();
		} else {
			waiting ??= setTimeout(() => button.show(), STOP_BUTTON_AFTER_MS);
		}
	};
}
