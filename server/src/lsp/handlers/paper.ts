import { paperDetails, paperDetailsAt } from '../../features/card/paperDetails.ts';
import { type PaperResponse, paperRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { toPaperResponse } from '../convert.ts';
import { canonicalUri } from '../documents.ts';

/** The paper that a key names, in a note or in none in particular, or that is cited at a place. */
export const paper: Handler = {
	listen(session) {
		const { workspace } = session;
		answerOwn<PaperResponse | null>(session, paperRequest, null, (params) => {
			const key = params.text('key');
			const place = params.place();
			const uri = params.text('uri');
			const details =
				key === undefined
					? place && paperDetailsAt(workspace, place.document.uri, place.offset)
					: paperDetails(workspace, key, uri === undefined ? undefined : canonicalUri(uri, session.files));
			return details ? toPaperResponse(details) : null;
		});
	},
};
