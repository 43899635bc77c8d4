import { byline } from '../../corpus/byline.ts';
import { type UncitedResponse, uncitedRequest } from '../../protocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';

/** More than anyone looks through in a list. */
const MAX_LISTED = 1000;

/** The papers that no note cites. */
export const uncited: Handler = {
	listen(session) {
		const { workspace } = session;
		answerOwnRarely<UncitedResponse>(session, uncitedRequest, ({ uncitedPapers }) => {
			const papers = uncitedPapers(workspace);
			const listed = papers.slice(0, MAX_LISTED).flatMap(({ id, key, uri }) => {
				const summary = workspace.corpus.summary(id);
				const source = workspace.corpus.paper(id)?.sources.find((one) => one.uri === uri);
				return summary && source
					? [{ key, title: summary.title, byline: byline(summary), uri, range: source.keyRange }]
					: [];
			});
			return { papers: listed, total: papers.length, isComplete: workspace.complete };
		});
	},
};
