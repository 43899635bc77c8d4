import type { Corpus } from '../../corpus/corpus.ts';
import { searchPapers } from '../../features/searching/paperSearch.ts';
import { type SearchResponse, searchRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { toPaperRow } from '../convert.ts';
import { canonicalUri } from '../documents.ts';
import type { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

/** Number of results if the client gives no limit. */
const DEFAULT_LIMIT = 50;

/** More rows than anyone reads. A client that wants more can ask for further pages. */
const MAX_LIMIT = 1000;

/** More characters than anyone types. Searching for megabytes that were pasted would take seconds. */
const MAX_QUERY_LENGTH = 1000;

export const search: Handler = {
	listen(session) {
		answerOwn<SearchResponse>(session, searchRequest, { items: [], total: 0, tookMs: 0 }, (params) =>
			found(session, params),
		);
	},
};

function found(session: Session, params: OwnParams): SearchResponse {
	const started = performance.now();
	session.index.yieldToRequests();
	const uri = params.text('uri');
	const result = searchPapers(session.workspace, {
		query: (params.text('query') ?? '').slice(0, MAX_QUERY_LENGTH),
		limit: Math.min(params.count('limit') ?? DEFAULT_LIMIT, MAX_LIMIT),
		offset: params.count('offset') ?? 0,
		uri: uri === undefined ? undefined : canonicalUri(uri, session.files),
	});
	return {
		items: result.papers.map(toPaperRow),
		total: result.total,
		tookMs: performance.now() - started,
		papers: papersIn(session.workspace.corpus),
		...unfinished(session),
		...(result.unknownFilters.length > 0 ? { unknownFilters: result.unknownFilters } : {}),
	};
}

/** Includes papers that are not fully indexed yet, because searches find them too. */
function papersIn({ paperCount, provisionalCount }: Corpus): number {
	return paperCount + provisionalCount;
}

function unfinished({ reports, workspace }: Session): Pick<SearchResponse, 'unfinished'> {
	if (reports.failed || reports.held) {
		return { unfinished: reports.failed ? 'failed' : 'stopped' };
	}
	return reports.working || !workspace.complete ? { unfinished: 'reading' } : {};
}
