import { mentionAt } from '../../features/mention.ts';
import { otherForms } from '../../notes/otherForms.ts';
import { type CitationFormResponse, citationFormRequest } from '../../protocol.ts';
import { answerOwn, type Handler } from '../answering.ts';
import { toRange } from '../convert.ts';

/** Another form of the citation at a place: with the author in the sentence, or with the year alone. */
export const citationForm: Handler = {
	listen(session) {
		answerOwn<CitationFormResponse | null>(session, citationFormRequest, null, (params) => {
			const place = params.place();
			const mention = place && mentionAt(session.workspace, place.document.uri, place.offset);
			const wanted = params.text('mode');
			const forms = mention?.kind === 'citation' ? otherForms({ text: mention.note.text, ...mention }) : [];
			const form = forms.find(({ mode }) => mode === wanted);
			return place && form ? { range: toRange(place.document, form.span), newText: form.newText } : null;
		});
	},
};
