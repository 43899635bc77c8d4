/** Behind citations, who wrote the paper and when; behind words that mention a paper, that it is not cited. */

import { type InlayHint, InlayHintRequest } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { byline } from '../../corpus/byline.ts';
import type { UncitedMention } from '../../features/mentions/uncitedMentions.ts';
import { safeLine } from '../../messages/foreignText.ts';
import { mentionMessages } from '../../messages/mentions.ts';
import { answerRarely, type Handler } from '../answering.ts';
import { toRange, toSpan } from '../convert.ts';

export const inlayHint: Handler = {
	capability: () => ({ inlayHintProvider: true }),
	listen(session) {
		const { workspace, documents } = session;
		answerRarely(session, InlayHintRequest.type, ({ citationHints, uncitedMentions }, { textDocument, range }) => {
			const document = documents.get(textDocument.uri);
			const settings = document && workspace.settings(document.uri);
			if (!document || !(settings?.inlayHints || settings?.mentions)) {
				return null;
			}
			const span = toSpan(document, range);
			const hints = settings.inlayHints ? citationHints(workspace, document.uri, span) : [];
			return [
				...hints.map(({ offset, text, title }) => ({
					position: document.positionAt(offset),
					label: safeLine(text),
					tooltip: safeLine(title),
					paddingLeft: true,
				})),
				...uncitedMentions(workspace, document.uri, span).map((mention) => mentionHint(document, mention)),
			];
		});
	},
};

/** Editors apply the edit when the hint is double-clicked. */
function mentionHint(document: TextDocument, { span, paper, key, edit }: UncitedMention): InlayHint {
	return {
		position: document.positionAt(span.end),
		label: safeLine(mentionMessages.hint(key)),
		tooltip: safeLine(mentionMessages.tooltip(byline(paper), paper.title)),
		paddingLeft: true,
		textEdits: [{ range: toRange(document, edit.span), newText: edit.newText }],
	};
}
