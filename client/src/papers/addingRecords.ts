/** "Add a record" in the light bulb: adds one to the chosen file, and shows it there to be filled in. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { addingMessages } from '../../../server/src/messages/addingMessages.ts';
import { labelText } from '../../../server/src/messages/foreignText.ts';

/** A code action whose edit the server gives when it is chosen. */
interface Addition {
	readonly title: string;
	readonly data: { readonly later: { readonly reference: string; readonly file: string } };
}

/** `given`: an addition for each file that can take the record, as sent by the server. */
export async function addRecord(client: LanguageClient, given: unknown): Promise<void> {
	const addition = await chosenAddition(given as readonly Addition[]);
	if (!addition) {
		return;
	}
	// Without an edit, the server has said why.
	const { edit } = await client.sendRequest<{ edit?: object }>('codeAction/resolve', addition);
	const change = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
	const [[uri, [added] = []] = []] = change?.entries() ?? [];
	if (change && uri && added && (await vscode.workspace.applyEdit(change))) {
		await showAdded(uri, added);
	}
}

async function chosenAddition(additions: readonly Addition[]): Promise<Addition | undefined> {
	const [first] = additions;
	if (!first || additions.length === 1) {
		return first;
	}
	const rows = additions.map((addition) => ({
		label: labelText(vscode.workspace.asRelativePath(vscode.Uri.parse(addition.data.later.file))),
		addition,
	}));
	const placeHolder = addingMessages.whichFile(first.data.later.reference);
	return (await vscode.window.showQuickPick(rows, { placeHolder }))?.addition;
}

/** With the cursor in the first empty field. */
async function showAdded(uri: vscode.Uri, { range, newText }: vscode.TextEdit): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	const offset = document.offsetAt(range.start) + newText.search(/(?<=\{)\}|(?<=")"/);
	const cursor = document.positionAt(offset);
	await vscode.window.showTextDocument(document, { selection: new vscode.Range(cursor, cursor) });
}
