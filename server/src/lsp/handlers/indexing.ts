import { emptyCorpus } from '../../corpus/emptyCorpus.ts';
import { type NearDuplicatesResponse, nearDuplicatesRequest } from '../../identityProtocol.ts';
import { safeLine } from '../../messages/foreignText.ts';
import {
	continueIndexingRequest,
	type ProblemsResponse,
	problemsRequest,
	rebuildRequest,
	statusRequest,
	stopIndexingRequest,
} from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { continueIndexing, rebuildIndex, stopIndexing } from '../indexControl.ts';
import type { Session } from '../session.ts';

/** Most files listed for one kind of problem. */
const MAX_FILES = 5;

/** Reports what the index holds and its problems; stops, continues and rebuilds it. */
export const indexing: Handler = {
	listen(session) {
		answerOwn(session, statusRequest, session.reports.status(), () => session.reports.status());
		answerOwn<ProblemsResponse>(session, problemsRequest, { codes: [] }, () => problemSums(session));
		answerOwn<NearDuplicatesResponse>(session, nearDuplicatesRequest, emptyCorpus.nearDuplicates(), () =>
			session.workspace.corpus.nearDuplicates(),
		);
		answerOwn<null>(session, rebuildRequest, null, () => rebuildIndex(session));
		answerOwn<null>(session, stopIndexingRequest, null, () => stopIndexing(session));
		answerOwn<null>(session, continueIndexingRequest, null, () => continueIndexing(session));
	},
};

function problemSums({ workspace }: Session): ProblemsResponse {
	const codes = workspace.corpus.problemSums().map(({ code, count, files, examples }) => ({
		code,
		count,
		files: files.length,
		worst: files.slice(0, MAX_FILES),
		examples: examples.map((example) => ({ ...example, message: safeLine(example.message) })),
	}));
	return { codes };
}
