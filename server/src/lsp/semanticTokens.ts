/** The colours of references: `paper`, with the modifier `unknown` where no paper has that name. */

import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Highlight } from '../features/colouring/highlights.ts';

export const TOKEN_LEGEND: SemanticTokensLegend = { tokenTypes: ['paper'], tokenModifiers: ['unknown'] };

const PAPER = 0;
const KNOWN = 0;
const UNKNOWN = 1;

export function toSemanticTokens(document: TextDocument, highlights: readonly Highlight[]): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	for (const { span, known } of highlights) {
		const { line, character } = document.positionAt(span.start);
		builder.push(line, character, span.end - span.start, PAPER, known ? KNOWN : UNKNOWN);
	}
	return builder.build();
}
