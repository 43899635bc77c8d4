/**
 * The walkthrough (`contributes.walkthroughs` in package.json). Shown once; its steps are checked off as they are
 * completed.
 */

import * as vscode from 'vscode';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { activeNote } from '../citing/citing.ts';
import { isPageInFront, tellWhenPageOpens, tick } from './walkthroughSteps.ts';

/** Key in the extension's global state, which is synchronized between a user's machines. */
const SHOWN_STATE = 'walkthroughShown';

/** Text with a finished citation: `See @paper[vaswani2017]`. */
const CITATION = /@paper\[[^\][\s]+\]/;

/**
 * Opens the walkthrough with the first note ever opened with this extension. VS Code itself opens it after an
 * installation from its marketplace, and its setting for that applies here too.
 */
export async function showWalkthroughOnce(context: vscode.ExtensionContext): Promise<void> {
	const { extension, extensionMode, globalState } = context;
	const opens = vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall') !== false;
	if (extensionMode === vscode.ExtensionMode.Test || !opens || globalState.get(SHOWN_STATE) === true) {
		return;
	}
	// If the page is in front, it has activated this extension.
	const isOpen = isPageInFront();
	if (!isOpen && !activeNote()) {
		return;
	}
	globalState.setKeysForSync([SHOWN_STATE]);
	await globalState.update(SHOWN_STATE, true);
	if (!isOpen) {
		await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false);
	}
}

/** Checks off steps when the user has done what they wait for. `tickingHover` reports cards. */
export function tickSteps(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): void {
	const typing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
		const isNote = NOTE_LANGUAGES.includes(document.languageId);
		// An accepted key arrives in one piece. Text typed letter by letter may not be a complete key yet.
		const change = isNote ? contentChanges.find(({ text }) => text.length > 1) : undefined;
		if (change && CITATION.test(document.lineAt(change.range.start.line).text)) {
			tick('hasCited');
			typing.dispose();
		}
	});
	const papers = onStatus((status) => status.papers > 0 && tick('hasPapers'));
	context.subscriptions.push(typing, papers, tellWhenPageOpens());
}
