import {
	type DocumentSymbol,
	type DocumentSymbolParams,
	DocumentSymbolRequest,
	type SymbolInformation,
	SymbolKind,
} from 'vscode-languageserver';
import { type FileSymbol, fileSymbols } from '../../features/navigation/symbols.ts';
import { answer, type Handler } from '../answering.ts';

/** In notes and corpus files. A key is what both are named by. */
export const documentSymbol: Handler = {
	capability: () => ({ documentSymbolProvider: true }),
	listen(session) {
		answer(session, DocumentSymbolRequest.type, null, (params) => {
			const document = session.documents.get(params.textDocument.uri);
			const found = document && fileSymbols(session.workspace, document.uri);
			if (!found) {
				return null;
			}
			return session.client.nestedSymbols ? found.map(toSymbol) : found.map((symbol) => toInformation(symbol, params));
		});
	},
};

function toSymbol({ name, detail, range, selection }: FileSymbol): DocumentSymbol {
	return { name, detail, kind: SymbolKind.Key, range, selectionRange: selection };
}

/** For clients that know no other symbols. */
function toInformation({ name, range }: FileSymbol, { textDocument }: DocumentSymbolParams): SymbolInformation {
	return { name, kind: SymbolKind.Key, location: { uri: textDocument.uri, range } };
}
