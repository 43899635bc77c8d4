/** How a request is answered: find, call, convert. One that fails never throws into the connection. */

import type { ProtocolRequestType, ServerCapabilities, TextDocumentPositionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from './clientSupport.ts';
import { OwnParams } from './ownParams.ts';
import type { Session } from './session.ts';

/** One request, or a few that belong together: what the server offers at start, and how it answers from then on. */
export interface Handler {
	/** Nothing for requests of our own. */
	readonly capability?: (client: ClientSupport) => Partial<ServerCapabilities>;
	readonly listen: (session: Session) => void;
}

export interface Place {
	readonly document: TextDocument;
	readonly offset: number;
}

export function placeOf(session: Session, params: TextDocumentPositionParams): Place | undefined {
	const document = session.documents.get(params.textDocument.uri);
	return document && { document, offset: document.offsetAt(params.position) };
}

/** One bug must not end the session: a row that throws is logged with its method and answers with `fallback`. */
export function answer<P, R>(
	session: Session,
	{ method }: ProtocolRequestType<P, R, unknown, unknown, unknown>,
	fallback: R | undefined,
	row: (params: P) => R,
): void {
	session.connection.onRequest(method, (params: P): unknown => {
		session.index.yieldToRequests();
		return guarded(session, method, params, row) ?? fallback;
	});
}

/** The result of `row`, with addresses as the client writes them; undefined after an error, which is logged. */
function guarded<P, R>(session: Session, method: string, params: P, row: (params: P) => R): R | undefined {
	try {
		return session.documents.respelled(row(params));
	} catch (error) {
		session.connection.console.error(`${method}: ${error instanceof Error ? error.stack : String(error)}`);
		return undefined;
	}
}

/** The same for a request of `protocol.ts`: its parameters come from any client, so nothing in them is taken on trust. */
export function answerOwn<R extends object | null>(
	session: Session,
	method: string,
	fallback: R,
	row: (params: OwnParams) => R,
): void {
	session.connection.onRequest(
		method,
		(raw: unknown): object | null => guarded(session, method, new OwnParams(session, raw), row) ?? fallback,
	);
}
