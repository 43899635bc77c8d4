/** "Papers: Read Pandoc Citations Here": adds Pandoc's syntax to the folder's settings. */

import * as vscode from 'vscode';
import { libraryMessages as messages } from '../../../server/src/messages/library.ts';
import { showError } from '../notices.ts';
import { syntaxesSet } from './syntaxSetting.ts';

/**
 * `given` is the uri of a workspace folder. Without it, the folder of the active note is used, or the user chooses one.
 */
export async function readPandoc(given: unknown): Promise<void> {
	const folder = folderNamed(given) ?? folderInFront() ?? (await chosenFolder());
	if (!folder && vscode.workspace.workspaceFolders) {
		return;
	}
	const scope = folder?.uri ?? null;
	const target = folder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
	try {
		const settings = vscode.workspace.getConfiguration('paperNotes', scope);
		await settings.update('syntaxes', [...new Set([...syntaxesSet(scope), 'pandoc'])], target);
	} catch (error) {
		showError(messages.notWritten(error instanceof Error ? error.message : String(error)));
	}
}

function folderNamed(given: unknown): vscode.WorkspaceFolder | undefined {
	return typeof given === 'string' ? vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(given)) : undefined;
}

function folderInFront(): vscode.WorkspaceFolder | undefined {
	const document = vscode.window.activeTextEditor?.document;
	return document && vscode.workspace.getWorkspaceFolder(document.uri);
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
	const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
	return others.length === 0 ? first : vscode.window.showWorkspaceFolderPick({ placeHolder: messages.whichFolder });
}
