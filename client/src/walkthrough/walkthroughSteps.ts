/** Which steps of the walkthrough are done: the context keys named by `completionEvents` in package.json. */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/** Everything done so far, whether reported to VS Code or not. */
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
 * If a step's key is set before the walkthrough is first opened, VS Code never marks the step as done. So keys set
 * before are reported when the page opens.
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

/** Extensions cannot identify the walkthrough's tab, but they can see that it is not a text editor. */
export function isPageInFront(): boolean {
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	return tab !== undefined && tab.input === undefined;
}

function tell(keys: readonly string[]): void {
	for (const key of keys) {
		void vscode.commands.executeCommand('setContext', `paperNotes.${key}`, true);
	}
}

/** Part of the client's middleware. */
export const tickingHover: Pick<Middleware, 'provideHover'> = {
	async provideHover(document, position, token, next) {
		const hover = await next(document, position, token);
		if (hover) {
			tick('hasRead');
		}
		return hover;
	},
};
