/** Putting a citation into the note that was being edited when a search began. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { NOTE_LANGUAGES } from './noteLanguages.ts';
import { citationEdit, toVscodeRange } from './paperRequests.ts';

/** The note in front, if there is one to cite in. */
export function activeNote(): vscode.TextEditor | undefined {
	const editor = vscode.window.activeTextEditor;
	return editor && NOTE_LANGUAGES.includes(editor.document.languageId) ? editor : undefined;
}

/** Cites `key` at the cursor of `editor`, inside the citation it stands in or as a new one, and puts the cursor behind it. */
export async function cite(client: LanguageClient, editor: vscode.TextEditor, key: string): Promise<void> {
	const edit = await citationEdit(client, {
		uri: editor.document.uri.toString(),
		position: editor.selection.active,
		key,
	});
	if (!edit) {
		return;
	}
	const range = toVscodeRange(edit.range);
	const start = editor.document.offsetAt(range.start);
	const done = await editor.edit((builder) => builder.replace(range, edit.newText));
	if (done) {
		const end = editor.document.positionAt(start + edit.newText.length);
		editor.selection = new vscode.Selection(end, end);
		editor.revealRange(new vscode.Range(end, end));
		await vscode.window.showTextDocument(editor.document, editor.viewColumn);
	}
}
