import { formPlan } from '../../features/citing/formChanges.ts';
import { type CitationFormResponse, citationFormRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { filesOf, planRefusal } from '../planEdit.ts';

/** Converts the citation at a place to another form: with the author in the sentence, or with only the year. */
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
