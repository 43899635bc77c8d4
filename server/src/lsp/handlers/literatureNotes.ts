import { mentionAt } from '../../features/mention.ts';
import { type LiteratureNoteResponse, literatureNoteRequest } from '../../notingProtocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';
import { canonicalUri } from '../documents.ts';
import type { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

/** The note about a paper, or what would be one. */
export const literatureNotes: Handler = {
	listen(session) {
		answerOwnRarely<LiteratureNoteResponse | null>(session, literatureNoteRequest, async (rare, params) => {
			const paper = paperMeant(session, params);
			if (!paper) {
				return null;
			}
			const { literatureNote } = await import('#noting');
			return literatureNote(session, rare, paper);
		});
	},
};

function paperMeant(session: Session, params: OwnParams): { readonly uri: string; readonly key: string } | undefined {
	const [key, uri, place] = [params.text('key'), params.text('uri'), params.place()];
	if (key !== undefined) {
		return { key, uri: uri === undefined ? '' : canonicalUri(uri, session.files) };
	}
	const papers = place ? (mentionAt(session.workspace, place.document.uri, place.offset)?.papers ?? []) : [];
	const [paper, ...others] = papers;
	return place && paper && others.length === 0
		? { uri: place.document.uri, key: session.workspace.in(place.document.uri).keyOf(paper) ?? paper.key }
		: undefined;
}
