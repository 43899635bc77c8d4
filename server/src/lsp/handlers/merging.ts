/** What someone who merges two records wants to see first: which can be merged, and where they differ. */

import {
	type MergersResponse,
	mergersRequest,
	type RecordDifferencesResponse,
	recordDifferencesRequest,
} from '../../identityProtocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';
import { recordDifferences } from '../recordDifferences.ts';

export const merging: Handler = {
	listen(session) {
		answerOwnRarely<MergersResponse>(session, mergersRequest, ({ mergersAt }, params) => {
			const place = params.corpusPlace();
			return { mergers: place ? mergersAt(session.workspace, place.uri, place.position) : [] };
		});
		answerOwnRarely<RecordDifferencesResponse | null>(session, recordDifferencesRequest, async (_, params) => {
			const [kept, merged] = [params.record('kept'), params.record('merged')];
			if (!kept || !merged) {
				return null;
			}
			const fields = await recordDifferences(session, { kept, merged });
			return fields ? { fields } : null;
		});
	},
};
