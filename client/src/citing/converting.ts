/** Converts the citations of the note in the active editor to the other syntax. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { NoteConversionParams, NoteConversionResponse } from '../../../server/src/exchangeProtocol.ts';
import { commandMessages, conversionChoices } from '../../../server/src/messages/commands.ts';
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
	tell(isDone, conversion);
}

function tell(isDone: boolean, { edits, left }: NoteConversionResponse): void {
	if (!isDone) {
		void showWarning(commandMessages.notConverted);
	} else if (left.length > 0) {
		const places = left.map(({ range, text, reason }) => ({ line: range.start.line + 1, text, reason }));
		void showWarning(commandMessages.convertedPartly(edits.length, places));
	} else {
		void showInformation(commandMessages.converted(edits.length));
	}
}
