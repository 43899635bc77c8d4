/** "Papers: Open the Sample": opens a copy of the sample workspace that people can edit. */

import * as vscode from 'vscode';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import { showError } from '../notices.ts';

/** Copies the sample unless a copy exists, so that people's changes to it are kept. Opens it in a new window. */
export async function openSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<void> {
	const copy = vscode.Uri.joinPath(globalStorageUri, 'sample');
	try {
		if (!(await isThere(vscode.Uri.joinPath(copy, 'README.md')))) {
			await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'sample'), copy, { overwrite: true });
		}
	} catch (error) {
		showError(messages.openSampleFailed(String(error)));
		return;
	}
	await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}
