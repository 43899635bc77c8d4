/** Inserts the bibliography of the note in the editor. From then on it is brought up to date when the note is saved. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { renderingCommandMessages } from '../../../server/src/messages/rendering.ts';
import {
	type InsertBibliographyParams,
	type InsertBibliographyResponse,
	insertBibliographyRequest,
} from '../../../server/src/renderProtocol.ts';
import { activeNote } from '../citing/citing.ts';
import { freshAnswer } from '../citing/freshAnswer.ts';
import { showBriefly, showInformation, showWarning } from '../notices.ts';
import { toVscodeRange } from '../papers/paperRequests.ts';

/** Below the line of the cursor, or where the note has its bibliography already. */
export async function insertBibliography(client: LanguageClient): Promise<void> {
	const editor = activeNote();
	if (!editor) {
		void showInformation(renderingCommandMessages.openNote);
		return;
	}
	const { document, selection } = editor;
	const params: InsertBibliographyParams = { uri: document.uri.toString(), position: selection.active };
	const inserted = await freshAnswer(document, () =>
		client.sendRequest<InsertBibliographyResponse | null>(insertBibliographyRequest, params),
	);
	const change = new vscode.WorkspaceEdit();
	for (const { range, newText } of inserted?.edits ?? []) {
		change.replace(document.uri, toVscodeRange(range), newText);
	}
	if (!inserted || !(change.size === 0 || (await vscode.workspace.applyEdit(change)))) {
		void showWarning(renderingCommandMessages.notInserted);
	} else if (inserted.problem !== undefined) {
		void showWarning(inserted.problem);
	} else if (change.size === 0) {
		showBriefly(renderingCommandMessages.upToDate, 3000);
	}
}
