import { DefinitionRequest } from 'vscode-languageserver';
import { definitions } from '../../features/navigation/definition.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { toPlaces } from '../convert.ts';
import { firstOf } from '../warning.ts';

export const definition: Handler = {
	capability: () => ({ definitionProvider: true }),
	listen(session) {
		const { workspace, client, connection } = session;
		answer(session, DefinitionRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const found = at ? definitions(workspace, at.document.uri, at.offset) : [];
			return at ? toPlaces(at.document, firstOf(connection, found), client.locationLinks.has('definition')) : null;
		});
	},
};
