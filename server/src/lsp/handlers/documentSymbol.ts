import { type DocumentSymbol, DocumentSymbolRequest, SymbolKind } from 'vscode-languageserver';
import { type FileSymbol, fileSymbols } from '../../features/navigation/symbols.ts';
import { answer, type Handler } from '../answering.ts';

/** In notes and corpus files. A key is what both are named by. */
export const documentSymbol: Handler = {
	capability: () => ({ documentSymbolProvider: true }),
	listen(session) {
		answer(session, DocumentSymbolRequest.type, null, (params) => {
			const document = session.documents.get(params.textDocument.uri);
			return document ? fileSymbols(session.workspace, document.uri).map(toSymbol) : null;
		});
	},
};

function toSymbol({ name, detail, range, selection }: FileSymbol): DocumentSymbol {
	return { name, detail, kind: SymbolKind.Key, range, selectionRange: selection };
}
