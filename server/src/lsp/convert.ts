/** Converts the features' plain data, which counts in offsets, to the protocol's types. */

import {
	type Diagnostic,
	DiagnosticSeverity,
	type Location,
	type LocationLink,
	type MarkupContent,
	type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { byline } from '../corpus/byline.ts';
import type { Card } from '../features/card/card.ts';
import type { PaperDetails } from '../features/card/paperDetails.ts';
import { type CardStyle, renderCard } from '../features/card/renderCard.ts';
import type { Definition } from '../features/navigation/definition.ts';
import type { FoundPaper } from '../features/searching/paperSearch.ts';
import { safeLine } from '../messages/foreignText.ts';
import type { Mark, PaperResponse, PaperSummary as PaperRow } from '../protocol.ts';
import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { Settings, Severity } from '../workspace/settings.ts';
import type { Session } from './session.ts';

export const SOURCE = 'paper-notes';

export function toRange(document: TextDocument, span: Span): Range {
	return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(document: TextDocument, range: Range): Span {
	return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Links to files use the URIs that the client has for them. */
export function toMarkup(cards: readonly Card[], style: CardStyle, { documents }: Session): MarkupContent {
	const rule = style.format === 'markdown' ? '\n\n---\n\n' : '\n\n';
	return {
		kind: style.format,
		value: documents
			.respelled(cards)
			.map((card) => renderCard(card, style))
			.join(rule),
	};
}

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** Undefined for a problem that the settings turn off. */
export function toDiagnostic(
	problem: Omit<Problem, 'span'>,
	range: Range,
	severities: Settings['severities'],
): Diagnostic | undefined {
	const severity = severities[problem.code];
	if (severity === 'off') {
		return undefined;
	}
	return {
		range,
		severity: SEVERITIES[severity],
		code: problem.code,
		source: SOURCE,
		message: safeLine(problem.message),
		...(problem.related
			? { relatedInformation: problem.related.map((place) => ({ location: place, message: safeLine(place.message) })) }
			: {}),
	};
}

/** The answer to a request that leads from a place in `document` to others; `null` if it leads nowhere. */
export function toPlaces(
	document: TextDocument,
	found: readonly Definition[],
	hasLinks: boolean,
): LocationLink[] | Location[] | null {
	if (found.length === 0) {
		return null;
	}
	return hasLinks
		? found.map(({ origin, uri, range, selection }) => ({
				originSelectionRange: toRange(document, origin),
				targetUri: uri,
				targetRange: range,
				targetSelectionRange: selection,
			}))
		: found.map(({ uri, selection }) => ({ uri, range: selection }));
}

export function toPaperRow({ paper, key, citedHere, marks }: FoundPaper): PaperRow {
	const { title, authors, year, venue, categories, doi, arxiv, abstract } = paper;
	return {
		key,
		title,
		authors,
		byline: byline(paper),
		...(year === undefined ? {} : { year }),
		...(venue === undefined ? {} : { venue }),
		...(categories.length === 0 ? {} : { categories }),
		...(doi === undefined ? {} : { doi }),
		...(arxiv === undefined ? {} : { arxiv }),
		...(abstract === undefined ? {} : { abstract }),
		...(citedHere ? { citedHere } : {}),
		...(marks.title.length + marks.abstract.length === 0
			? {}
			: { marks: { title: marks.title.map(toMark), abstract: marks.abstract.map(toMark) } }),
	};
}

function toMark({ start, end }: Span): Mark {
	return [start, end];
}

/** Places of one paper in an answer: more than anyone looks through, and a few hundred kilobytes. */
const MAX_PLACES = 1000;

export function toPaperResponse({
	paper,
	key,
	aliases,
	citedBy,
	url,
	pdfs,
	pdfUrl,
	authors,
	page,
}: PaperDetails): PaperResponse {
	return {
		// CSL-JSON's `custom` holds data that has no CSL variable.
		paper: { ...paper.item, id: key, ...(Object.keys(paper.extra).length > 0 ? { custom: paper.extra } : {}) },
		key,
		aliases,
		sources: paper.sources.slice(0, MAX_PLACES).map(({ uri, range }) => ({ uri, range })),
		...(paper.sources.length > MAX_PLACES ? { moreSources: paper.sources.length - MAX_PLACES } : {}),
		citedBy: citedBy.slice(0, MAX_PLACES).map((place) => ({ ...place, text: safeLine(place.text) })),
		...(citedBy.length > MAX_PLACES ? { moreCitedBy: citedBy.length - MAX_PLACES } : {}),
		authors,
		pdfs,
		...(pdfUrl === undefined ? {} : { pdfUrl }),
		...(url === undefined ? {} : { url }),
		...(page === undefined ? {} : { page }),
	};
}
