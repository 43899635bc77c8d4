/** "Papers: List Uncited": the papers that no note cites, in a list that leads to their records. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { labelText } from '../../../server/src/messages/foreignText.ts';
import { uncitedMessages } from '../../../server/src/messages/uncited.ts';
import { type UncitedResponse, uncitedRequest } from '../../../server/src/protocol.ts';
import { showInformation } from '../notices.ts';
import { toVscodeRange } from './paperRequests.ts';

export async function listUncited(client: LanguageClient): Promise<void> {
	const { papers, total, isComplete } = await client.sendRequest<UncitedResponse>(uncitedRequest, {});
	if (!isComplete || total === 0) {
		void showInformation(isComplete ? uncitedMessages.none : uncitedMessages.stillReading);
		return;
	}
	const rows = papers.map((paper) => ({
		label: labelText(paper.key),
		description: labelText(paper.byline),
		detail: labelText(paper.title),
		paper,
	}));
	const options = { title: uncitedMessages.title(total, papers.length), matchOnDescription: true, matchOnDetail: true };
	const chosen = (await vscode.window.showQuickPick(rows, options))?.paper;
	if (chosen) {
		await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri), { selection: toVscodeRange(chosen.range) });
	}
}
