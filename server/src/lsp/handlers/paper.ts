import { paperDetails, paperDetailsAt } from '../../features/card/paperDetails.ts';
import { type PaperResponse, paperRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { toPaperResponse } from '../convert.ts';

/** The paper that a key names, or that is cited at a place. */
export const paper: Handler = {
	listen(session) {
		const { workspace } = session;
		answerOwn<PaperResponse | null>(session, paperRequest, null, (params) => {
			const key = params.text('key');
			const place = params.place();
			const details =
				key === undefined
					? place && paperDetailsAt(workspace, place.document.uri, place.offset)
					: paperDetails(workspace, key);
			return details ? toPaperResponse(details) : null;
		});
	},
};
