import { SymbolKind, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { paperSymbols } from '../../features/navigation/symbols.ts';
import { answer, type Handler } from '../answering.ts';

export const workspaceSymbol: Handler = {
	capability: () => ({ workspaceSymbolProvider: true }),
	listen(session) {
		answer(session, WorkspaceSymbolRequest.type, null, ({ query }) =>
			paperSymbols(session.workspace, query).map(({ name, uri, range }) => ({
				name,
				kind: SymbolKind.Key,
				location: { uri, range },
			})),
		);
	},
};
