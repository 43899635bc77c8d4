/** How a request is answered: find, call, convert. An error in a handler never reaches the connection. */

import {
	ErrorCodes,
	type ProtocolRequestType,
	ResponseError,
	type ServerCapabilities,
	type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { serverMessages } from '../messages/server.ts';
import type { ClientSupport } from './clientSupport.ts';
import { OwnParams } from './ownParams.ts';
import type { Session } from './session.ts';

/** One request, or a few related ones: the capability announced at start, and the handlers. */
export interface Handler {
	/** Undefined for our own requests. */
	readonly capability?: (client: ClientSupport) => Partial<ServerCapabilities>;
	readonly listen: (session: Session) => void;
}

export interface Place {
	readonly document: TextDocument;
	/** The document's. */
	readonly uri: string;
	readonly offset: number;
}

export function placeOf(session: Session, params: TextDocumentPositionParams): Place | undefined {
	const document = session.documents.get(params.textDocument.uri);
	return document && { document, uri: document.uri, offset: document.offsetAt(params.position) };
}

/** Throws the error that the protocol wants for a request after a shutdown. */
export function mustBeOpen({ isShutDown }: Session): void {
	if (isShutDown) {
		throw new ResponseError(ErrorCodes.InvalidRequest, serverMessages.shutDown);
	}
}

/**
 * Keeps one bug from ending the session: if `row` throws, this logs the method and the error, and returns `fallback`.
 */
export function answer<P, R>(
	session: Session,
	{ method }: ProtocolRequestType<P, R, unknown, unknown, unknown>,
	fallback: R | undefined,
	row: (params: P) => R,
): void {
	session.connection.onRequest(method, (params: P): unknown => {
		mustBeOpen(session);
		session.index.yieldToRequests();
		return guarded(session, method, params, row) ?? fallback;
	});
}

/** The result of `row`, with URIs as the client spells them. After an error, which is logged, undefined. */
function guarded<P, R>(session: Session, method: string, params: P, row: (params: P) => R): R | undefined {
	try {
		session.index.catchUp();
		return session.documents.respelled(row(params));
	} catch (error) {
		session.connection.console.error(`${method}: ${error instanceof Error ? error.stack : String(error)}`);
		return undefined;
	}
}

export type RareFeatures = typeof import('#rareFeatures');

/** The same for a feature that is loaded with its first use. What `row` looks up before it waits is one state. */
export function answerRarely<P, R>(
	session: Session,
	{ method }: ProtocolRequestType<P, R, unknown, unknown, unknown>,
	row: (rare: RareFeatures, params: P) => R | Promise<R>,
): void {
	session.connection.onRequest(method, (params: P) => rarely(session, method, (rare) => row(rare, params)));
}

/** The same for a request of our own. */
export function answerOwnRarely<R extends object | null>(
	session: Session,
	method: string,
	row: (rare: RareFeatures, params: OwnParams) => R | Promise<R>,
): void {
	session.connection.onRequest(method, (raw: unknown) =>
		rarely(session, method, (rare) => row(rare, new OwnParams(session, raw))),
	);
}

/** The answer to one request with such a feature; null after an error, which is logged. */
export async function rarely<R>(
	session: Session,
	method: string,
	row: (rare: RareFeatures) => R | Promise<R>,
): Promise<unknown> {
	mustBeOpen(session);
	session.index.yieldToRequests();
	try {
		const rare = await import('#rareFeatures');
		session.index.catchUp();
		return session.documents.respelled(await row(rare));
	} catch (error) {
		session.connection.console.error(`${method}: ${error instanceof Error ? error.stack : String(error)}`);
		return null;
	}
}

/** The same for a request of `protocol.ts`. Any client may send it, so its parameters are checked one by one. */
export function answerOwn<R extends object | null>(
	session: Session,
	method: string,
	fallback: R,
	row: (params: OwnParams) => R,
): void {
	session.connection.onRequest(method, (raw: unknown): object | null => {
		mustBeOpen(session);
		return guarded(session, method, new OwnParams(session, raw), row) ?? fallback;
	});
}
