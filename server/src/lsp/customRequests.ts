/** The requests of `protocol.ts`. Their parameters come from any client, so nothing in them is taken on trust. */

import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Corpus } from '../corpus/corpus.ts';
import { paperDetails, paperDetailsAt } from '../features/card/paperDetails.ts';
import { citationEdits } from '../features/citing/citationEdits.ts';
import { searchPapers } from '../features/searching/paperSearch.ts';
import { itemAt } from '../notes/note.ts';
import { otherForms } from '../notes/otherForms.ts';
import {
	type CitationEditResponse,
	type CitationFormResponse,
	citationEditRequest,
	citationFormRequest,
	continueIndexingRequest,
	type PaperResponse,
	type ProblemsResponse,
	paperRequest,
	problemsRequest,
	rebuildRequest,
	type SearchResponse,
	searchRequest,
	statusRequest,
	stopIndexingRequest,
} from '../protocol.ts';
import type { Span } from '../util/span.ts';
import { toPaperResponse, toPaperRow, toRange } from './convert.ts';
import { canonicalUri } from './documents.ts';
import { guarded } from './requests.ts';
import type { Session } from './session.ts';

/** What is shown when a client does not say how much it wants. */
const STANDARD_LIMIT = 50;

/** More rows than anyone reads; a client that wants more pages on. */
const GREATEST_LIMIT = 1000;

/** Of the files with problems of one kind, so many are named. */
const MOST_FILES = 5;

export function answerCustomRequests(session: Session): void {
	const { connection } = session;
	const on = <R extends object | null>(
		method: string,
		fallback: R,
		row: (params: Record<string, unknown>) => R,
	): void => {
		connection.onRequest(
			method,
			(raw: unknown): object | null => guarded(session, method, paramsOf(raw), row) ?? fallback,
		);
	};
	on<SearchResponse>(searchRequest, { items: [], total: 0, tookMs: 0 }, (params) => search(session, params));
	on<PaperResponse | null>(paperRequest, null, (params) => paper(session, params));
	on<CitationEditResponse>(citationEditRequest, { edits: [] }, (params) => citationEdit(session, params));
	on<CitationFormResponse | null>(citationFormRequest, null, (params) => citationForm(session, params));
	on(statusRequest, session.reports.status(), () => session.reports.status());
	on<ProblemsResponse>(problemsRequest, { codes: [] }, () => problems(session));
	on<null>(rebuildRequest, null, () => {
		session.reports.continued();
		session.index.rebuild();
		return null;
	});
	on<null>(stopIndexingRequest, null, () => stopIndexing(session));
	on<null>(continueIndexingRequest, null, () => continueIndexing(session));
}

function problems({ workspace }: Session): ProblemsResponse {
	const codes = workspace.corpus.problemSums().map(({ code, count, files, examples }) => ({
		code,
		count,
		files: files.length,
		worst: files.slice(0, MOST_FILES),
		examples,
	}));
	return { codes };
}

/** What is indexed by now stays and answers; without work there is nothing to stop. */
export function stopIndexing({ reports, index }: Session): null {
	if (reports.working) {
		reports.stopped();
		index.pause();
	}
	return null;
}

function continueIndexing({ reports, index }: Session): null {
	if (reports.held) {
		reports.continued();
		index.resume();
	}
	return null;
}

function search(session: Session, params: Record<string, unknown>): SearchResponse {
	const started = performance.now();
	session.index.yieldToRequests();
	const uri = stringIn(params, 'uri');
	const result = searchPapers(session.workspace, {
		query: stringIn(params, 'query') ?? '',
		limit: Math.min(countIn(params, 'limit') ?? STANDARD_LIMIT, GREATEST_LIMIT),
		offset: countIn(params, 'offset') ?? 0,
		uri: uri === undefined ? undefined : canonicalUri(uri, session.files),
	});
	return {
		items: result.papers.map(toPaperRow),
		total: result.total,
		tookMs: performance.now() - started,
		papers: papersIn(session.workspace.corpus),
		...unfinished(session),
		...(result.unknownFilters.length > 0 ? { unknownFilters: result.unknownFilters } : {}),
	};
}

/** Those not indexed yet are found as well. */
function papersIn({ paperCount, seenCount }: Corpus): number {
	return paperCount + seenCount;
}

function unfinished({ reports, workspace }: Session): Pick<SearchResponse, 'unfinished'> {
	if (reports.failed || reports.held) {
		return { unfinished: reports.failed ? 'failed' : 'stopped' };
	}
	return reports.working || !workspace.complete ? { unfinished: 'reading' } : {};
}

function paper(session: Session, params: Record<string, unknown>): PaperResponse | null {
	const key = stringIn(params, 'key');
	const place = placeIn(session, params);
	const details =
		key === undefined
			? place && paperDetailsAt(session.workspace, place.document.uri, place.offset)
			: paperDetails(session.workspace, key);
	return details ? toPaperResponse(details, (uri) => session.documents.spelling(uri)) : null;
}

function citationEdit({ documents, workspace }: Session, params: Record<string, unknown>): CitationEditResponse {
	const document = documents.get(stringIn(params, 'uri') ?? '');
	if (!document) {
		return { edits: [] };
	}
	const edits = citationEdits(workspace, {
		uri: document.uri,
		selections: listIn(params, 'selections').flatMap((range) => spanOf(document, range) ?? []),
		keys: listIn(params, 'keys').filter((key): key is string => typeof key === 'string' && key !== ''),
	});
	return { edits: edits.map(({ span, newText, end }) => ({ range: toRange(document, span), newText, end })) };
}

function spanOf(document: TextDocument, range: unknown): Span | undefined {
	const { start, end } = paramsOf(range);
	if (!isPosition(start) || !isPosition(end)) {
		return undefined;
	}
	const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
	return { start: Math.min(from, to), end: Math.max(from, to) };
}

function isPosition(value: unknown): value is Position {
	const { line, character } = paramsOf(value);
	return typeof line === 'number' && typeof character === 'number';
}

function citationForm(session: Session, params: Record<string, unknown>): CitationFormResponse | null {
	const place = placeIn(session, params);
	const note = place && session.workspace.note(place.document.uri);
	const cited = note && itemAt(note, place.offset);
	const form = cited && otherForms({ text: note.text, ...cited }).find(({ mode }) => mode === params['mode']);
	return form ? { range: toRange(place.document, form.span), newText: form.newText } : null;
}

function placeIn(session: Session, params: Record<string, unknown>) {
	const document = session.documents.get(stringIn(params, 'uri') ?? '');
	const position = params['position'] as Position | undefined;
	return document && position && { document, offset: document.offsetAt(position) };
}

function paramsOf(raw: unknown): Record<string, unknown> {
	return typeof raw === 'object' && raw !== null ? { ...raw } : {};
}

function stringIn(params: Record<string, unknown>, name: string): string | undefined {
	const value = params[name];
	return typeof value === 'string' ? value : undefined;
}

function listIn(params: Record<string, unknown>, name: string): readonly unknown[] {
	const value = params[name];
	return Array.isArray(value) ? value : [];
}

function countIn(params: Record<string, unknown>, name: string): number | undefined {
	const value = params[name];
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
