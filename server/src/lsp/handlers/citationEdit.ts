import { citationEdits } from '../../features/citing/citationEdits.ts';
import { type CitationEditResponse, citationEditRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { toRange } from '../convert.ts';

/** Citing papers at the cursors and selections of a note. */
export const citationEdit: Handler = {
	listen(session) {
		answerOwn<CitationEditResponse>(session, citationEditRequest, { edits: [] }, (params) => {
			const document = params.document();
			if (!document) {
				return { edits: [] };
			}
			const edits = citationEdits(session.workspace, {
				uri: document.uri,
				selections: params.spans('selections', document),
				keys: params.list('keys').filter((key): key is string => typeof key === 'string' && key !== ''),
			});
			return { edits: edits.map(({ span, newText, end }) => ({ range: toRange(document, span), newText, end })) };
		});
	},
};
