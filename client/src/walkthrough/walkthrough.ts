/** The walkthrough (`contributes.walkthroughs` in package.json): shown once, and its steps tick off as they are done. */

import * as vscode from 'vscode';
import type { StatusSummary } from '../../../server/src/protocol.ts';
import { NOTE_LANGUAGES } from '../../../server/src/protocol.ts';
import { activeNote } from '../citing/citing.ts';
import { isPageInFront, tellWhenPageOpens, tick } from './walkthroughSteps.ts';

/** In the extension's memory, on all machines of a person who synchronizes it. */
const SHOWN_STATE = 'walkthroughShown';

/** A note that holds a finished citation: `See @paper[vaswani2017]`. */
const CITATION = /@paper\[[^\][\s]+\]/;

/**
 * Opens the walkthrough at the first note that is ever opened with this extension. VS Code has opened it already where a
 * person installs from its marketplace, and its setting for that counts here as well.
 */
export async function showWalkthroughOnce(context: vscode.ExtensionContext): Promise<void> {
	const { extension, extensionMode, globalState } = context;
	const opens = vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall') !== false;
	if (extensionMode === vscode.ExtensionMode.Test || !opens || globalState.get(SHOWN_STATE) === true) {
		return;
	}
	// Then it is the page that has woken this extension.
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

/** Takes note of what a person has done that a step waits for; cards are told of by `tickingHover`. */
export function tickSteps(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): void {
	const typing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
		const isNote = NOTE_LANGUAGES.includes(document.languageId);
		// A key comes in one piece; what is typed letter by letter need not be one yet.
		const change = isNote ? contentChanges.find(({ text }) => text.length > 1) : undefined;
		if (change && CITATION.test(document.lineAt(change.range.start.line).text)) {
			tick('hasCited');
			typing.dispose();
		}
	});
	const papers = onStatus((status) => status.papers > 0 && tick('hasPapers'));
	context.subscriptions.push(typing, papers, tellWhenPageOpens());
}
