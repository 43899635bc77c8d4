/** Converts the citations of the note in the active editor to the other syntax. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { NoteConversionParams, NoteConversionResponse } from '../../../server/src/exchangeProtocol.ts';
import { commandMessages, conversionChoices } from '../../../server/src/messages/commands.ts';
import { libraryMessages } from '../../../server/src/messages/library.ts';
import { syntaxesSet } from '../library/syntaxSetting.ts';
import type { ChosenEdits } from '../list/chosenEdits.ts';
import { showInformation, showWarning } from '../notices.ts';
import { noteConversion, toVscodeRange } from '../papers/paperRequests.ts';
import { activeNote } from './citing.ts';
import { freshAnswer } from './freshAnswer.ts';

/** As one undo step. Asks for the direction if the note has citations of both syntaxes. */
export async function convertCitations(client: LanguageClient, edits: Pick<ChosenEdits, 'choose'>): Promise<void> {
	const note = activeNote()?.document;
	if (!note) {
		void showInformation(commandMessages.openNoteToConvert);
		return;
	}
	const ask = (to?: NoteConversionParams['to']): Promise<NoteConversionResponse | null | undefined> =>
		freshAnswer(note, () => noteConversion(client, { uri: note.uri.toString(), ...(to ? { to } : {}) }));
	let conversion = await ask();
	if (conversion?.choose) {
		const chosen = await vscode.window.showQuickPick(
			(['pandoc', 'paper'] as const).map((to) => ({ label: conversionChoices[to], to })),
			{ placeHolder: commandMessages.whichSyntax },
		);
		if (!chosen) {
			return;
		}
		conversion = await ask(chosen.to);
	}
	if (!conversion || conversion.refusal !== undefined) {
		void showWarning(conversion?.refusal ?? commandMessages.notConverted);
		return;
	}
	const change = new vscode.WorkspaceEdit();
	for (const { range, newText } of conversion.edits) {
		change.replace(note.uri, toVscodeRange(range), newText);
	}
	edits.choose(change);
	const isDone = conversion.edits.length === 0 || (await vscode.workspace.applyEdit(change));
	await tell(isDone, conversion, note.uri);
}

/** Offers to read the new citations if the settings do not let the note have them. */
async function tell(isDone: boolean, { edits, left }: NoteConversionResponse, note: vscode.Uri): Promise<void> {
	if (!isDone) {
		void showWarning(commandMessages.notConverted);
		return;
	}
	const places = left.map(({ range, text, reason }) => ({ line: range.start.line + 1, text, reason }));
	const done =
		places.length > 0 ? commandMessages.convertedPartly(edits.length, places) : commandMessages.converted(edits.length);
	const isUnread = edits.some(({ newText }) => !newText.startsWith('@paper[')) && !readsPandoc(note);
	const show = places.length > 0 || isUnread ? showWarning : showInformation;
	const offered = isUnread ? [libraryMessages.readPandoc] : [];
	if ((await show(isUnread ? `${done} ${commandMessages.unreadHere}` : done, ...offered)) !== undefined) {
		await vscode.commands.executeCommand('paperNotes.readPandoc');
	}
}

function readsPandoc(note: vscode.Uri): boolean {
	return syntaxesSet(note).some((syntax) => syntax === 'pandoc' || syntax === 'auto');
}
