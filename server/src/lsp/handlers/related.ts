import { type RelatedResponse, relatedRequest } from '../../protocol.ts';
import { answerOwnRarely, type Handler, type RareFeatures } from '../answering.ts';
import { toPaperRow } from '../convert.ts';
import { canonicalUri } from '../documents.ts';
import type { OwnParams } from '../ownParams.ts';
import type { Session } from '../session.ts';

const DEFAULT_LIMIT = 10;

/** More than anyone looks through. */
const MAX_LIMIT = 100;

/** Papers like a paper, like a text, or like what a paragraph says. */
export const related: Handler = {
	listen(session) {
		answerOwnRarely<RelatedResponse>(session, relatedRequest, (rare, params) => {
			const started = performance.now();
			const items = found(session, rare, params).map(toPaperRow);
			const { paperCount, provisionalCount } = session.workspace.corpus;
			return { items, papers: paperCount + provisionalCount, tookMs: performance.now() - started };
		});
	},
};

function found(
	{ workspace, files }: Session,
	{ papersForParagraph, papersLikePaper, papersLikeText }: RareFeatures,
	params: OwnParams,
): ReturnType<RareFeatures['papersLikeText']> {
	const [key, text, uri, document] = [params.text('key'), params.text('text'), params.text('uri'), params.document()];
	const limit = Math.min(params.count('limit') ?? DEFAULT_LIMIT, MAX_LIMIT);
	const query = { limit, uri: uri === undefined ? undefined : canonicalUri(uri, files) };
	if (key !== undefined) {
		return papersLikePaper(workspace, key, query);
	}
	const within = document && params.span('range', document);
	return text === undefined
		? document && within
			? papersForParagraph(workspace, document.uri, { within, limit })
			: []
		: papersLikeText(workspace, text, query);
}
