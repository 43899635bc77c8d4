import { CodeLensRequest } from 'vscode-languageserver';
import { citationLenses } from '../../features/citationLenses.ts';
import { lensMessages } from '../../messages/lens.ts';
import { answer, type Handler } from '../answering.ts';

/** For our own extension alone, whose command shows the citations. */
export const codeLens: Handler = {
	capability: ({ cards }) => (cards.commands ? { codeLensProvider: {} } : {}),
	listen(session) {
		const { workspace, client, documents } = session;
		answer(session, CodeLensRequest.type, null, ({ textDocument: { uri } }) => {
			const document = documents.get(uri);
			if (!document || !client.cards.commands || !workspace.settings(document.uri).codeLens) {
				return null;
			}
			return citationLenses(workspace, document.uri).map(({ range, notes }) => ({
				range,
				command: {
					title: lensMessages.citedIn(notes),
					command: 'paperNotes.showCitations',
					arguments: [{ uri, range }],
				},
			}));
		});
	},
};
