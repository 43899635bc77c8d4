/** From a paper to its literature note (declaration) and to its PDF file (implementation). */

import { DeclarationRequest, ImplementationRequest } from 'vscode-languageserver';
import type { AttachedPdf } from '../../features/card/attachedPdfs.ts';
import { answerRarely, type Handler, placeOf } from '../answering.ts';
import { toPlaces } from '../convert.ts';
import type { Session } from '../session.ts';

export const paperPlaces: Handler = {
	capability: () => ({ declarationProvider: true, implementationProvider: true }),
	listen(session) {
		const { workspace, client } = session;
		answerRarely(session, DeclarationRequest.type, ({ literatureNotesAt }, params) => {
			const at = placeOf(session, params);
			const found = at ? literatureNotesAt(workspace, at) : [];
			return at ? toPlaces(at.document, found, client.locationLinks.has('declaration')) : null;
		});
		answerRarely(session, ImplementationRequest.type, async ({ beginningsOf, pdfsAt }, params) => {
			const at = placeOf(session, params);
			const files = at ? await presentFiles(session, pdfsAt(workspace, at)) : [];
			const found = at ? beginningsOf(workspace, at, files) : [];
			return at ? toPlaces(at.document, found, client.locationLinks.has('implementation')) : null;
		});
	},
};

/** Of each PDF, the first place where there is a file. */
async function presentFiles({ files }: Session, pdfs: readonly AttachedPdf[]): Promise<string[]> {
	const found = await Promise.all(
		pdfs.map(async ({ places }) => {
			const stats = await Promise.all(places.map((place) => files.stat(place)));
			return places.find((_, index) => stats[index]);
		}),
	);
	return [...new Set(found.filter((place) => place !== undefined))];
}
