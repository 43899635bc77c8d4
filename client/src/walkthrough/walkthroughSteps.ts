/** Which steps of the walkthrough are done: context keys that `completionEvents` in package.json wait for. */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/** What has been done, whether it is told already or not. */
const done = new Set<string>();
let isPageOpen = false;

/** Sets the context key `paperNotes.KEY` once the walkthrough is open. */
export function tick(key: 'hasPapers' | 'hasCited' | 'hasRead'): void {
	if (!done.has(key)) {
		done.add(key);
		tell(isPageOpen ? [key] : []);
	}
}

/**
 * VS Code takes a step for not done, and for good, if its key is set before the walkthrough is opened for the first time:
 * what is done until then is told when the page opens.
 */
export function tellWhenPageOpens(): vscode.Disposable {
	isPageOpen = isPageInFront();
	return vscode.window.tabGroups.onDidChangeTabs(() => {
		if (!isPageOpen && isPageInFront()) {
			isPageOpen = true;
			tell([...done]);
		}
	});
}

/** Extensions are not told of the walkthrough's tab but that it is none of text. */
export function isPageInFront(): boolean {
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	return tab !== undefined && tab.input === undefined;
}

function tell(keys: readonly string[]): void {
	for (const key of keys) {
		void vscode.commands.executeCommand('setContext', `paperNotes.${key}`, true);
	}
}

/** A part of the client's middleware. */
export const tickingHover: Pick<Middleware, 'provideHover'> = {
	async provideHover(document, position, token, next) {
		const hover = await next(document, position, token);
		if (hover) {
			tick('hasRead');
		}
		return hover;
	},
};
