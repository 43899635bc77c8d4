/** Copies text of a note with its citations as LaTeX or Typst writes them. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { TypesetParams } from '../../../server/src/exchangeProtocol.ts';
import { typesettingMessages } from '../../../server/src/messages/typesetting.ts';
import { showBriefly, showInformation, showWarning } from '../notices.ts';
import { typesetText } from '../papers/paperRequests.ts';
import { activeNote } from './citing.ts';

/** Copies the selection; without one, the citation at the cursor. */
export async function copyTypeset(client: LanguageClient, to: TypesetParams['to']): Promise<void> {
	const editor = activeNote();
	if (!editor) {
		void showInformation(typesettingMessages.openNote);
		return;
	}
	const { document, selection } = editor;
	const range = { start: selection.start, end: selection.end };
	const typeset = await typesetText(client, { uri: document.uri.toString(), range, to });
	if (!typeset || typeset.count + typeset.left.length === 0) {
		void showInformation(typesettingMessages.nothing);
		return;
	}
	const left = typeset.left.map((one) => ({ line: one.range.start.line + 1, text: one.text, reason: one.reason }));
	if (typeset.count === 0) {
		void showWarning(typesettingMessages.notCopied(to, left));
		return;
	}
	await vscode.env.clipboard.writeText(typeset.text);
	if (left.length > 0) {
		void showWarning(typesettingMessages.copiedPartly(to, typeset.count, left));
	} else {
		showBriefly(typesettingMessages.copied(to, typeset.count), 3000);
	}
}
