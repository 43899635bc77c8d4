/** The requests that the commands send to the server. */

import type { CancellationToken } from 'vscode';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	type ExportParams,
	type ExportResponse,
	exportRequest,
	type NoteConversionParams,
	type NoteConversionResponse,
	noteConversionRequest,
	type PastedCitationsParams,
	type PastedCitationsResponse,
	pastedCitationsRequest,
	type TypesetParams,
	type TypesetResponse,
	typesetRequest,
} from '../../../server/src/exchangeProtocol.ts';
import {
	type CitationEditParams,
	type CitationEditResponse,
	type CitationFormParams,
	type CitationFormResponse,
	citationEditRequest,
	citationFormRequest,
	type PaperParams,
	type PaperResponse,
	paperRequest,
	type Range,
	type RelatedParams,
	type RelatedResponse,
	relatedRequest,
	type SearchParams,
	type SearchResponse,
	searchRequest,
} from '../../../server/src/protocol.ts';

export function searchPapers(
	client: LanguageClient,
	params: SearchParams,
	token: CancellationToken,
): Promise<SearchResponse> {
	return client.sendRequest<SearchResponse>(searchRequest, params, token);
}

export function relatedPapers(
	client: LanguageClient,
	params: RelatedParams,
	token: CancellationToken,
): Promise<RelatedResponse> {
	return client.sendRequest<RelatedResponse>(relatedRequest, params, token);
}

export function paperMeantBy(client: LanguageClient, params: PaperParams): Promise<PaperResponse | null> {
	return client.sendRequest<PaperResponse | null>(paperRequest, params);
}

export function citationEdits(client: LanguageClient, params: CitationEditParams): Promise<CitationEditResponse> {
	return client.sendRequest<CitationEditResponse>(citationEditRequest, params);
}

export function citationForm(client: LanguageClient, params: CitationFormParams): Promise<CitationFormResponse | null> {
	return client.sendRequest<CitationFormResponse | null>(citationFormRequest, params);
}

export function noteConversion(
	client: LanguageClient,
	params: NoteConversionParams,
): Promise<NoteConversionResponse | null> {
	return client.sendRequest<NoteConversionResponse | null>(noteConversionRequest, params);
}

export function exportedText(client: LanguageClient, params: ExportParams): Promise<ExportResponse | null> {
	return client.sendRequest<ExportResponse | null>(exportRequest, params);
}

export function typesetText(client: LanguageClient, params: TypesetParams): Promise<TypesetResponse | null> {
	return client.sendRequest<TypesetResponse | null>(typesetRequest, params);
}

export function pastedCitations(
	client: LanguageClient,
	params: PastedCitationsParams,
	token: CancellationToken,
): Promise<PastedCitationsResponse | null> {
	return client.sendRequest<PastedCitationsResponse | null>(pastedCitationsRequest, params, token);
}

export function toVscodeRange(range: Range): vscode.Range {
	return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}
