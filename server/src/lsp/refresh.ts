import { TextDocumentContentRefreshRequest } from 'vscode-languageserver';
import { isPage } from '../util/pageUri.ts';
import { ignoreRefusal } from './clientAnswers.ts';
import { diagnosticsOf, publishDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

/** Updates what the client shows: tells it to ask again, or sends it the problems of the documents `uris`. */
export function refresh(session: Session, uris: Iterable<string>): void {
	const { connection, client } = session;
	if (client.pullDiagnostics) {
		connection.languages.diagnostics.refresh().catch(ignoreRefusal);
	} else {
		for (const uri of uris) {
			publishDiagnostics(session, uri, diagnosticsOf(session, uri));
		}
	}
	if (client.tokenRefresh) {
		connection.languages.semanticTokens.refresh().catch(ignoreRefusal);
	}
	refreshPages(session);
}

/** Has the client ask again for the pages that it shows: what they say may have changed. */
export function refreshPages({ connection, client, documents }: Session): void {
	for (const page of client.pages ? documents.uris() : []) {
		if (isPage(page)) {
			connection
				.sendRequest(TextDocumentContentRefreshRequest.type, { uri: documents.spelling(page) })
				.catch(ignoreRefusal);
		}
	}
}
