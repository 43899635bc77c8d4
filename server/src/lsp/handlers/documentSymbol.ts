import {
	type DocumentSymbol,
	type DocumentSymbolParams,
	DocumentSymbolRequest,
	type SymbolInformation,
	SymbolKind,
} from 'vscode-languageserver';
import { type FileSymbol, fileSymbols } from '../../features/navigation/symbols.ts';
import { answer, type Handler } from '../answering.ts';

/** In corpus files, and in notes unless the editor shows their headings. A key is what both are named by. */
export const documentSymbol: Handler = {
	capability: () => ({ documentSymbolProvider: true }),
	listen(session) {
		const { client, documents, workspace } = session;
		answer(session, DocumentSymbolRequest.type, null, (params) => {
			const document = documents.get(params.textDocument.uri);
			if (!document || (client.outlinesHeadings && workspace.hasNote(document.uri))) {
				return null;
			}
			const found = fileSymbols(workspace, document.uri);
			return client.nestedSymbols ? found.map(toSymbol) : found.map((symbol) => toInformation(symbol, params));
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
