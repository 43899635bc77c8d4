/** Reports the result of choosing a library: how many papers it holds, or that it holds none. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import {
	type FileStatus,
	type StatusResponse,
	type StatusSummary,
	statusRequest,
} from '../../../server/src/protocol.ts';
import { showInformation, showWarning } from '../notices.ts';
import { baseName, isWithin } from './libraryPaths.node.ts';

/** If the server is idle for this many milliseconds and does not list the file, it has not found it. */
const MAX_IDLE_MS = 5000;

/** Milliseconds after which the wait ends. The status item shows the progress of a library that takes longer. */
const READING_TIMEOUT_MS = 300_000;

/** The server's notifications, as the client receives them. */
export interface ServerNews {
	readonly client: LanguageClient;
	readonly onStatus: vscode.Event<StatusSummary>;
}

export async function tellWhatWasRead(paths: readonly string[], news: ServerNews): Promise<void> {
	const names = paths.map(baseName).join(', ');
	const progress = { location: vscode.ProgressLocation.Window, title: messages.reading(names) };
	const files = await vscode.window.withProgress(progress, () => filesRead(paths, news));
	if (!files) {
		return;
	}
	const papers = files.reduce((sum, file) => sum + file.papers, 0);
	if (papers > 0) {
		void showInformation(messages.read(papers, names));
		return;
	}
	const answer = await showWarning(messages.nothingRead(names), messages.choose);
	if (answer !== undefined) {
		await vscode.commands.executeCommand('paperNotes.chooseLibrary');
	}
}

/** The files at or below the paths, once they have been read; undefined if that takes too long. */
async function filesRead(
	paths: readonly string[],
	{ client, onStatus }: ServerNews,
): Promise<readonly FileStatus[] | undefined> {
	const began = Date.now();
	while (Date.now() - began < READING_TIMEOUT_MS) {
		await nextStatus(onStatus);
		const { indexing, files } = await client.sendRequest<StatusResponse>(statusRequest, {});
		const ours = files.filter(({ uri }) => paths.some((path) => isWithin(vscode.Uri.parse(uri).fsPath, path)));
		if (!indexing && (ours.length > 0 || Date.now() - began > MAX_IDLE_MS)) {
			return ours;
		}
	}
	return undefined;
}

/** Resolves with the next status, or after a while, because an idle server sends none. */
function nextStatus(onStatus: vscode.Event<StatusSummary>): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			clearTimeout(timer);
			listener.dispose();
			resolve();
		};
		const timer = setTimeout(done, 1000);
		const listener = onStatus(done);
	});
}
