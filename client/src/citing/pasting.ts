/**
 * Text that is pasted or dropped into a note: citations of LaTeX and Typst become citations of the note, and the DOI or the
 * address of a known paper can become its citation.
 */

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PastedCitationsResponse } from '../../../server/src/exchangeProtocol.ts';
import { typesettingMessages } from '../../../server/src/messages/typesetting.ts';
import { pastedCitations } from '../papers/paperRequests.ts';

const PLAIN_TEXT = 'text/plain';
const ADDRESSES = 'text/uri-list';

const { Text, Empty } = vscode.DocumentDropOrPasteEditKind;

/** The text, with other citations in it. */
const KIND = Text.append('citations');

/** Not the text, but a citation. No kind may give way to itself, so this is none of text. */
const CITING_KIND = Empty.append('paperNotes', 'citation');

/** In characters. Longer texts are pasted as they are, without waiting for the server. */
const MAX_LENGTH = 200_000;

/** What no text without such a citation or identifier holds. */
const MAY_CITE =
	/\\[a-zA-Z]*cite|#cite\(|@[\p{L}\p{N}_]|\b10\.\S{4,12}\/|\d{4}\.\d{4,5}|arxiv|https?:\/\/|\bpmid|\bpmc/iu;

/** VS Code offers the text as it was copied, or the citation, beside the button that appears after pasting. */
export function convertPastedCitations(client: LanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
	const converted = async (
		document: vscode.TextDocument,
		position: vscode.Position,
		text: string | undefined,
		token: vscode.CancellationToken,
	): Promise<PastedCitationsResponse | undefined> => {
		// Nobody waits with a paste until the server has started, or started anew.
		if (!text || text.length > MAX_LENGTH || !MAY_CITE.test(text) || !client.isRunning()) {
			return undefined;
		}
		return (await pastedCitations(client, { uri: document.uri.toString(), position, text }, token)) ?? undefined;
	};
	return vscode.Disposable.from(
		vscode.languages.registerDocumentPasteEditProvider(
			selector,
			{
				async provideDocumentPasteEdits(document, ranges, transfer, _context, token) {
					const text = await transfer.get(PLAIN_TEXT)?.asString();
					const [range, ...others] = ranges;
					const pasted = range && others.length === 0 ? await converted(document, range.start, text, token) : undefined;
					return pasted ? [pasteEdit(pasted)] : undefined;
				},
			},
			{ providedPasteEditKinds: [KIND, CITING_KIND], pasteMimeTypes: [PLAIN_TEXT] },
		),
		vscode.languages.registerDocumentDropEditProvider(
			selector,
			{
				async provideDocumentDropEdits(document, position, transfer, token) {
					const text = await transfer.get(ADDRESSES)?.asString();
					const dropped = await converted(document, position, text, token);
					return dropped ? dropEdit(dropped) : undefined;
				},
			},
			{ providedDropEditKinds: [CITING_KIND], dropMimeTypes: [ADDRESSES] },
		),
	);
}

function pasteEdit({ text, syntax, isOption }: PastedCitationsResponse): vscode.DocumentPasteEdit {
	if (!isOption) {
		return new vscode.DocumentPasteEdit(text, typesettingMessages.paste(syntax), KIND);
	}
	const edit = new vscode.DocumentPasteEdit(text, typesettingMessages.cite(text), CITING_KIND);
	edit.yieldTo = [Text];
	return edit;
}

/** Of an address; text that is dropped has been selected in an editor. */
function dropEdit({ text }: PastedCitationsResponse): vscode.DocumentDropEdit {
	const edit = new vscode.DocumentDropEdit(text, typesettingMessages.cite(text), CITING_KIND);
	edit.yieldTo = [Text];
	return edit;
}
