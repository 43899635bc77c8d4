import { HoverRequest } from 'vscode-languageserver';
import { hover as hoverAt } from '../../features/card/hover.ts';
import { renderList } from '../../features/card/renderList.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { toMarkup, toRange } from '../convert.ts';

export const hover: Handler = {
	capability: () => ({ hoverProvider: true }),
	listen(session) {
		const { workspace, client } = session;
		answer(session, HoverRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const found = at && hoverAt(workspace, at.document.uri, at.offset);
			if (!found) {
				return null;
			}
			const contents = found.list
				? { kind: client.cards.format, value: renderList(found.list, client.cards) }
				: toMarkup(found.cards, client.cards, session);
			return { contents, range: toRange(at.document, found.span) };
		});
	},
};
