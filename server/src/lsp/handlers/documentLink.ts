import { DocumentLinkRequest } from 'vscode-languageserver';
import { fileLinks } from '../../features/navigation/links.ts';
import { answer, type Handler } from '../answering.ts';
import { toRange } from '../convert.ts';

/** In corpus files. In notes, cards hold the links. */
export const documentLink: Handler = {
	capability: () => ({ documentLinkProvider: {} }),
	listen(session) {
		answer(session, DocumentLinkRequest.type, null, (params) => {
			const document = session.documents.get(params.textDocument.uri);
			const links = document ? fileLinks(session.workspace, document.uri) : [];
			return document ? links.map(({ span, url }) => ({ range: toRange(document, span), target: url })) : null;
		});
	},
};
