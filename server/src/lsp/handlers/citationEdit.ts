import { type CitationEditResponse, citationEditRequest } from '../../protocol.ts';
import { answerOwnRarely, type Handler } from '../answering.ts';
import { filesOf, planRefusal } from '../planEdit.ts';

/** Cites papers at the cursors and selections of a note. */
export const citationEdit: Handler = {
	listen(session) {
		answerOwnRarely<CitationEditResponse>(session, citationEditRequest, ({ citingPlan }, params) => {
			const document = params.document();
			if (!document) {
				return { edits: [] };
			}
			const plan = citingPlan(session.workspace, {
				uri: document.uri,
				selections: params.spans('selections', document),
				keys: params.list('keys').filter((key): key is string => typeof key === 'string' && key !== ''),
			});
			const refused = planRefusal(plan, filesOf(document));
			return refused
				? { edits: [], ...refused }
				: { edits: plan.edits.map(({ range, newText, end }) => ({ range, newText, end })) };
		});
	},
};
