import { type UncitedResponse, uncitedRequest } from '../../protocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';

/** The papers that no note cites. */
export const uncited: Handler = {
	listen(session) {
		const { workspace } = session;
		answerOwnRarely<UncitedResponse>(session, uncitedRequest, ({ listedUncited }) => listedUncited(workspace));
	},
};
