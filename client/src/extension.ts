/**
 * The entry point for VS Code. Activation only registers the commands. The language client is a separate bundle
 * (`imports` in package.json) that is loaded in the next turn of the event loop, so that no window waits for it.
 */

import * as vscode from 'vscode';
import { serverMessages } from '../../server/src/messages/server.ts';
import { COMMANDS } from './commands.ts';
import type { PaperNotes } from './paperNotes.ts';
import type { MarkdownIt } from './preview/markdownIt.ts';
import type * as Preview from './preview/preview.ts';

/** The API for other extensions and for the tests. */
export interface PaperNotesApi {
	/** Sends the server any request of `protocol.ts`. */
	request<T>(method: string, params: object): Promise<T>;
	/** Called by VS Code with the Markdown preview's own parser, before the first preview. */
	extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

let running: Promise<PaperNotes> | undefined;

/** Returns at once. Commands called before the client has started wait for it. */
export function activate(context: vscode.ExtensionContext): PaperNotesApi {
	const started = start(context);
	running = started;
	started.catch((error: unknown) => {
		void vscode.window.showErrorMessage(serverMessages.notStarted(String(error)));
	});
	for (const name of COMMANDS) {
		const run = async (...given: readonly unknown[]): Promise<unknown> => (await started).commands[name](...given);
		context.subscriptions.push(vscode.commands.registerCommand(name, run));
	}
	const client = async () => (await started).client;
	return {
		request: async (method, params) => (await client()).sendRequest(method, params),
		// VS Code does not wait for a promise here.
		extendMarkdownIt: (md) => (require('#preview') as typeof Preview).extendMarkdownIt(md, client),
	};
}

async function start(context: vscode.ExtensionContext): Promise<PaperNotes> {
	await new Promise((resolve) => setTimeout(resolve, 0));
	const { startPaperNotes } = await import('#paperNotes');
	return startPaperNotes(context);
}

export async function deactivate(): Promise<void> {
	await (await running)?.client.stop();
}
