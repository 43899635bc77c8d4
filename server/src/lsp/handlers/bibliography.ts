/** The bibliography between two comments of a note: on request, and when the note is saved. */

import {
	TextDocumentSaveReason,
	type TextEdit,
	type WillSaveTextDocumentParams,
	WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver';
import { hasBibliography } from '../../features/rendering/bibliographyBlock.ts';
import { type InsertBibliographyResponse, insertBibliographyRequest } from '../../renderProtocol.ts';
import { answerOwnRarely, type Handler, rarely } from '../answering.ts';

/** Milliseconds. VS Code waits one and a half seconds for all extensions together, and then saves without them. */
const WITHIN_WHEN_SAVED_MS = 1000;

export const bibliography: Handler = {
	listen(session) {
		answerOwnRarely<InsertBibliographyResponse | null>(session, insertBibliographyRequest, async (rare, params) => {
			const place = params.place();
			if (!place) {
				return null;
			}
			const { insertedBibliography } = await import('#rendering');
			const { document, offset } = place;
			return (await insertedBibliography(session, rare, { uri: document.uri, offset })) ?? null;
		});
		const { method } = WillSaveTextDocumentWaitUntilRequest.type;
		session.connection.onRequest(method, ({ textDocument, reason }: WillSaveTextDocumentParams): unknown => {
			const uri = session.documents.get(textDocument.uri)?.uri;
			const note = uri === undefined ? undefined : session.workspace.note(uri);
			// An editor that saves by itself must not change the text while someone types.
			if (uri === undefined || !note || reason === TextDocumentSaveReason.AfterDelay || !hasBibliography(note)) {
				return null;
			}
			return rarely(session, method, async (rare): Promise<TextEdit[]> => {
				const { insertedBibliography } = await import('#rendering');
				const inserted = await insertedBibliography(session, rare, { uri, within: WITHIN_WHEN_SAVED_MS });
				return [...(inserted?.edits ?? [])];
			});
		});
	},
};
