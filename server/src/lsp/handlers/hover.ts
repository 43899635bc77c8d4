import { HoverRequest } from 'vscode-languageserver';
import { hover as hoverAt } from '../../features/card/hover.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { toMarkup, toRange } from '../convert.ts';

export const hover: Handler = {
	capability: () => ({ hoverProvider: true }),
	listen(session) {
		const { workspace, client } = session;
		answer(session, HoverRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const found = at && hoverAt(workspace, at.document.uri, at.offset);
			return found
				? { contents: toMarkup(found.cards, client.cards, session), range: toRange(at.document, found.span) }
				: null;
		});
	},
};
