/** The colours of references: `paper`, with the modifier `unknown` if no paper has that name. */

import {
	type SemanticTokens,
	SemanticTokensBuilder,
	type SemanticTokensLegend,
	SemanticTokensRequest,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Highlight, highlights } from '../../features/colouring/highlights.ts';
import { answer, type Handler } from '../answering.ts';
import type { Session } from '../session.ts';

const LEGEND: SemanticTokensLegend = { tokenTypes: ['paper'], tokenModifiers: ['unknown'] };

const PAPER = 0;
const KNOWN = 0;
const UNKNOWN = 1;

export const semanticTokens: Handler = {
	capability: () => ({ semanticTokensProvider: { legend: LEGEND, full: true } }),
	listen(session) {
		answer(session, SemanticTokensRequest.type, null, (params) => {
			const document = session.documents.get(params.textDocument.uri);
			return document ? toSemanticTokens(document, reported(session, document.uri)) : null;
		});
	},
};

/** References whose problems are held back are coloured like known papers. */
function reported({ workspace, held }: Session, uri: string): Highlight[] {
	return highlights(workspace, uri).map(({ span, known }) => ({ span, known: known || held.holdsBack(uri, span) }));
}

function toSemanticTokens(document: TextDocument, found: readonly Highlight[]): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	for (const { span, known } of found) {
		const { line, character } = document.positionAt(span.start);
		builder.push(line, character, span.end - span.start, PAPER, known ? KNOWN : UNKNOWN);
	}
	return builder.build();
}
