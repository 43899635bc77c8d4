/** The walkthrough (`contributes.walkthroughs` in package.json): shown once, and its steps tick off as they are done. */

import * as vscode from 'vscode';
import type { StatusSummary } from '../../server/src/protocol.ts';
import { activeNote } from './citing.ts';
import { NOTE_LANGUAGES } from './noteLanguages.ts';
import { tick } from './walkthroughSteps.ts';

/** In the extension's memory, on all machines of a person who synchronizes it. */
const SHOWN = 'walkthroughShown';

/** A note that holds a finished citation: `See @paper[vaswani2017]`. */
const CITATION = /@paper\[[^\][\s]+\]/;

/**
 * Opens the walkthrough at the first note that is ever opened with this extension. VS Code has opened it already where a
 * person installs from its marketplace, and its setting for that counts here as well. Waits for `arePapersKnown`.
 */
export async function showWalkthroughOnce(
	context: vscode.ExtensionContext,
	arePapersKnown: Promise<void>,
): Promise<void> {
	const { extension, extensionMode, globalState } = context;
	const opens = vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall') !== false;
	if (extensionMode === vscode.ExtensionMode.Test || !opens || globalState.get(SHOWN) === true) {
		return;
	}
	const isOpen = isBehindPage();
	if (!isOpen && !activeNote()) {
		return;
	}
	globalState.setKeysForSync([SHOWN]);
	await globalState.update(SHOWN, true);
	if (!isOpen) {
		// VS Code does not show a step as done that becomes so while it draws the page: the first one must be by now.
		await arePapersKnown;
		await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false);
	}
}

/** Extensions are not told of a walkthrough's tab but that it is none of text: if one is in front, it has woken this one. */
function isBehindPage(): boolean {
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	return tab !== undefined && tab.input === undefined;
}

/**
 * Takes note of what a person has done that a step waits for; cards are told of by `tickingHover`. Resolves once it is
 * known whether there are papers.
 */
export function tickSteps(context: vscode.ExtensionContext, onStatus: vscode.Event<StatusSummary>): Promise<void> {
	const typing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
		const isNote = NOTE_LANGUAGES.includes(document.languageId);
		// A key comes in one piece; what is typed letter by letter need not be one yet.
		const change = isNote ? contentChanges.find(({ text }) => text.length > 1) : undefined;
		if (change && CITATION.test(document.lineAt(change.range.start.line).text)) {
			tick('hasCited');
			typing.dispose();
		}
	});
	return new Promise((resolve) => {
		const papers = onStatus((status) => {
			if (status.papers > 0) {
				tick('hasPapers');
			}
			if (status.papers > 0 || !status.indexing) {
				resolve();
			}
		});
		context.subscriptions.push(typing, papers);
	});
}
