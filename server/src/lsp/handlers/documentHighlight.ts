import { DocumentHighlightRequest } from 'vscode-languageserver';
import { occurrences } from '../../features/navigation/occurrences.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { toRange } from '../convert.ts';

export const documentHighlight: Handler = {
	capability: () => ({ documentHighlightProvider: true }),
	listen(session) {
		answer(session, DocumentHighlightRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const spans = at ? occurrences(session.workspace, at.document.uri, at.offset) : [];
			return at && spans.length > 0 ? spans.map((span) => ({ range: toRange(at.document, span) })) : null;
		});
	},
};
