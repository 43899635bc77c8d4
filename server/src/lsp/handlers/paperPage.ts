/** The page of a paper (type definition), for clients that ask servers for the text of documents. */

import { TextDocumentContentRequest, TypeDefinitionRequest } from 'vscode-languageserver';
import { isNotebookName } from '../../notes/noteFile.ts';
import { PAGE_SCHEME, type PageSubject, pageSubject } from '../../util/pageUri.ts';
import { answerRarely, type Handler, placeOf, type RareFeatures } from '../answering.ts';
import { toPlaces } from '../convert.ts';
import { presentText } from '../presentText.ts';
import type { Session } from '../session.ts';

export const paperPage: Handler = {
	capability: ({ pages }) =>
		pages ? { typeDefinitionProvider: true, workspace: { textDocumentContent: { schemes: [PAGE_SCHEME] } } } : {},
	listen(session) {
		const { workspace, client } = session;
		answerRarely(session, TypeDefinitionRequest.type, ({ pagesAt }, params) => {
			const at = placeOf(session, params);
			const found = at ? pagesAt(workspace, at) : [];
			return at ? toPlaces(at.document, found, client.locationLinks.has('typeDefinition')) : null;
		});
		answerRarely(session, TextDocumentContentRequest.type, async (rare, { uri }) => ({
			text: await pageText(session, rare, pageSubject(uri) ?? { key: '' }),
		}));
	},
};

/** Reads the notes that cite the paper, as far as the page shows them. */
async function pageText(
	session: Session,
	{ MAX_CITING_NOTES, noPage, pageContent, renderPage }: RareFeatures,
	subject: PageSubject,
): Promise<string> {
	const content = pageContent(session.workspace, subject);
	const texts = new Map<string, string>();
	for (const { uri } of content?.citing.slice(0, MAX_CITING_NOTES) ?? []) {
		// In the file of a notebook there is JSON around the citation.
		const file = isNotebookName(uri) ? undefined : await presentText(session, uri);
		if (file && 'text' in file) {
			texts.set(uri, file.text);
		}
	}
	return content ? renderPage(session.documents.respelled(content), (uri) => texts.get(uri)) : noPage(subject);
}
