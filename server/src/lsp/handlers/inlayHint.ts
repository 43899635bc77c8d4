import { InlayHintRequest } from 'vscode-languageserver';
import { citationHints } from '../../features/citationHints.ts';
import { safeLine } from '../../messages/foreignText.ts';
import { answer, type Handler } from '../answering.ts';
import { toSpan } from '../convert.ts';

export const inlayHint: Handler = {
	capability: () => ({ inlayHintProvider: true }),
	listen(session) {
		const { workspace, documents } = session;
		answer(session, InlayHintRequest.type, null, ({ textDocument, range }) => {
			const document = documents.get(textDocument.uri);
			if (!document || !workspace.settings(document.uri).inlayHints) {
				return null;
			}
			return citationHints(workspace, document.uri, toSpan(document, range)).map(({ offset, text, title }) => ({
				position: document.positionAt(offset),
				label: safeLine(text),
				tooltip: safeLine(title),
				paddingLeft: true,
			}));
		});
	},
};
