import { formPlan } from '../../features/citing/formChanges.ts';
import { type CitationFormResponse, citationFormRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { filesOf, planRefusal } from '../planEdit.ts';

/** Another form of the citation at a place: with the author in the sentence, or with the year alone. */
export const citationForm: Handler = {
	listen(session) {
		answerOwn<CitationFormResponse | null>(session, citationFormRequest, null, (params) => {
			const place = params.place();
			if (!place) {
				return null;
			}
			const { document, offset } = place;
			const plan = formPlan(session.workspace, { uri: document.uri, offset }, params.text('mode'));
			const [edit] = plan?.edits ?? [];
			return plan && edit
				? (planRefusal(plan, filesOf(document)) ?? { range: edit.range, newText: edit.newText })
				: null;
		});
	},
};
