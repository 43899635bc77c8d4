/** Citations of LaTeX and Typst that are pasted into a note become citations of the note. */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { typesettingMessages } from '../../../server/src/messages/typesetting.ts';
import { pastedCitations } from '../papers/paperRequests.ts';

const PLAIN_TEXT = 'text/plain';

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('citations');

/** In characters. Longer texts are pasted as they are, without waiting for the server. */
const MAX_LENGTH = 200_000;

/** What no text without such a citation holds. */
const MAY_CITE = /\\[a-zA-Z]*cite|#cite\(|@[\p{L}\p{N}_]/u;

/** VS Code offers the text as it was copied beside the button that appears after pasting. */
export function convertPastedCitations(client: LanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
	return vscode.languages.registerDocumentPasteEditProvider(
		selector,
		{
			async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
				const text = await transfer.get(PLAIN_TEXT)?.asString();
				const [range, ...others] = ranges;
				if (!text || !range || others.length > 0 || text.length > MAX_LENGTH || !MAY_CITE.test(text)) {
					return undefined;
				}
				// Nobody waits with a paste until the server has started, or started anew.
				if (!client.isRunning()) {
					return undefined;
				}
				const uri = document.uri.toString();
				const pasted = await pastedCitations(client, { uri, position: range.start, text }, token);
				return pasted
					? [new vscode.DocumentPasteEdit(pasted.text, typesettingMessages.paste(pasted.syntax), KIND)]
					: undefined;
			},
		},
		{ providedPasteEditKinds: [KIND], pasteMimeTypes: [PLAIN_TEXT] },
	);
}
