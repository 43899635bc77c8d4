/** Which steps of the walkthrough are done: context keys that `completionEvents` in package.json wait for. */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

const done = new Set<string>();

/** Sets the context key `paperNotes.KEY`, once. */
export function tick(key: 'hasPapers' | 'hasCited' | 'hasRead'): void {
	if (!done.has(key)) {
		done.add(key);
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
