/**
 * The colours of references: `paper`, with the modifier `unknown` or `ambiguous` if no paper or several have that name, and
 * `renamed` if it was the name of a paper. The part of a paper is a `locator`.
 */

import {
	type SemanticTokens,
	SemanticTokensBuilder,
	type SemanticTokensLegend,
	SemanticTokensRequest,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Highlight, highlights, locatorHighlights } from '../../features/colouring/highlights.ts';
import type { Span } from '../../util/span.ts';
import { answer, type Handler } from '../answering.ts';
import type { Session } from '../session.ts';

const LEGEND: SemanticTokensLegend = {
	tokenTypes: ['paper', 'locator'],
	tokenModifiers: ['unknown', 'ambiguous', 'renamed'],
};

const [PAPER, LOCATOR] = [0, 1];
/** Sets of modifiers, a bit each. */
const [PLAIN, UNKNOWN, AMBIGUOUS, RENAMED] = [0, 1, 2, 4];

export const semanticTokens: Handler = {
	capability: () => ({ semanticTokensProvider: { legend: LEGEND, full: true } }),
	listen(session) {
		answer(session, SemanticTokensRequest.type, null, (params) => {
			const document = session.documents.get(params.textDocument.uri);
			return document ? toSemanticTokens(document, coloured(session, document.uri)) : null;
		});
	},
};

interface Coloured {
	readonly span: Span;
	readonly type: number;
	readonly modifiers: number;
}

/** In the order of the text. References whose problems are held back are coloured like known papers. */
function coloured({ workspace, held }: Session, uri: string): Coloured[] {
	const references = highlights(workspace, uri).map((highlight) => {
		const isHeld = (!highlight.known || highlight.renamed) && held.holdsBack(uri, highlight.span);
		return { span: highlight.span, type: PAPER, modifiers: isHeld ? PLAIN : modifiersOf(highlight) };
	});
	const locators = locatorHighlights(workspace, uri).map((span) => ({ span, type: LOCATOR, modifiers: PLAIN }));
	return [...references, ...locators].sort((one, other) => one.span.start - other.span.start);
}

function modifiersOf({ known, ambiguous, renamed }: Highlight): number {
	return renamed ? RENAMED : !known ? UNKNOWN : ambiguous ? AMBIGUOUS : PLAIN;
}

function toSemanticTokens(document: TextDocument, found: readonly Coloured[]): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	for (const { span, type, modifiers } of found) {
		const { line, character } = document.positionAt(span.start);
		builder.push(line, character, span.end - span.start, type, modifiers);
	}
	return builder.build();
}
