/** Every request the server answers: one row each, find, call, convert. A row never throws into the connection. */

import {
	CodeActionRequest,
	CompletionRequest,
	CompletionResolveRequest,
	DefinitionRequest,
	type Diagnostic,
	DocumentDiagnosticReportKind,
	DocumentDiagnosticRequest,
	HoverRequest,
	type ProtocolRequestType,
	type RelatedFullDocumentDiagnosticReport,
	SemanticTokensRequest,
	type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cardOfKey, hover } from '../features/card/hover.ts';
import { completions } from '../features/citing/completion.ts';
import { highlights } from '../features/colouring/highlights.ts';
import { MISSING_BIBLIOGRAPHY } from '../features/findings/bibliographyProblems.ts';
import { definitions } from '../features/navigation/definition.ts';
import { problemsIn } from '../features/problems.ts';
import { codeActions } from './codeActions.ts';
import { type ItemData, toCompletionList } from './completionList.ts';
import { toLocation, toLocationLink, toMarkup, toRange } from './convert.ts';
import { toDiagnostics } from './diagnostics.ts';
import { canonicalUri } from './documents.ts';
import { toSemanticTokens } from './semanticTokens.ts';
import type { Session } from './session.ts';

/** Sets up the answers to all requests of the protocol. */
export function answerRequests(session: Session): void {
	const { workspace, client } = session;

	answer(session, CompletionRequest.type, null, (params) => {
		const at = placeOf(session, params);
		const found = at && completions(workspace, at.document.uri, at.offset);
		return found ? toCompletionList(at.document, found, client) : null;
	});

	answer(session, CompletionResolveRequest.type, undefined, (item) => {
		const data = item.data as ItemData | undefined;
		const card = data && cardOfKey(workspace, data.uri, data.key);
		return card ? { ...item, documentation: toMarkup([card], client.cards) } : item;
	});

	answer(session, HoverRequest.type, null, (params) => {
		const at = placeOf(session, params);
		const found = at && hover(workspace, at.document.uri, at.offset);
		return found ? { contents: toMarkup(found.cards, client.cards), range: toRange(at.document, found.span) } : null;
	});

	answer(session, DefinitionRequest.type, null, (params) => {
		const at = placeOf(session, params);
		const found = (at ? definitions(workspace, at.document.uri, at.offset) : []).map((definition) => ({
			...definition,
			uri: session.documents.spelling(definition.uri),
		}));
		if (!at || found.length === 0) {
			return null;
		}
		return client.definitionLinks
			? found.map((definition) => toLocationLink(at.document, definition))
			: found.map(toLocation);
	});

	answer(session, CodeActionRequest.type, null, (params) => {
		const document = session.documents.get(params.textDocument.uri);
		return document ? codeActions(session, document, params) : null;
	});

	answer(session, DocumentDiagnosticRequest.type, fullReport([]), (params) =>
		fullReport(diagnosticsOf(session, params.textDocument.uri)),
	);

	answer(session, SemanticTokensRequest.type, null, (params) => {
		const document = session.documents.get(params.textDocument.uri);
		return document ? toSemanticTokens(document, highlights(workspace, document.uri)) : null;
	});
}

function fullReport(items: Diagnostic[]): RelatedFullDocumentDiagnosticReport {
	return { kind: DocumentDiagnosticReportKind.Full, items };
}

/** Sends the problems of the file, under the address by which the client knows it. */
export function publishDiagnostics({ connection, documents }: Session, uri: string, diagnostics: Diagnostic[]): void {
	void connection.sendDiagnostics({ uri: documents.spelling(uri), diagnostics });
}

/** The problems of a note, a corpus file or a project file, whichever `uri` is. */
export function diagnosticsOf(session: Session, uri: string): Diagnostic[] {
	const { workspace, documents } = session;
	const document = documents.get(uri);
	const file = document?.uri ?? canonicalUri(uri, session.files);
	// Those of a project file that no editor shows are sent unasked.
	const problems = problemsIn(workspace, file).filter(({ code }) => document || code !== MISSING_BIBLIOGRAPHY);
	return toDiagnostics(problems, workspace.settings(file).severities).map((diagnostic) =>
		withSpellings(diagnostic, session),
	);
}

/** Places elsewhere under the address by which the client knows them. */
function withSpellings(diagnostic: Diagnostic, { documents }: Session): Diagnostic {
	const relatedInformation = diagnostic.relatedInformation?.map(({ location, message }) => ({
		location: { ...location, uri: documents.spelling(location.uri) },
		message,
	}));
	return relatedInformation ? { ...diagnostic, relatedInformation } : diagnostic;
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

/** The result of `row`; undefined after an error, which is logged. */
export function guarded<P, R>(session: Session, method: string, params: P, row: (params: P) => R): R | undefined {
	try {
		return row(params);
	} catch (error) {
		session.connection.console.error(`${method}: ${error instanceof Error ? error.stack : String(error)}`);
		return undefined;
	}
}
