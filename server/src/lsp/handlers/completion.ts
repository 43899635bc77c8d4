import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { cardOfKey } from '../../features/card/hover.ts';
import { completions } from '../../features/citing/completion.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { type ItemData, toCompletionList } from '../completionList.ts';
import { toMarkup } from '../convert.ts';

/**
 * Characters after which an editor without word-based suggestions asks again. Outside citations, the empty answer is
 * immediate.
 */
const TRIGGERS = ['@', '[', '［', '【', ';', '；', ' ', ':', '/', '.', '-', '+', ',', '"', "'"];

export const completion: Handler = {
	capability: () => ({ completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } }),
	listen(session) {
		const { workspace, client } = session;

		answer(session, CompletionRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const found = at && completions(workspace, at.document.uri, at.offset);
			return found ? toCompletionList(at.document, found, client) : null;
		});

		answer(session, CompletionResolveRequest.type, undefined, (item) => {
			const data = item.data as ItemData | undefined;
			const card = data && cardOfKey(workspace, data.uri, data.key);
			return card ? { ...item, documentation: toMarkup([card], client.documentation, session) } : item;
		});
	},
};
