/** "Papers: Open Literature Note": the note about a paper, created from a template if there is none. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { notingMessages } from '../../../server/src/messages/noting.ts';
import {
	type LiteratureNoteParams,
	type LiteratureNoteResponse,
	literatureNoteRequest,
} from '../../../server/src/notingProtocol.ts';
import { showWarning } from '../notices.ts';
import { answerFor } from './meantPaper.ts';
import { toVscodeRange } from './paperRequests.ts';

/** Of the paper with the given key, or else the one cited at the cursor. */
export async function openLiteratureNote(client: LanguageClient, key: unknown, uri: unknown): Promise<void> {
	const answer = await answerFor(key, uri, (params: LiteratureNoteParams) =>
		client.sendRequest<LiteratureNoteResponse | null>(literatureNoteRequest, params),
	);
	if (!answer) {
		return;
	}
	if ('refusal' in answer) {
		await refuse(answer);
	} else if ('note' in answer) {
		await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(answer.note));
	} else {
		await create(client.protocol2CodeConverter.asUri(answer.created), answer.text);
	}
}

/** With the cursor at the end of the first heading below the front matter that has nothing under it. */
async function create(uri: vscode.Uri, text: string): Promise<void> {
	const change = new vscode.WorkspaceEdit();
	change.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
	if (!(await vscode.workspace.applyEdit(change))) {
		void showWarning(notingMessages.notCreated);
		return;
	}
	const document = await vscode.workspace.openTextDocument(uri);
	const empty = /^#{2,}[^\n]*\n\n?(?=#|$)/m.exec(document.getText());
	const cursor = document.positionAt(empty ? empty.index + empty[0].trimEnd().length : 0);
	await vscode.window.showTextDocument(document, { selection: new vscode.Range(cursor, cursor) });
}

async function refuse({ refusal, at }: Extract<LiteratureNoteResponse, { refusal: string }>): Promise<void> {
	const chosen = await showWarning(refusal, ...(at ? [notingMessages.openTemplate] : []));
	if (at && chosen !== undefined) {
		await vscode.window.showTextDocument(vscode.Uri.parse(at.uri), { selection: toVscodeRange(at.range) });
	}
}
