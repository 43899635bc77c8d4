import { ReferencesRequest } from 'vscode-languageserver';
import { references as referencesAt } from '../../features/navigation/references.ts';
import { answer, type Handler, placeOf } from '../answering.ts';
import { firstOf } from '../warning.ts';

export const references: Handler = {
	capability: () => ({ referencesProvider: true }),
	listen(session) {
		const { workspace, connection } = session;
		answer(session, ReferencesRequest.type, null, (params) => {
			const at = placeOf(session, params);
			const place = at && { uri: at.document.uri, offset: at.offset };
			const found = place && referencesAt(workspace, place, { includeRecords: params.context.includeDeclaration });
			return found ? [...firstOf(connection, found)] : null;
		});
	},
};
