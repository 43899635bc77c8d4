import { DefinitionRequest } from 'vscode-languageserver';
import { definitions } from '../../features/navigation/definition.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { toLocation, toLocationLink } from '../convert.ts';

export const definition: Handler = {
	capability: () => ({ definitionProvider: true }),
	listen(session) {
		const { workspace, client } = session;
		answer(session, DefinitionRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const found = at ? definitions(workspace, at.document.uri, at.offset) : [];
			if (!at || found.length === 0) {
				return null;
			}
			return client.definitionLinks ? found.map((one) => toLocationLink(at.document, one)) : found.map(toLocation);
		});
	},
};
