/**
 * Where VS Code enters. Activation only leaves word of the commands; the language client, a bundle of its own (`imports`
 * in package.json), comes in the next turn, so that no window waits for it.
 */

import * as vscode from 'vscode';
import { serverMessages } from '../../server/src/messages/server.ts';
import { COMMANDS } from './commands.ts';
import type { PaperNotes } from './paperNotes.ts';

/** What other extensions, and the tests, get from this one. */
export interface PaperNotesApi {
	/** Asks the server any request of `protocol.ts`. */
	request<T>(method: string, params: object): Promise<T>;
}

let running: Promise<PaperNotes> | undefined;

/** Returns at once; commands that are called meanwhile wait. */
export function activate(context: vscode.ExtensionContext): PaperNotesApi {
	const started = start(context);
	running = started;
	started.catch((error: unknown) => {
		void vscode.window.showErrorMessage(serverMessages.notStarted(String(error)));
	});
	for (const name of COMMANDS) {
		const run = async (argument?: unknown): Promise<unknown> => (await started).commands[name](argument);
		context.subscriptions.push(vscode.commands.registerCommand(name, run));
	}
	return { request: async (method, params) => (await started).client.sendRequest(method, params) };
}

async function start(context: vscode.ExtensionContext): Promise<PaperNotes> {
	await new Promise((resolve) => setTimeout(resolve, 0));
	const { startPaperNotes } = await import('#paperNotes');
	return startPaperNotes(context);
}

export async function deactivate(): Promise<void> {
	await (await running)?.client.stop();
}
